internal import PodEngine

/// `ignore-term POD`: its main process no longer reacts to SIGTERM.
struct IgnoreTerm: Command {
  static let description = CommandDescription(
    "ignore-term", aliases: ["deaf"], .break, synopsis: "ignore-term POD[/CONTAINER] [on|off]",
    about: "let a container ignore SIGTERM", examples: ["help ignore-term", "ignore-term --help"],
    arguments: [.container, .oneOf(["on", "off"])])

  private let target: PodTarget
  private let isOn: Bool

  init(_ call: Invocation) throws(CommandError) {
    target = try PodTarget(try call.argument(0, "a Pod", of: "ignore-term"))
    try call.refuseArguments(after: 2, of: "ignore-term")
    isOn = try SwitchWord.read(call.arguments.dropFirst().first, verb: "ignore-term")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    try bench.inject(
      .ignoreTerm(target.containerTarget(in: bench), isOn),
      saying: "\(target.text) \(isOn ? "ignores" : "reacts to") SIGTERM", position: target.position)
  }
}
