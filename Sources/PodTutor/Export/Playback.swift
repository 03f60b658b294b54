internal import PodEngine
internal import PodShell

/// How fast a recording plays.
package struct PlaybackPace: Hashable, Sendable {
  /// Whether waiting takes as long as the cluster's clock says; else two seconds at most.
  package var isVirtual: Bool
  /// 200 plays twice as fast.
  package var percent: Int

  package init(isVirtual: Bool = false, percent: Int = 100) {
    (self.isVirtual, self.percent) = (isVirtual, percent)
  }
}

/// A session as a film. Its clock is that of somebody who reads along, and a pure function of the
/// page: milliseconds as integers, counted from the beginning.
struct Playback: Sendable {
  enum Event: Hashable, Sendable {
    /// What the terminal receives.
    case output([TerminalText])
    /// A place to jump to.
    case marker(String)
  }

  /// A row of the terminal, for pictures.
  struct Row: Hashable, Sendable {
    let pieces: [TerminalText]
    let start: Int
    /// How long it is typed; nil for what is printed.
    var typing: Int?
  }

  private(set) var events: [(time: Int, event: Event)] = []
  private(set) var rows: [Row] = []
  /// When the last row has been read.
  private(set) var end = 0

  private let pace: PlaybackPace
  private var now = 0

  // What people type and read; the numbers are a matter of taste and part of the format.
  private static let keystroke = 45
  private static let pastedKeystroke = 5
  private static let beforeEnter = 350
  private static let longestWait = 2000
  private static let beforeExit = 500

  init(_ page: PublishedPage, pace: PlaybackPace) {
    self.pace = pace
    var chapters = page.transcript.chapters[...]
    for (index, block) in page.visibleBlocks.enumerated() {
      if index > 0 { rows.append(Row(pieces: [], start: scaled(now))) }
      for (index, step) in block.steps.enumerated() {
        var chapter: TranscriptChapter?
        while index == 0, let next = chapters.first, next.line < block.source.position.line {
          chapter = next
          chapters.removeFirst()
        }
        play(step, chapter)
      }
    }
    now += Self.beforeExit
    end = scaled(now)
  }

  private func scaled(_ time: Int) -> Int { time * 100 / pace.percent }

  private mutating func emit(_ event: Event) { events.append((scaled(now), event)) }

  private mutating func play(_ step: PublishedPage.Step, _ chapter: TranscriptChapter?) {
    let lines = step.command.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let rowStart = now
      emit(.output(step.commandLines[index].prefix(1) + [TerminalText(" ")]))
      if index == 0 {
        if let chapter { emit(.marker(chapter.title)) }
        let time = VirtualDuration.text(step.start - .start)
        emit(.marker("t=\(time) \(step.command.firstLine)"))
      }
      for character in line {
        now += index == 0 ? Self.keystroke : Self.pastedKeystroke
        emit(.output([TerminalText(String(character))]))
      }
      if index == lines.count - 1 { now += Self.beforeEnter }
      emit(.output([TerminalText("\n")]))
      rows.append(
        Row(
          pieces: step.commandLines[index], start: scaled(rowStart),
          typing: scaled(now) - scaled(rowStart)))
    }
    show(step)
  }

  private mutating func show(_ step: PublishedPage.Step) {
    let total = (step.end - step.start).milliseconds
    let moments = step.moments
    var shown = 0
    if step.lines.isEmpty { wait(total) }
    for (line, moment) in zip(step.lines, moments) {
      wait(max(0, moment - shown))
      shown = max(shown, moment)
      append(line.pieces + [TerminalText("\n")])
      rows.append(Row(pieces: line.pieces, start: scaled(now)))
    }
    if !step.lines.isEmpty { now += min(300 + 250 * step.lines.count, 2500) }
    // On the cluster's clock the command also takes what passed after its last word.
    if pace.isVirtual, !step.lines.isEmpty { wait(max(0, total - shown)) }
  }

  /// Lines of one moment arrive together.
  private mutating func append(_ pieces: [TerminalText]) {
    if let last = events.last, last.time == scaled(now), case .output(let before) = last.event,
      before != [TerminalText("\n")]
    {
      events[events.count - 1].event = .output(before + pieces)
    } else {
      emit(.output(pieces))
    }
  }

  private mutating func wait(_ milliseconds: Int) {
    now += pace.isVirtual ? milliseconds : min(milliseconds, Self.longestWait)
  }
}

extension PublishedPage.Step {
  /// When each line was printed, in milliseconds from the beginning of the command: `[+1.442s]`
  /// says so; output that does not say appears when the command is done.
  var moments: [Int] {
    let total = (end - start).milliseconds
    let said = lines.map { Self.moment(of: $0.text) }
    guard said.contains(where: { $0 != nil }) else { return lines.map { _ in total } }
    var last = 0
    return said.map { moment in
      last = min(max(last, moment ?? last), total)
      return last
    }
  }

  private static func moment(of line: String) -> Int? {
    guard line.hasPrefix("[+"), let end = line.firstIndex(of: "]") else { return nil }
    let text = String(line[line.index(line.startIndex, offsetBy: 2)..<end])
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, text.utf8.count < 20 else { return nil }
    guard parts.count == 2 else { return VirtualDuration.parse(text)?.milliseconds }
    let digits = parts[1].dropLast()
    guard parts[1].last == "s", (1...3).contains(digits.count), let fraction = Int(digits),
      let whole = VirtualDuration.parse(parts[0] + "s")
    else { return nil }
    let scale = [100, 10, 1][digits.count - 1]
    return whole.milliseconds + fraction * scale
  }
}
