import PodEngine
import Testing

@testable import podlab

@Suite struct TraceWriterTests {
  @Test(arguments: [(0, "0.000"), (7, "0.007"), (61_050, "61.050")])
  func `time has three digits after the point`(_ milliseconds: Int, _ text: String) {
    let line = TraceWriter.line(
      at: SimulatedTime(milliseconds: milliseconds), type: "ADDED", object: ["a": "b"])
    #expect(line == "{\"t\":\(text),\"type\":\"ADDED\",\"object\":{\"a\":\"b\"}}\n")
  }
}
