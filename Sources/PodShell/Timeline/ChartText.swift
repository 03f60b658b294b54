internal import PodEngine

/// A chart in plain ASCII: one line a lane, one column a stretch of time.
struct ChartText {
  private let chart: Chart
  private let step: SimulatedDuration
  private let labelWidth: Int
  private let columns: Int
  private let width: Int

  /// How many lines the list below the drawing has at most.
  private static let momentLimit = 20

  init(_ chart: Chart, width: Int) {
    let labels = chart.lanes.map { $0.name.count + ($0.isInner ? 1 : 0) }
    labelWidth = min(max(labels.max() ?? 0, 6), 16) + 1
    let room = max(10, width - labelWidth)
    let scale = Self.scale(chart.end - chart.start, room)
    (self.chart, self.width) = (chart, width)
    (step, columns) = (scale, min(room, Self.count(chart.end - chart.start, scale)))
  }

  /// Lengths of time that a column may stand for.
  private static let scales: [Int] =
    [50, 100, 200, 500] + [1, 2, 5, 10, 15, 30].map { $0 * 1000 }
    + [1, 2, 5, 10, 15, 30].map { $0 * 60_000 }
    + [1, 2, 4, 8, 24, 7 * 24, 30 * 24, 365 * 24].map { $0 * 3_600_000 }

  private static func scale(_ length: SimulatedDuration, _ room: Int) -> SimulatedDuration {
    let fitting = scales.first { count(length, .milliseconds($0)) <= room }
    return .milliseconds(fitting ?? (length.milliseconds / room + 1))
  }

  private static func count(_ length: SimulatedDuration, _ step: SimulatedDuration) -> Int {
    length.milliseconds / step.milliseconds + 1
  }

  var text: String {
    let range = "\(ClockText.text(chart.start)) to \(ClockText.text(chart.end))"
    var lines = ["\(chart.title), \(range); a column is \(ClockText.length(step))"]
    lines += axis
    lines += chart.lanes.map(line)
    if let legend { lines += legend }
    lines += list
    return lines.map { $0.trimmedAtEnd + "\n" }.joined()
  }

  private func column(of time: SimulatedTime) -> Int {
    min(columns - 1, max(0, (time - chart.start).milliseconds / step.milliseconds))
  }

  private func label(_ text: String) -> String {
    let short = text.count < labelWidth ? text : text.prefix(labelWidth - 2) + "~"
    return short + String(repeating: " ", count: labelWidth - short.count)
  }

  /// Times above, and where they are.
  private var axis: [String] {
    var (times, ticks) = ("", "")
    var column = 0
    while column < columns {
      let time = ClockText.text(chart.start + step * column)
      times += String(repeating: " ", count: max(0, column - times.count)) + time
      ticks += String(repeating: "-", count: max(0, column - ticks.count)) + "|"
      let gap = max(10, (time.count / 10 + 1) * 10)
      column += gap
    }
    ticks += String(repeating: "-", count: max(0, columns - ticks.count))
    let room = width - labelWidth
    if times.count > room { times = Self.withoutLastWord(times, room) }
    return [label("") + times, label("") + ticks]
  }

  private static func withoutLastWord(_ text: String, _ room: Int) -> String {
    let cut = text.lastIndex(of: " ") ?? text.startIndex
    return String(text[..<cut].prefix(room))
  }

  private func line(_ lane: Chart.Lane) -> String {
    let name = label((lane.isInner ? " " : "") + lane.name)
    switch lane.style {
    case .words: return name + words(lane)
    case .signs: return name + signs(lane)
    }
  }

  /// Of several stretches in one column the last counts.
  private func words(_ lane: Chart.Lane) -> String {
    var starts: [(column: Int, word: String)] = []
    for span in lane.spans {
      let column = column(of: span.start)
      if starts.last?.column == column { starts.removeLast() }
      if starts.last?.word == span.word { continue }
      starts.append((column, span.word))
    }
    var text = ""
    for (index, start) in starts.enumerated() {
      text += String(repeating: " ", count: max(0, start.column - text.count))
      let isLast = index + 1 == starts.count
      // The last one may reach beyond the drawing: there is nothing behind it.
      let end = isLast ? width - labelWidth : starts[index + 1].column
      text += Self.cell(start.word, width: max(0, end - start.column))
    }
    return text
  }

  /// `|Running`; one column has room for a letter alone.
  private static func cell(_ word: String, width: Int) -> Substring {
    guard !word.isEmpty else { return "" }
    return width == 1 ? word.prefix(1) : ("|" + word).prefix(width)
  }

  private func signs(_ lane: Chart.Lane) -> String {
    var cells = [Sign](repeating: .none, count: columns)
    for (index, span) in lane.spans.enumerated() {
      let first = column(of: span.start)
      let next = index + 1 < lane.spans.count ? column(of: lane.spans[index + 1].start) : columns
      for cell in first..<max(first + (next == first ? 0 : 1), next) { cells[cell] = span.sign }
    }
    for mark in lane.marks {
      let cell = column(of: mark.time)
      cells[cell] = cells[cell].with(mark.sign)
    }
    return String(cells.map(\.rawValue))
  }

  /// The signs that were used, with what they mean.
  private var legend: [String]? {
    var used: [Sign] = []
    for lane in chart.lanes where lane.style == .signs {
      let drawn = Set(signs(lane))
      used += Sign.allCases.filter { drawn.contains($0.rawValue) && !used.contains($0) }
    }
    let words = Sign.allCases.filter { used.contains($0) && $0 != .none }
      .map { "\($0.rawValue) \($0.meaning)" }
    guard !words.isEmpty else { return nil }
    let wrapped = WordWrap.wrap(words.joined(separator: ", ").unbreakable, width: width - 1)
    return [""] + wrapped.breakable.split(separator: "\n").map(String.init)
  }

  private var list: [String] {
    let moments = Chart.folded(chart.moments)
    guard !moments.isEmpty else { return [] }
    let times = moments.map { ClockText.text($0.time) }
    let timeWidth = times.map(\.count).max() ?? 0
    var lines = [""]
    for (moment, time) in zip(moments, times).prefix(Self.momentLimit) {
      let pad = String(repeating: " ", count: timeWidth - time.count)
      let repeated =
        moment.count > 1 ? " (\(moment.count) times, last \(ClockText.text(moment.last)))" : ""
      let head = "\(pad)\(time)  "
      let text = moment.isTyped ? "you: \(moment.text)" : moment.text
      let room = width - head.count - repeated.count
      lines.append(head + text.cut(to: room) + repeated)
    }
    let rest = moments.count - Self.momentLimit
    if rest > 0 { lines.append("... and \(rest) more; --last 1m shows the latest") }
    return lines
  }
}

extension Sign {
  /// Two marks in one column.
  fileprivate func with(_ mark: Sign) -> Sign {
    if self == .mixed { return self }
    if [self, mark] == [.passed, .failed] || [self, mark] == [.failed, .passed] {
      return .mixed
    }
    return self == .kill && mark == .term ? .kill : mark
  }
}

extension String {
  fileprivate var trimmedAtEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Cut with three dots.
  fileprivate func cut(to room: Int) -> String {
    count <= room ? self : prefix(max(0, room - 3)) + "..."
  }

  /// With spaces at which no line ends, but for those after a comma.
  fileprivate var unbreakable: String {
    replacing(", ", with: ",\u{1}").replacing(" ", with: "\u{A0}").replacing("\u{1}", with: " ")
  }

  fileprivate var breakable: String { replacing("\u{A0}", with: " ") }
}
