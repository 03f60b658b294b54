internal import PodEngine

/// `cni bandwidth on|off`: whether the CNI plugin acts on the bandwidth annotations.
struct BandwidthCommand: Command {
  static let description = CommandDescription(
    "cni bandwidth", .break, synopsis: "cni bandwidth on|off",
    about: "let the network act on the bandwidth annotations",
    examples: ["cni bandwidth on", "cni bandwidth off"], arguments: [.oneOf(["on", "off"])])

  private let isOn: Bool

  init(_ call: Invocation) throws(CommandError) {
    isOn = try SwitchWord.read(
      try call.argument(0, "on or off", of: "cni bandwidth"), verb: "cni bandwidth")
    try call.refuseArguments(after: 1, of: "cni bandwidth")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    try bench.inject(.cniBandwidth(isOn), saying: "cni bandwidth is \(isOn ? "on" : "off")")
  }
}
