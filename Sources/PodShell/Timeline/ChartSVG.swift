internal import PodEngine

/// A chart as a picture: static, with real text, a title and a description, for light and dark.
struct ChartSVG {
  private let chart: Chart

  private static let labelWidth = 130
  private static let plotWidth = 760
  private static let laneHeight = 26
  private static let top = 70
  private static let momentLimit = 40

  init(_ chart: Chart) { self.chart = chart }

  private var length: Int { max(1, (chart.end - chart.start).milliseconds) }
  private var moments: [Chart.Moment] {
    Array(Chart.folded(chart.moments).prefix(Self.momentLimit))
  }
  private var plotBottom: Int { Self.top + chart.lanes.count * Self.laneHeight }
  private var height: Int { plotBottom + 30 + moments.count * 18 }
  private var width: Int { Self.labelWidth + Self.plotWidth + 20 }

  private func x(_ time: SimulatedTime) -> Int {
    Self.labelWidth + (time - chart.start).milliseconds * Self.plotWidth / length
  }

  var text: String {
    let range = "\(ClockText.text(chart.start)) to \(ClockText.text(chart.end))"
    let title = "\(chart.title), \(range)"
    let lines =
      [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" "
          + "width=\"\(width)\" height=\"\(height)\" role=\"img\" aria-labelledby=\"t d\">",
        "<title id=\"t\">\(title.xml)</title>",
        "<desc id=\"d\">\(description.xml)</desc>", Self.style,
        "<rect class=\"paper\" width=\"\(width)\" height=\"\(height)\"/>",
        "<text class=\"head\" x=\"10\" y=\"26\">\(title.xml)</text>",
      ] + axis + chart.lanes.enumerated().flatMap(lane) + list + ["</svg>"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// What a picture says to somebody who does not see it.
  private var description: String {
    chart.lanes.filter { $0.style == .words }.map { lane in
      let spans = lane.spans.filter { !$0.word.isEmpty }
      return "\(lane.name): "
        + spans.map { "\($0.word) from \(ClockText.text($0.start))" }.joined(separator: ", ")
    }.joined(separator: ". ")
  }

  private static let style = """
    <style>
    svg { font: 13px ui-monospace, Menlo, Consolas, monospace; }
    .paper { fill: #ffffff; } text { fill: #1b1f24; } .head { font-weight: bold; }
    .axis { stroke: #8c959f; } .span { fill: #ddf4ff; stroke: #54aeff; }
    .running { fill: #dafbe1; stroke: #2da44e; } .bad { fill: #ffebe9; stroke: #cf222e; }
    @media (prefers-color-scheme: dark) {
    .paper { fill: #0d1117; } text { fill: #e6edf3; } .axis { stroke: #6e7681; }
    .span { fill: #121d2f; stroke: #388bfd; } .running { fill: #12261e; stroke: #2ea043; }
    .bad { fill: #25171c; stroke: #f85149; }
    }
    </style>
    """

  private var axis: [String] {
    let count = 8
    return (0...count).map { index in
      let time = chart.start + .milliseconds(length * index / count)
      let (x, anchor) = (x(time), index == count ? "end" : "start")
      return
        "<line class=\"axis\" x1=\"\(x)\" y1=\"\(Self.top - 14)\" x2=\"\(x)\" y2=\"\(plotBottom)\"/>"
        + "<text x=\"\(x)\" y=\"\(Self.top - 18)\" text-anchor=\"\(anchor)\">"
        + "\(ClockText.text(Self.rounded(time)))</text>"
    }
  }

  /// Labels have room for whole seconds.
  private static func rounded(_ time: SimulatedTime) -> SimulatedTime {
    SimulatedTime(milliseconds: time.milliseconds / 1000 * 1000)
  }

  private func lane(_ index: Int, _ lane: Chart.Lane) -> [String] {
    let y = Self.top + index * Self.laneHeight
    let indent = lane.isInner ? 22 : 10
    let name = "<text x=\"\(indent)\" y=\"\(y + 17)\">\(lane.name.xml)</text>"
    let ends = lane.spans.dropFirst().map(\.start) + [chart.end]
    let spans = zip(lane.spans, ends).filter { !$0.0.word.isEmpty }.map { span, end in
      box(span, x(span.start), x(end), y)
    }
    let marks = lane.marks.map { mark in
      "<text x=\"\(x(mark.time))\" y=\"\(y + 17)\" text-anchor=\"middle\">"
        + "\(String(mark.sign.rawValue).xml)<title>"
        + "\("\(ClockText.text(mark.time)) \(mark.word)".xml)</title></text>"
    }
    return [name] + spans + marks
  }

  private func box(_ span: Chart.Span, _ left: Int, _ right: Int, _ y: Int) -> String {
    let width = max(1, right - left)
    // A letter of this size is eight pixels wide.
    let room = max(0, (width - 6) / 8)
    let label = span.word.count <= room ? span.word : String(span.word.prefix(room))
    return
      "<g><title>\("\(span.word) from \(ClockText.text(span.start))".xml)</title>"
      + "<rect class=\"\(Self.style(of: span))\" x=\"\(left)\" y=\"\(y + 2)\" width=\"\(width)\" "
      + "height=\"\(Self.laneHeight - 5)\"/>"
      + "<text x=\"\(left + 3)\" y=\"\(y + 17)\">\(label.xml)</text></g>"
  }

  private static func style(of span: Chart.Span) -> String {
    if span.sign == .running || ["Running", "True", "on"].contains(span.word) { return "running" }
    if [.backoff, .failing].contains(span.sign) || ["False", "Unknown", "off"].contains(span.word)
      || span.word.hasSuffix("BackOff") || span.word.hasSuffix("Error") || span.word == "Failed"
    {
      return "bad"
    }
    return "span"
  }

  private var list: [String] {
    moments.enumerated().map { index, moment in
      let text = moment.isTyped ? "you: \(moment.text)" : moment.text
      let often = moment.count > 1 ? " (\(moment.count) times)" : ""
      return "<text x=\"10\" y=\"\(plotBottom + 28 + index * 18)\">"
        + "\("\(ClockText.text(moment.time))  \(text.prefix(100))\(often)".xml)</text>"
    }
  }
}

extension String {
  /// For the text of an XML element.
  fileprivate var xml: String {
    unicodeScalars.map { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      default: scalar.value < 0x20 || scalar.value == 0x7f ? "?" : String(scalar)
      }
    }.joined()
  }
}
