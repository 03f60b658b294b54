internal import PodEngine

/// `clock`: what time it is; `clock live 10x`: lets it flow by itself.
struct Clock: Command {
  static let description = CommandDescription(
    "clock", aliases: ["now", "time"], .time, synopsis: "clock [live [Nx|off]]",
    about: "show the virtual time; live lets it flow by itself, N times as fast",
    examples: ["clock", "advance 90s && clock"],
    arguments: [.oneOf(["live"]), .oneOf(["off", "10x"])])

  /// Faster, nobody could follow.
  private static let fastest = 1000

  private enum Wish { case show, off, live(Int) }

  private let wish: Wish

  init(_ call: Invocation) throws(CommandError) {
    try call.refuseArguments(after: 2, of: "clock")
    guard let word = call.arguments.first else {
      wish = .show
      return
    }
    guard word.text == "live" else {
      throw .usage(
        "unexpected word \(GoSyntax.quoted(word.text))", verb: "clock", position: word.position)
    }
    wish = call.arguments.count > 1 ? try Self.wish(call.arguments[1]) : .live(1)
  }

  private static func wish(_ word: Word) throws(CommandError) -> Wish {
    if word.text == "off" { return .off }
    let digits = word.text.hasSuffix("x") ? word.text.dropLast() : word.text[...]
    guard let speed = Int(digits), (1...fastest).contains(speed) else {
      throw .usage(
        "\(GoSyntax.quoted(word.text)) is no speed from 1x to \(fastest)x, nor off", verb: "clock",
        position: word.position)
    }
    return .live(speed)
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let now = bench.cluster.now
    switch wish {
    case .show:
      let flow = bench.live.map { ", flowing \($0.speed)x" } ?? ""
      bench.print("clock \(ClockText.text(now)) (\(now.timestamp))\(flow)")
    case .off:
      let wasLive = bench.live != nil
      bench.live = nil
      bench.print(
        "clock live is \(wasLive ? "off" : "off already")  (clock \(ClockText.text(now)))")
    case .live(let speed):
      guard bench.configuration.isInteractive else {
        throw .unsupported(
          "clock live follows the wall clock, and a script must come out the same every time",
          suggestion: "advance DURATION lets time pass here; clock live is for the prompt")
      }
      bench.live = LiveClock(speed: speed, start: now)
      bench.print("the clock flows \(speed)x from \(ClockText.text(now)); clock live off stops it")
    }
  }
}
