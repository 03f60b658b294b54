import PodEngine
import PodShell

/// Makes up the next command of a random session, by looking at what is there: a line as a learner
/// could type it, so that a failing script can be pasted into `podlab run --keep-going`.
struct ScriptMaker {
  var dice: Dice

  init(seed: UInt64) { dice = Dice(seed: seed) }

  mutating func line(_ cluster: Cluster) -> String {
    let line = dice.weighted([
      (24, Group.build), (16, .change), (12, .delete), (34, .time), (26, .fault), (3, .history),
    ])
    switch line ?? .time {
    case .build: return build()
    case .change: return change(cluster)
    case .delete: return delete(cluster)
    case .time: return time(cluster)
    case .fault: return fault(cluster)
    case .history: return dice.of("undo", "redo", "undo 2", "step back", "rewind 20s", "redo 2")
    }
  }

  private enum Group { case build, change, delete, time, fault, history }

  // Objects that are there.

  mutating func object(_ resource: Resource, _ cluster: Cluster) -> ObjectKey? {
    let all = cluster.objects.list(resource).map {
      ObjectKey(resource, namespace: $0.metadata.namespace, name: $0.metadata.name)
    }
    return dice.pick(all.filter { $0.namespace.isEmpty || Self.homes.contains($0.namespace) })
  }

  static let homes = ["default", "lab"]

  /// ` -n lab` where it is needed.
  func home(_ key: ObjectKey) -> String { key.namespace == "lab" ? " -n lab" : "" }

  mutating func node() -> String { "node-\(1 + dice.below(4))" }

  // Building

  private mutating func build() -> String {
    let namespace = dice.chance(12) ? " -n lab" : ""
    let manifest: APIValue
    switch dice.below(24) {
    case 0..<11: manifest = PodMaker.pod("p\(dice.below(9))", &dice)
    case 11: return "create pod q\(dice.below(3)) --image=nginx --labels=app=red\(namespace)"
    case 12..<15: manifest = WorkloadMaker.deployment("d\(dice.below(2))", &dice)
    case 15: manifest = WorkloadMaker.replicaSet("r\(dice.below(2))", &dice)
    case 16..<19: manifest = WorkloadMaker.job("j\(dice.below(3))", &dice)
    case 19..<21: manifest = WorkloadMaker.service("s\(dice.below(3))", &dice)
    case 21: manifest = WorkloadMaker.configMap("settings", &dice)
    case 22: return "create namespace lab"
    default: return "create node \(node()) --labels=disk=\(dice.of("ssd", "hdd"))"
    }
    return "apply\(namespace) -f - <<EOF\n\(JSONText.text(manifest))\nEOF"
  }

  private mutating func change(_ cluster: Cluster) -> String {
    switch dice.below(14) {
    case 0, 1: return scale(cluster)
    case 2, 3: return patchPod(cluster)
    case 4: return patchWorkload(cluster)
    case 5: return "label node \(node()) disk=\(dice.of("ssd", "hdd")) --overwrite"
    case 6:
      guard let key = object(.pods, cluster) else { return "advance 1s" }
      return "label pod \(key.name) app=\(dice.of("red", "blue", "free")) --overwrite\(home(key))"
    case 7: return "taint node \(node()) lab=x:\(dice.of("NoSchedule", "NoExecute")) --overwrite"
    case 8: return "taint node \(node()) lab-"
    case 9: return "cordon \(node())"
    case 10, 11: return "uncordon \(node())"
    case 12:
      guard let key = object(.deployments, cluster) else { return "advance 1s" }
      return
        "set image deployment/\(key.name) c0=\(dice.of("nginx:1.26", "httpd", "nope:2"))\(home(key))"
    default:
      guard let key = object(.pods, cluster) else { return "advance 1s" }
      return "annotate pod \(key.name) note=\(dice.below(9)) --overwrite\(home(key))"
    }
  }

  private mutating func scale(_ cluster: Cluster) -> String {
    guard let key = object(dice.of(.deployments, .replicaSets), cluster) else {
      return "advance 1s"
    }
    return "scale \(key.resource.singular) \(key.name) --replicas=\(dice.below(6))\(home(key))"
  }

  private mutating func patchPod(_ cluster: Cluster) -> String {
    guard let key = object(.pods, cluster) else { return "advance 1s" }
    let start = "patch pod \(key.name)\(home(key)) --type=merge -p "
    switch dice.below(5) {
    case 0: return start + "'{\"metadata\":{\"finalizers\":null}}'"
    case 1: return start + "'{\"metadata\":{\"finalizers\":[\"\(PodMaker.finalizer)\"]}}'"
    case 2: return start + "'{\"spec\":{\"schedulingGates\":[]}}'"
    case 3: return start + "'{\"spec\":{\"activeDeadlineSeconds\":\(dice.of(20, 100))}}'"
    default: return Healing.gate(key, dice.of("True", "False"))
    }
  }

  private mutating func patchWorkload(_ cluster: Cluster) -> String {
    if dice.chance(50), let key = object(.jobs, cluster) {
      let field = dice.of("\"suspend\":true", "\"suspend\":false", "\"parallelism\":2")
      return "patch job \(key.name)\(home(key)) --type=merge -p '{\"spec\":{\(field)}}'"
    }
    guard let key = object(.deployments, cluster) else { return "advance 1s" }
    let field = dice.of("\"paused\":true", "\"paused\":false", "\"minReadySeconds\":3")
    return "patch deployment \(key.name)\(home(key)) --type=merge -p '{\"spec\":{\(field)}}'"
  }

  private mutating func delete(_ cluster: Cluster) -> String {
    switch dice.below(14) {
    case 0..<7:
      guard let key = object(.pods, cluster) else { return "advance 1s" }
      if dice.chance(20) { return "evict \(key.name)\(home(key))" }
      let how = dice.of(
        "", "", "--now", "--force --grace-period=0", "--grace-period=3", "--grace-period=45",
        "--cascade=foreground")
      return "delete pod \(key.name) \(how)\(home(key))"
    case 7..<11:
      let kind: Resource = dice.of(.deployments, .replicaSets, .jobs, .services)
      guard let key = object(kind, cluster) else { return "advance 1s" }
      let how = dice.of("", "--cascade=foreground", "--cascade=orphan", "--cascade=background")
      return "delete \(key.resource.singular) \(key.name) \(how)\(home(key))"
    case 11: return dice.chance(60) ? "delete node \(node())" : "delete namespace lab"
    case 12: return "delete configmap settings"
    default: return "delete pod --all\(dice.of("", " -n lab"))"
    }
  }

  /// Whether anything but heartbeats happened lately: in a quiet world `step` goes an hour forward.
  private func isBusy(_ cluster: Cluster) -> Bool {
    let log = cluster.watchLog
    return log.elements(from: max(0, log.count - 20)).contains {
      $0.key.resource != .leases && $0.time >= cluster.now - .seconds(5)
    }
  }

  private mutating func time(_ cluster: Cluster) -> String {
    switch dice.below(20) {
    case 0..<4: return isBusy(cluster) ? "step" : "advance 4s"
    case 4..<12: return "advance \(dice.of("0s", "1s", "2s", "3500ms", "5s"))"
    case 12..<16: return "advance \(dice.of("10s", "15s", "33s", "60s"))"
    case 16: return "advance \(dice.of("2m", "6m"))"
    default:
      guard let key = object(.pods, cluster) else { return "advance 1s" }
      let what = dice.of("phase=Running", "condition=Ready", "absent")
      return "until 'pod/\(key.name) \(what)' --max \(dice.of("5s", "40s"))\(home(key))"
    }
  }
}
