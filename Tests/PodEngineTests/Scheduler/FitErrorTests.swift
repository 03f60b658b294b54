import Testing

@testable import PodEngine

struct FitErrorTests {
  @Test(arguments: [
    (
      [["Insufficient cpu", "Insufficient memory"], ["Insufficient cpu"]],
      "0/2 nodes are available: 1 Insufficient memory, 2 Insufficient cpu."
    ),
    (
      [["node(s) were unschedulable"], ["Insufficient memory"]],
      "0/2 nodes are available: 1 Insufficient memory, 1 node(s) were unschedulable."
    ),
    (
      Array(repeating: ["Insufficient cpu"], count: 10)
        + Array(repeating: ["Too many pods"], count: 2),
      "0/12 nodes are available: 10 Insufficient cpu, 2 Too many pods."
    ),
  ])
  func countsReasons(_ reasons: [[String]], _ message: String) {
    #expect(FitError(nodeCount: reasons.count, reasonsPerNode: reasons).message == message)
  }

  @Test func addsWhatOthersSay() {
    var error = FitError(nodeCount: 3, reasonsPerNode: [["Insufficient cpu"]])
    error.absentNodesReason = "elsewhere"
    error.postFilterMessage = "preemption: none."
    #expect(
      error.message
        == "0/3 nodes are available: 1 Insufficient cpu, 2 elsewhere. preemption: none.")
    error.preFilterMessage = "not now"
    #expect(error.message == "0/3 nodes are available: not now. preemption: none.")
  }

  @Test func cutsLongMessages() {
    let long = String(repeating: "x", count: 2000)
    #expect(FitError.truncated(long).count == 1024)
    #expect(FitError.truncated(long).hasSuffix("x ..."))
    #expect(FitError.truncated("short") == "short")
  }
}
