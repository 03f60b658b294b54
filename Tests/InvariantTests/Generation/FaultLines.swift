import PodEngine

/// The lines that break something, or mend it.
extension ScriptMaker {
  static let images = ["nginx:1.27-alpine", "busybox:1.36", "nginx:latest", "nginx:1.26"]

  mutating func fault(_ cluster: Cluster) -> String {
    switch dice.below(32) {
    case 0..<3: return "kill node \(node())"
    case 3..<6: return "start node \(node())"
    case 6, 7: return "reboot node \(node())"
    case 8, 9: return "partition node \(node())"
    case 10..<13: return "heal node \(node())"
    case 13:
      return
        "pressure node \(node()) \(dice.of("memory", "disk", "pid")) \(dice.of("on", "off", "off"))"
    case 14: return "registry \(dice.of("down", "up", "up"))"
    case 15:
      return "pull \(dice.of("fail", "slow", "ok", "ok")) \(dice.pick(Self.images) ?? "nginx")"
    case 16:
      return dice.of(
        "push nginx:1.27-alpine", "load image busybox:1.36 --node node-1", "jitter on",
        "jitter off", "cni bandwidth on")
    case 17: return "restart kubelet \(node())"
    default: return podFault(cluster)
    }
  }

  private mutating func podFault(_ cluster: Cluster) -> String {
    guard let key = object(.pods, cluster), let pod = cluster.objects.pod(key) else {
      return "advance 1s"
    }
    let containers = pod.spec.containers + pod.spec.initContainers
    let container = dice.pick(containers.map(\.name)) ?? "c0"
    let target = "\(key.name)/\(container)"
    let line: String
    switch dice.below(14) {
    case 0, 1: line = "kill container \(target)"
    case 2: line = "kill container \(target) --signal TERM"
    case 3, 4: line = "kill sandbox \(key.name)"
    case 5, 6: line = "exit \(target) \(dice.of(0, 1, 137))"
    case 7: line = "oom \(target)"
    case 8: line = "hang \(target) \(dice.of("on", "off"))"
    case 9:
      line = dice.of(
        "ignore-term \(target)", "use memory \(target) 200Mi", "use memory \(target) 3Gi",
        "fill \(target) 300Mi", "use cpu \(target) 900m")
    case 10, 11:
      line =
        "probe \(dice.of("fail", "hang", "ok")) \(key.name) \(container) "
        + dice.of("liveness", "readiness", "startup")
    case 12:
      line =
        "hook \(dice.of("fail", "hang", "slow", "ok")) \(target) \(dice.of("preStop", "postStart"))"
    default: line = "fix \(key.name)"
    }
    let whole = line.hasPrefix("hook slow") ? line + " 9s" : line
    return whole + home(key)
  }
}
