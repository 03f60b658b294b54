internal import PodEngine

/// What happened to an object over a stretch of virtual time, ready to be drawn.
struct Chart: Hashable, Sendable {
  /// `pod/web on node-1`
  let title: String
  let subject: String
  var start: SimulatedTime
  let end: SimulatedTime
  var lanes: [Lane]
  var moments: [Moment]

  /// One line of the drawing.
  struct Lane: Hashable, Sendable {
    /// How it is drawn.
    enum Style: Hashable, Sendable {
      /// Each stretch has its word: `Pending|Running`.
      case words
      /// Each stretch has its sign: `..===`.
      case signs
    }

    let name: String
    /// It belongs to the lane above.
    var isInner = false
    let style: Style
    /// In the order of time; each lasts until the next one.
    var spans: [Span] = []
    var marks: [Mark] = []

    var isEmpty: Bool { spans.isEmpty && marks.isEmpty }
  }

  /// Something that lasts until the next span of its lane.
  struct Span: Hashable, Sendable {
    let start: SimulatedTime
    let word: String
    let sign: Sign
  }

  /// Something that takes no time.
  struct Mark: Hashable, Sendable {
    let time: SimulatedTime
    let sign: Sign
    let word: String
  }

  /// Something for the list below the drawing; what repeats itself is counted.
  struct Moment: Hashable, Sendable {
    let time: SimulatedTime
    let text: String
    let isTyped: Bool
    let id: TimelineID
    var count = 1
    var last: SimulatedTime
  }
}

/// The signs of a drawing. They differ in shape, so that nothing rests on colour.
enum Sign: Character, Hashable, Sendable, CaseIterable {
  case none = " "
  case running = "="
  case waiting = "."
  case pulling = "p"
  case backoff = "~"
  case failing = "!"
  case ended = "-"
  case endedWell = "o"
  case endedBadly = "x"
  case passed = "+"
  case failed = "f"
  case asked = "?"
  case mixed = "#"
  case hook = "h"
  case term = "T"
  case kill = "K"
  case event = "*"
  case typed = "^"

  /// For the legend.
  var meaning: String {
    switch self {
    case .none: ""
    case .running: "running"
    case .waiting: "waiting"
    case .pulling: "pulling the image"
    case .backoff: "waiting in back-off"
    case .failing: "cannot start"
    case .ended: "ended"
    case .endedWell: "ended with exit code 0"
    case .endedBadly: "ended with another exit code"
    case .passed: "passed"
    case .failed: "failed"
    case .asked: "could not be asked"
    case .mixed: "passed and failed"
    case .hook: "hook running"
    case .term: "SIGTERM"
    case .kill: "SIGKILL"
    case .event: "event"
    case .typed: "typed by you"
    }
  }
}

extension Chart {
  /// Only what lies after a time; the state at that time begins each lane.
  func since(_ time: SimulatedTime) -> Chart {
    guard time > start else { return self }
    var chart = self
    chart.start = min(time, end)
    chart.moments = moments.filter { $0.time >= time }
    chart.lanes = lanes.map { lane in
      var lane = lane
      let before = lane.spans.last { $0.start <= time }
      let first = before.map { [Span(start: time, word: $0.word, sign: $0.sign)] } ?? []
      lane.spans = first + lane.spans.filter { $0.start > time }
      lane.marks = lane.marks.filter { $0.time >= time }
      return lane
    }.filter { !$0.isEmpty }
    return chart
  }

  /// What says the same is one moment with a count, where it was first.
  static func folded(_ moments: [Moment]) -> [Moment] {
    var folded: [Moment] = []
    for moment in moments {
      if let index = folded.firstIndex(where: {
        $0.text == moment.text && $0.isTyped == moment.isTyped
      }) {
        folded[index].count += 1
        folded[index].last = moment.time
      } else {
        folded.append(moment)
      }
    }
    return folded
  }
}

extension [Chart.Span] {
  /// Without stretches that say what the one before says.
  var joined: [Chart.Span] {
    var result: [Chart.Span] = []
    for span in self where result.last?.word != span.word || result.last?.sign != span.sign {
      result.append(span)
    }
    return result
  }
}
