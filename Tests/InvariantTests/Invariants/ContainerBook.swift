import PodEngine

/// What the rules keep of each container over several changes: its restarts, and when its probes last
/// had their say.
struct ContainerBook {
  struct Name: Hashable {
    let pod: String
    let container: String
  }

  /// The restarts since something other than the container's own end last had a hand in them.
  struct Restarts {
    let countedFrom: Int
    let began: SimulatedTime
    var count: Int
    var last: SimulatedTime
  }

  var restarts: [Name: Restarts] = [:]
  /// When a container last became ready.
  var readySince: [Name: SimulatedTime] = [:]
  /// When a failed probe last killed a container.
  var lastProbeKill: [Name: SimulatedTime] = [:]
}

/// How often containers begin anew.
enum RestartRules {
  static func check(_ change: Change, _ ledger: inout Ledger) {
    guard change.isByKubelet, !change.isDeletion else { return }
    let isAnother = change.old?.text("status", "podIP") != change.new.text("status", "podIP")
    for status in change.new.containerStatuses {
      let name = ContainerBook.Name(pod: change.new.uid, container: status.text("name"))
      note(name, status.number("restartCount") ?? 0, isAnother, change, &ledger)
    }
  }

  /// `doBackOff` in kuberuntime_manager.go: 10 s after the second end, twice as long after each
  /// further one, 300 s at most. Two starts more are free where the kubelet itself kills and starts
  /// in one sync, and a new sandbox, a new image or a kubelet that begins anew start the count.
  private static func note(
    _ name: ContainerBook.Name, _ count: Int, _ isAnother: Bool, _ change: Change,
    _ ledger: inout Ledger
  ) {
    let now = change.event.time
    guard !isAnother, change.new.at("spec", "hostNetwork")?.boolValue != true,
      var known = ledger.containers.restarts[name],
      !ledger.hasRestarted(since: known.began), now - known.last < .seconds(590)
    else {
      ledger.containers.restarts[name] = ContainerBook.Restarts(
        countedFrom: count, began: now, count: count, last: now)
      return
    }
    guard count > known.count else { return }
    (known.count, known.last) = (count, now)
    ledger.containers.restarts[name] = known
    let least = leastTime(ofRestarts: count - known.countedFrom)
    if now - known.began + .seconds(1) < least {
      ledger.report(
        "back-off",
        "\(change.name)[\(name.container)] began \(count - known.countedFrom) times anew since "
          + known.began.timestamp)
    }
  }

  static func leastTime(ofRestarts count: Int) -> SimulatedDuration {
    let waits = (0..<max(0, count - 4)).map { min(10 << min($0, 8), 300) }
    return .seconds(waits.reduce(0, +))
  }
}
