import PodEngine

/// Makes the objects around Pods.
enum WorkloadMaker {
  static func deployment(_ name: String, _ dice: inout Dice) -> APIValue {
    var spec = replicated(&dice)
    if dice.chance(20) { spec["strategy"] = ["type": "Recreate"] }
    if dice.chance(25) {
      spec["strategy"] = [
        "rollingUpdate": dice.of(
          ["maxSurge": 0, "maxUnavailable": 1], ["maxSurge": 2, "maxUnavailable": 0],
          ["maxSurge": "50%", "maxUnavailable": "50%"])
      ]
    }
    if dice.chance(20) { spec["minReadySeconds"] = 5 }
    return object("apps/v1", "Deployment", name, spec)
  }

  static func replicaSet(_ name: String, _ dice: inout Dice) -> APIValue {
    object("apps/v1", "ReplicaSet", name, replicated(&dice))
  }

  private static func replicated(_ dice: inout Dice) -> APIValue {
    let app = APIValue.string(dice.of("red", "blue", "green"))
    let isHealthy = dice.chance(70)
    var labels: APIValue = ["app": app]
    if isHealthy { labels["lab"] = "healthy" }
    return [
      "replicas": .integer(dice.of(0, 1, 2, 3, 4)), "selector": ["matchLabels": ["app": app]],
      "template": [
        "metadata": ["labels": labels],
        "spec": PodMaker.spec(&dice, isHealthy: isHealthy, policy: "Always"),
      ],
    ]
  }

  static func job(_ name: String, _ dice: inout Dice) -> APIValue {
    let policy = dice.of("Never", "OnFailure")
    var template = PodMaker.spec(&dice, isHealthy: false, policy: policy)
    if dice.chance(60) {
      template["containers"] = [
        [
          "name": "c", "image": "busybox:1.36",
          "command": ["sh", "-c", .string(dice.of("sleep 4", "exit 0", "sleep 2; exit 1"))],
        ]
      ]
      template["volumes"] = nil
    }
    var spec: APIValue = ["template": ["spec": template]]
    if dice.chance(60) { spec["completions"] = .integer(dice.of(1, 2, 4)) }
    if dice.chance(60) { spec["parallelism"] = .integer(dice.of(1, 2, 3)) }
    if dice.chance(60) { spec["backoffLimit"] = .integer(dice.of(0, 1, 3)) }
    if dice.chance(15) { spec["activeDeadlineSeconds"] = .integer(dice.of(10, 100)) }
    if dice.chance(15) { spec["ttlSecondsAfterFinished"] = .integer(dice.of(0, 30)) }
    if dice.chance(10) { spec["suspend"] = true }
    if dice.chance(15), spec["completions"] != nil { spec["completionMode"] = "Indexed" }
    return object("batch/v1", "Job", name, spec)
  }

  static func service(_ name: String, _ dice: inout Dice) -> APIValue {
    var spec: APIValue = [
      "selector": ["app": .string(dice.of("red", "blue", "green"))],
      "ports": [["port": 80, "targetPort": 80]],
    ]
    if dice.chance(20) { spec["clusterIP"] = "None" }
    if dice.chance(10) { spec["publishNotReadyAddresses"] = false }
    return object("v1", "Service", name, spec)
  }

  static func configMap(_ name: String, _ dice: inout Dice) -> APIValue {
    [
      "apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": .string(name)],
      "data": ["key": .string("value\(dice.below(3))")],
    ]
  }

  private static func object(
    _ version: String, _ kind: String, _ name: String, _ spec: APIValue
  ) -> APIValue {
    [
      "apiVersion": .string(version), "kind": .string(kind),
      "metadata": ["name": .string(name)], "spec": spec,
    ]
  }
}
