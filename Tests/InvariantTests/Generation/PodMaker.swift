import PodEngine

/// Makes Pods of all kinds.
enum PodMaker {
  /// The finalizer that only the script itself takes off.
  static let finalizer = "example.com/hold"
  static let gate = "example.com/gate"

  static func pod(_ name: String, _ dice: inout Dice) -> APIValue {
    let isHealthy = dice.chance(40)
    var labels: APIValue = ["app": .string(dice.of("red", "blue", "green"))]
    if isHealthy { labels["lab"] = "healthy" }
    var metadata: APIValue = ["name": .string(name), "labels": labels]
    if dice.chance(10) { metadata["finalizers"] = [.string(finalizer)] }
    var spec = spec(&dice, isHealthy: isHealthy, policy: dice.of("Always", "OnFailure", "Never"))
    if dice.chance(12) { spec["nodeName"] = .string("node-\(1 + dice.below(4))") }
    if dice.chance(8), spec["nodeName"] == nil {
      spec["schedulingGates"] = [["name": .string(gate)]]
    }
    if dice.chance(15) { spec["readinessGates"] = [["conditionType": .string(gate)]] }
    if dice.chance(8), !isHealthy { spec["activeDeadlineSeconds"] = .integer(dice.of(5, 40, 200)) }
    return ["apiVersion": "v1", "kind": "Pod", "metadata": metadata, "spec": spec]
  }

  static func spec(_ dice: inout Dice, isHealthy: Bool, policy: String) -> APIValue {
    let count = dice.of(1, 1, 1, 2, 3)
    var spec: APIValue = [
      "restartPolicy": .string(isHealthy && policy == "Never" ? "Always" : policy),
      "containers": .array(
        (0..<count).map { ContainerMaker.main("c\($0)", &dice, isHealthy: isHealthy) }),
    ]
    if dice.chance(22) {
      spec["initContainers"] = .array(
        (0..<dice.of(1, 1, 2)).map {
          ContainerMaker.initContainer("i\($0)", &dice, isHealthy: isHealthy)
        })
    }
    if dice.chance(50) {
      spec["terminationGracePeriodSeconds"] = .integer(dice.of(0, 1, 2, 5, 20))
    }
    if dice.chance(10) {
      spec["priorityClassName"] = .string(
        dice.of("system-cluster-critical", "system-node-critical"))
    }
    if dice.chance(7), !isHealthy { spec["hostNetwork"] = true }
    if dice.chance(5) { spec["shareProcessNamespace"] = true }
    addWishes(&spec, &dice)
    addVolumes(&spec, &dice)
    return spec
  }

  private static func addWishes(_ spec: inout APIValue, _ dice: inout Dice) {
    if dice.chance(8) { spec["nodeSelector"] = ["disk": "ssd"] }
    if dice.chance(12) {
      spec["tolerations"] = dice.of(
        [["operator": "Exists"]],
        [
          [
            "key": "lab", "operator": "Equal", "value": "x", "effect": "NoExecute",
            "tolerationSeconds": 20,
          ]
        ],
        [["key": "lab", "operator": "Exists"]],
        [
          [
            "key": "node.kubernetes.io/unreachable", "operator": "Exists", "effect": "NoExecute",
            "tolerationSeconds": 10,
          ]
        ])
    }
    let hostname: APIValue = "kubernetes.io/hostname"
    switch dice.below(14) {
    case 0:
      spec["affinity"] = [
        "nodeAffinity": [
          "requiredDuringSchedulingIgnoredDuringExecution": [
            "nodeSelectorTerms": [
              [
                "matchExpressions": [
                  dice.of(
                    ["key": hostname, "operator": "NotIn", "values": ["node-1"]],
                    ["key": "disk", "operator": "DoesNotExist"])
                ]
              ]
            ]
          ]
        ]
      ]
    case 1:
      spec["affinity"] = [
        "podAntiAffinity": [
          "requiredDuringSchedulingIgnoredDuringExecution": [
            [
              "topologyKey": hostname,
              "labelSelector": ["matchLabels": ["app": .string(dice.of("red", "blue"))]],
            ]
          ]
        ]
      ]
    case 2:
      spec["topologySpreadConstraints"] = [
        [
          "maxSkew": 1, "topologyKey": hostname,
          "whenUnsatisfiable": .string(dice.of("DoNotSchedule", "ScheduleAnyway")),
          "labelSelector": ["matchLabels": ["app": "red"]],
        ]
      ]
    default: break
    }
  }

  private static func addVolumes(_ spec: inout APIValue, _ dice: inout Dice) {
    let source: APIValue
    switch dice.below(16) {
    case 0: source = ["emptyDir": .emptyObject]
    case 1: source = ["emptyDir": ["medium": "Memory"]]
    case 2: source = ["configMap": ["name": "settings"]]
    case 3: source = ["secret": ["secretName": "password", "optional": true]]
    case 4:
      source = [
        "downwardAPI": [
          "items": [["path": "labels", "fieldRef": ["fieldPath": "metadata.labels"]]]
        ]
      ]
    default: return
    }
    var volume = source
    volume["name"] = "v"
    spec["volumes"] = [volume]
    spec.updateEach("containers") { $0["volumeMounts"] = [["name": "v", "mountPath": "/v"]] }
  }
}
