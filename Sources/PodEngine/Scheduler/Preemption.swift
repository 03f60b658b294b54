/// Looks for Pods of lower priority that could make room (plugins/defaultpreemption,
/// framework/preemption).
struct Preemption {
  let cycle: SchedulingCycle
  let failures: [SchedulingCycle.NodeFailure]

  enum Outcome {
    /// Nothing can be done; the text stands at the end of the event.
    case refused(String)
    /// Room is being made already; so says the text.
    case waiting(String)
    case node(String, victims: [PodInfo])
  }

  /// A node with the Pods that would have to go, the most important first.
  private struct Candidate {
    let node: String
    let victims: [PodInfo]
  }

  func outcome() -> Outcome {
    if cycle.pod.spec.preemptionPolicy == "Never" {
      return .refused("preemption: not eligible due to preemptionPolicy=Never.")
    }
    if isMakingRoom {
      return .waiting(
        "preemption: not eligible due to a terminating pod on the nominated node.")
    }
    var reasons: [[String]] = []
    var candidates: [Candidate] = []
    for failure in failures {
      switch attempt(failure) {
      case .success(let candidate): candidates.append(candidate)
      case .failure(let obstacle): reasons.append(obstacle.reasons)
      }
    }
    guard let best = candidates.min(by: Self.isBetter) else {
      let error = FitError(nodeCount: cycle.nodes.count, reasonsPerNode: reasons)
      return .refused("preemption: \(error.message)")
    }
    return .node(best.node, victims: best.victims)
  }

  /// `PodEligibleToPreemptOthers`: Pods that had to go for this one are still going.
  private var isMakingRoom: Bool {
    let nominated = cycle.pod.status.nominatedNodeName
    let failure = failures.first { $0.node == nominated }?.failure
    guard failure?.isUnresolvable != true,
      let node = cycle.nodes.first(where: { $0.name == nominated })
    else { return false }
    return node.pods.contains { $0.isPreempted && $0.priority < cycle.info.priority }
  }

  private struct Obstacle: Error {
    let reasons: [String]
  }

  /// `SelectVictimsOnNode`: without all Pods of lower priority, then with as many of them back as
  /// fit, the most important first.
  private func attempt(_ failed: SchedulingCycle.NodeFailure) -> Result<Candidate, Obstacle> {
    guard !failed.failure.isUnresolvable,
      let node = cycle.nodes.first(where: { $0.name == failed.node })
    else { return .failure(Obstacle(reasons: ["Preemption is not helpful for scheduling"])) }
    let lower = node.pods.filter { $0.priority < cycle.info.priority }
    guard !lower.isEmpty else {
      return .failure(Obstacle(reasons: ["No preemption victims found for incoming pod"]))
    }
    var remaining = lower.reduce(node) { $0.removing($1.key) }
    if let failure = judge(remaining) { return .failure(Obstacle(reasons: failure.reasons)) }
    var victims: [PodInfo] = []
    for pod in lower.sorted(by: Self.isMoreImportant) {
      let fuller = remaining.adding(pod)
      if judge(fuller) == nil { remaining = fuller } else { victims.append(pod) }
    }
    return .success(Candidate(node: node.name, victims: victims))
  }

  /// Filters a changed node as if the cluster were changed with it.
  private func judge(_ node: NodeInfo) -> FilterFailure? {
    let nodes = cycle.nodes.map { $0.name == node.name ? node : $0 }
    return SchedulingCycle(
      cycle.pod, nodes, cycle.namespaces, nominated: cycle.nominated
    ).filter(node)
  }

  private static func isMoreImportant(_ left: PodInfo, _ right: PodInfo) -> Bool {
    if left.priority != right.priority { return left.priority > right.priority }
    if left.startTime != right.startTime {
      return (left.startTime ?? .start) < (right.startTime ?? .start)
    }
    return left.key < right.key
  }

  /// `pickOneNodeForPreemption`: the lowest highest priority, then the lowest sum of priorities,
  /// then the fewest victims, then the most recently started; the first node where all is equal.
  private static func isBetter(_ left: Candidate, _ right: Candidate) -> Bool {
    let (leftTop, rightTop) = (highestPriority(left), highestPriority(right))
    if leftTop != rightTop { return leftTop < rightTop }
    let (leftSum, rightSum) = (prioritySum(left), prioritySum(right))
    if leftSum != rightSum { return leftSum < rightSum }
    if left.victims.count != right.victims.count {
      return left.victims.count < right.victims.count
    }
    return earliestStart(left) > earliestStart(right)
  }

  private static func highestPriority(_ candidate: Candidate) -> Int {
    candidate.victims.map(\.priority).max() ?? Int.min
  }

  /// Priorities may be negative; shifted, each further victim makes the sum greater.
  private static func prioritySum(_ candidate: Candidate) -> Int {
    candidate.victims.map { $0.priority + Int(Int32.max) + 1 }.reduce(0, +)
  }

  private static func earliestStart(_ candidate: Candidate) -> SimulatedTime {
    let top = highestPriority(candidate)
    return candidate.victims.filter { $0.priority == top }.compactMap(\.startTime).min() ?? .start
  }
}
