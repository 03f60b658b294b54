/// A way to make what podlab did wrong, with the check that must notice.
struct Sabotage: CustomStringConvertible, Sendable {
  let description: String
  /// A part of the check's name.
  let noticedBy: String
  let change: @Sendable (inout ObservedCluster) -> Void

  init(
    _ description: String, noticedBy: String,
    change: @escaping @Sendable (inout ObservedCluster) -> Void
  ) {
    self.description = description
    self.noticedBy = noticedBy
    self.change = change
  }

  /// One for every kind of check.
  static let all = ofCluster + ofPods + ofStates + ofContainers + ofHistory

  private static let ofCluster = [
    Sabotage("drop an event", noticedBy: "events") { cluster in
      guard let victim = cluster.events.first(where: Comparison.isCompared) else { return }
      cluster.events.removeAll { $0.name == victim.name && $0.reason == victim.reason }
    },
    Sabotage("rename an event's reason", noticedBy: "events") { cluster in
      guard let index = cluster.events.firstIndex(where: Comparison.isCompared) else { return }
      cluster.events[index].reason = "Renamed"
    },
    Sabotage("forget the endpoints", noticedBy: "endpoints") { $0.endpoints = [] },
    Sabotage("forget the last Pod", noticedBy: ": exists") { cluster in
      _ = cluster.pods.popLast()
    },
  ]

  private static let ofPods = [
    Sabotage("keep a Pod that disappeared", noticedBy: ": gone at the end") { cluster in
      cluster.changePods { $0.gone = nil }
    },
    Sabotage("let a Pod disappear 90 s later", noticedBy: ": when it is gone") { cluster in
      cluster.changePods { pod in pod.gone = pod.gone.map { $0 + 90 } }
    },
    Sabotage("terminate a Pod that stays", noticedBy: ": Terminating seen") { cluster in
      cluster.changePods { pod in
        guard pod.gone == nil, let last = pod.states.last, !last.deleting else { return }
        pod.states.append(last)
        pod.states[pod.states.count - 1].deleting = true
      }
    },
    Sabotage("shift the time by 30 s", noticedBy: ": when ") { cluster in
      cluster.changeStates { if !$0.containers.isEmpty { $0.time += 30 } }
    },
  ]

  private static let ofHistory = [
    Sabotage("take the addresses away", noticedBy: ": ip over time") { cluster in
      cluster.changeStates { $0.hasAddress = false }
    },
    Sabotage("give an address at once", noticedBy: ": ip over time") { cluster in
      cluster.changeStates { $0.hasAddress = true }
    },
    Sabotage("turn `started` around", noticedBy: ": started of ") { cluster in
      cluster.changeContainers { status in status.started = status.started.map { !$0 } }
    },
    Sabotage("forget how the instance before ended", noticedBy: ": lastState of ") { cluster in
      cluster.changeFirstRestarts { $0.lastState = nil }
    },
    Sabotage("let the instance before end otherwise", noticedBy: ": lastState of ") { cluster in
      cluster.changeFirstRestarts {
        $0.lastState = .terminated(reason: "Error", exitCode: 99, message: nil)
      }
    },
  ]

  private static let ofStates = [
    Sabotage("change a phase", noticedBy: ": phases") { cluster in
      cluster.changeStates { if $0.phase == "Running" { $0.phase = "Unknown" } }
    },
    Sabotage("change status.reason", noticedBy: ": status.reason") { cluster in
      cluster.changeStates { $0.reason = "Renamed" }
    },
    Sabotage("change the QoS class", noticedBy: ": qosClass") { cluster in
      cluster.changeStates { $0.qosClass = "Renamed" }
    },
    Sabotage("turn Ready around", noticedBy: ": Ready over time") { cluster in
      cluster.changeConditions { condition in
        if condition.type == "Ready" {
          condition.status = condition.status == "True" ? "False" : "True"
        }
      }
    },
    Sabotage("rename a condition's reason", noticedBy: ": conditions") { cluster in
      cluster.changeConditions { if $0.reason == "ContainersNotReady" { $0.reason = "Renamed" } }
    },
    Sabotage("name a wrong container", noticedBy: ": condition messages") { cluster in
      cluster.changeConditions { condition in
        if condition.reason == "ContainersNotReady" { condition.message? += " [ghost]" }
      }
    },
  ]

  private static let ofContainers = [
    Sabotage("change a restart count", noticedBy: ": restarts of ") { cluster in
      cluster.changeContainers { $0.restartCount += 2 }
    },
    Sabotage("rename a termination's reason", noticedBy: " states") { cluster in
      cluster.changeTerminations { ("Renamed", $1) }
    },
    Sabotage("change a termination's message", noticedBy: " termination messages") { cluster in
      cluster.changeTerminations { ($0, $1.map { $0 + "!" }) }
    },
    Sabotage("change a back-off", noticedBy: ": back-off of ") { cluster in
      cluster.changeContainers { status in
        if case .waiting("CrashLoopBackOff", let message) = status.state {
          status.state = .waiting(
            reason: "CrashLoopBackOff", message: message.map { "again: " + $0 })
        }
      }
    },
  ]
}
