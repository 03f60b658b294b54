/// Why a Pod fits nowhere, in the words of the `FailedScheduling` event (`framework.FitError`).
package struct FitError: Hashable, Sendable {
  package var nodeCount: Int
  /// The reasons of the nodes that were looked at, one list per node.
  package var reasonsPerNode: [[String]]
  /// What a check before the nodes said; it stands instead of the reasons.
  package var preFilterMessage = ""
  /// What preemption said.
  package var postFilterMessage = ""
  /// The reason of the nodes that nobody looked at; empty where all were looked at.
  package var absentNodesReason = ""

  package init(nodeCount: Int, reasonsPerNode: [[String]]) {
    (self.nodeCount, self.reasonsPerNode) = (nodeCount, reasonsPerNode)
  }

  /// `0/3 nodes are available: 1 node(s) were unschedulable, 2 Insufficient cpu. preemption: …`. A
  /// node with two reasons is counted in both; the entries are sorted as text, so `10 x` stands
  /// before `2 y`.
  package var message: String {
    var text = "0/\(nodeCount) nodes are available:"
    if !preFilterMessage.isEmpty {
      text += " \(preFilterMessage)."
    } else if let list = countedReasons {
      text += " \(list)."
    }
    return postFilterMessage.isEmpty ? text : "\(text) \(postFilterMessage)"
  }

  private var countedReasons: String? {
    var counts: StringMap<Int> = [:]
    for reason in reasonsPerNode.joined() { counts[reason, default: 0] += 1 }
    let absent = nodeCount - reasonsPerNode.count
    if !absentNodesReason.isEmpty, absent > 0 { counts[absentNodesReason, default: 0] += absent }
    let entries = counts.map { "\($0.value) \($0.key)" }
    return entries.isEmpty ? nil : entries.sorted().joined(separator: ", ")
  }

  /// Events hold 1024 characters at most (`truncateMessage` in schedule_one.go).
  package static func truncated(_ message: String) -> String {
    let (limit, suffix) = (1024, " ...")
    return message.utf8.count <= limit
      ? message : String(message.prefix(limit - suffix.count)) + suffix
  }
}
