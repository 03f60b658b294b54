import Testing

@testable import podlab

@Suite struct HistoryRecallTests {
  @Test func `walks through what begins as typed and back`() {
    var recall = HistoryRecall(entries: ["get a", "describe", "get b"])
    #expect(recall.older(than: "get") == "get b")
    #expect(recall.older(than: "get b") == "get a")
    #expect(recall.older(than: "get a") == nil)
    #expect(recall.newer(than: "get a") == "get b")
    #expect(recall.newer(than: "get b") == "get")
    #expect(recall.newer(than: "get") == nil)
  }

  @Test func `an edit begins a new walk`() {
    var recall = HistoryRecall(entries: ["get a", "describe", "get b"])
    #expect(recall.older(than: "") == "get b")
    #expect(recall.older(than: "d") == "describe")
  }

  @Test func `the same command twice is shown once`() {
    var recall = HistoryRecall(entries: ["a", "b", "b"])
    recall.add("b")
    #expect(recall.older(than: "") == "b")
    #expect(recall.older(than: "b") == "a")
  }

  @Test func `an empty history has nothing`() {
    var recall = HistoryRecall(entries: [])
    #expect(recall.older(than: "x") == nil)
    #expect(recall.newer(than: "x") == nil)
  }
}
