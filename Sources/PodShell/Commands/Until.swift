internal import PodEngine

/// `until 'pod/web condition=Ready'`: lets time pass until something is true.
struct Until: Command {
  static let description = CommandDescription(
    "until", .time, synopsis: "until 'OBJECT CONDITION' [--max DURATION]",
    about: "let time pass until something is true",
    examples: [
      "create pod web --image=nginx && until 'pod/web condition=Ready'",
      "until 'count(pods) == 1' --max 10m",
    ],
    flags: [Flag("max", nil, .text, "how far to go at most; 1h unless said", completes: .duration)],
    arguments: [.kindOrObject, .anything])

  private let words: [Word]
  private let limit: SimulatedDuration

  init(_ call: Invocation) throws(CommandError) {
    words = call.arguments
    if let text = call.flags.text("max") {
      limit = try DurationWord.read(
        Word(text, at: call.flags.position(of: "max") ?? TextPosition()))
    } else {
      limit = Workbench.longestMove
    }
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let (wish, text) = try WishWords.read(words, verb: "until", in: bench)
    try bench.refuseMissing(wish)
    let (start, seen) = (bench.cluster.now, bench.cluster.watchLog.count)
    let isMet = try bench.moveClock(until: wish, limit: limit)
    bench.sayChanges(from: seen, since: start)
    bench.sayClock(since: start)
    guard !isMet else { return }
    bench.fail(
      CommandError(
        "timeout", "error: timed out waiting for \(text) after \(GoDuration.text(limit))",
        suggestion: "undo brings the clock back; --max goes further",
        position: words.first?.position))
  }
}
