internal import PodEngine

/// `pressure node NAME memory`: the node runs out of something.
struct PressureNode: Command {
  static let description = CommandDescription(
    "pressure node", aliases: ["pressure"], .break,
    synopsis: "pressure node NAME memory|disk|pid [on|off]",
    about: "let a node run out of something",
    examples: [
      "pressure node node-1 memory", "pressure node node-1 disk && pressure node node-1 disk off",
    ],
    arguments: [.node, .oneOf(["memory", "disk", "pid"]), .oneOf(["on", "off"])])

  private let node: NodeWord
  private let pressure: NodePressure
  private let isOn: Bool

  init(_ call: Invocation) throws(CommandError) {
    node = try NodeWord(call, verb: "pressure node", more: 2)
    let rest = node.rest
    guard let word = rest.first, let pressure = NodePressure(rawValue: word.text) else {
      throw .usage(
        "pressure is memory, disk or pid", verb: "pressure node", position: rest.first?.position)
    }
    self.pressure = pressure
    isOn = try SwitchWord.read(rest.dropFirst().first, verb: "pressure node")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    try bench.inject(
      .pressure(node: node.name, pressure, isOn),
      saying: "node/\(node.name) \(pressure.rawValue) pressure \(isOn ? "on" : "off")",
      position: node.position)
  }
}
