internal import PodEngine

/// `jitter on|off`: the delays of a production cluster, or the ideal clock.
struct JitterCommand: Command {
  static let description = CommandDescription(
    "jitter", .time, synopsis: "jitter on|off",
    about: "give everything the delays of production (watch, registry, runtime), or none",
    examples: ["jitter on", "jitter off"], arguments: [.oneOf(["on", "off"])])

  private let isOn: Bool

  init(_ call: Invocation) throws(CommandError) {
    isOn = try SwitchWord.read(try call.argument(0, "on or off", of: "jitter"), verb: "jitter")
    try call.refuseArguments(after: 1, of: "jitter")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    try bench.inject(.jitter(isOn), saying: "jitter is \(isOn ? "on" : "off")")
  }
}
