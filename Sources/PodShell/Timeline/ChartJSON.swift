internal import OrderedCollections
internal import PodEngine

/// A chart for programs. Times are seconds on the clock.
enum ChartJSON {
  static func value(_ chart: Chart) -> APIValue {
    [
      "object": .string(chart.subject), "from": seconds(chart.start), "to": seconds(chart.end),
      "lanes": .array(chart.lanes.map { lane($0, end: chart.end) }),
      "moments": .array(chart.moments.map(moment)),
    ]
  }

  private static func seconds(_ time: SimulatedTime) -> APIValue {
    time.milliseconds % 1000 == 0
      ? .integer(time.milliseconds / 1000) : .double(Double(time.milliseconds) / 1000)
  }

  private static func lane(_ lane: Chart.Lane, end: SimulatedTime) -> APIValue {
    let ends = lane.spans.dropFirst().map(\.start) + [end]
    let spans = zip(lane.spans, ends).filter { !$0.0.word.isEmpty }.map { span, end -> APIValue in
      ["from": seconds(span.start), "to": seconds(end), "state": .string(span.word)]
    }
    let marks = lane.marks.map { mark -> APIValue in
      ["time": seconds(mark.time), "what": .string(mark.word)]
    }
    return ["name": .string(lane.name), "states": .array(spans), "marks": .array(marks)]
  }

  private static func moment(_ moment: Chart.Moment) -> APIValue {
    [
      "time": seconds(moment.time), "entry": .integer(moment.id.number),
      "typed": .bool(moment.isTyped), "text": .string(moment.text),
    ]
  }
}
