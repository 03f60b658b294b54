internal import OrderedCollections
internal import PodEngine

/// `timeline POD|NODE`: what happened to it, drawn over virtual time.
struct DrawTimeline: Command {
  static let description = CommandDescription(
    "timeline", .understand,
    synopsis: "timeline POD | node/NAME [--since TIME] [--last DURATION] [-o json|svg]",
    about: "draw states, probes and events over time",
    examples: [
      "create pod web --image=nginx --readiness=http:80/ && advance 20s && timeline web",
      "timeline node/node-1 --last 10s",
    ],
    flags: [
      Flag(
        "since", nil, .text, "begin at a time of the clock, such as 0:30", completes: .anything),
      Flag("last", nil, .text, "only the last while, such as 5m", completes: .duration),
      Flag("width", nil, .integer, "how wide the drawing may be, 60 to 200; 78 unless said"),
      Flag(
        "output", "o", .text, "json, or svg for a picture: timeline web -o svg > web.svg",
        completes: .oneOf(["json", "svg"])),
    ], arguments: [.pod])

  private enum Form: String { case text, json, svg }

  private let word: Word
  private let form: Form
  private let width: Int
  private let since: SimulatedTime?
  private let last: SimulatedDuration?

  init(_ call: Invocation) throws(CommandError) {
    word = try call.argument(0, "a Pod, or node/NAME", of: "timeline")
    try call.refuseArguments(after: 1, of: "timeline")
    guard let form = Form(rawValue: call.flags.text("output") ?? "text") else {
      throw .usage(
        "timeline can be drawn as text, json or svg", verb: "timeline",
        position: call.flags.position(of: "output"))
    }
    self.form = form
    width = call.flags.integer("width") ?? 78
    guard (60...200).contains(width) else {
      throw .usage(
        "a width is a number from 60 to 200", verb: "timeline",
        position: call.flags.position(of: "width"))
    }
    since = try Self.since(call)
    last = try call.flags.text("last").map { text throws(CommandError) in
      try DurationWord.read(Word(text, at: call.flags.position(of: "last") ?? TextPosition()))
    }
  }

  private static func since(_ call: Invocation) throws(CommandError) -> SimulatedTime? {
    guard let text = call.flags.text("since") else { return nil }
    if let time = ClockText.time(text) { return time }
    throw CommandError(
      "invalid", "error: \(GoSyntax.quoted(text)) is no time of the clock",
      suggestion: "write 0:30, 1:05:00 or 30s", position: call.flags.position(of: "since"))
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let key = try StoryWord.key(word, in: bench)
    var chart = try chart(of: key, in: bench)
    if let since { chart = chart.since(since) }
    if let last { chart = chart.since(chart.end - last) }
    switch form {
    case .text: bench.write(ChartText(chart, width: width).text)
    case .json: bench.write(JSONText.text(ChartJSON.value(chart), pretty: true) + "\n")
    case .svg: bench.write(ChartSVG(chart).text)
    }
  }

  private func chart(of key: ObjectKey, in bench: Workbench) throws(CommandError) -> Chart {
    if key.resource == .pods, let story = PodStory(key, in: bench.cluster) {
      return PodChart.chart(of: story)
    }
    _ = try bench.object(key, position: word.position)
    guard key.resource == .nodes else {
      throw CommandError(
        "unsupported", "error: timeline does not draw \(key.resource.plural)",
        suggestion: "it draws Pods and nodes", position: word.position)
    }
    return NodeChart.chart(of: key.name, in: bench.cluster)
  }
}
