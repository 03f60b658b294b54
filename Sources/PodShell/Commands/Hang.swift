internal import PodEngine

/// `hang POD`: its processes no longer answer anything.
struct Hang: Command {
  static let description = CommandDescription(
    "hang", aliases: ["freeze"], .break, synopsis: "hang POD[/CONTAINER] [on|off]",
    about: "let a container answer nothing any more", examples: ["help hang", "hang --help"],
    arguments: [.container, .oneOf(["on", "off"])])

  private let target: PodTarget
  private let isOn: Bool

  init(_ call: Invocation) throws(CommandError) {
    target = try PodTarget(try call.argument(0, "a Pod", of: "hang"))
    try call.refuseArguments(after: 2, of: "hang")
    isOn = try SwitchWord.read(call.arguments.dropFirst().first, verb: "hang")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    try bench.inject(
      .hang(target.containerTarget(in: bench), isOn),
      saying: "\(target.text) \(isOn ? "hangs" : "answers again")", position: target.position)
  }
}
