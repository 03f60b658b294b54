internal import PodEngine

/// `kill node N`, `kill container POD[/C]`, `kill sandbox POD`: the hard end of something.
struct Kill: Command {
  static let description = CommandDescription(
    "kill", .break,
    synopsis: "kill node NAME | container POD[/CONTAINER] [--signal N] | sandbox POD",
    about: "end a node, a container or a sandbox at once",
    examples: ["kill node node-2", "help kill"],
    flags: [Flag("signal", "s", .text, "the signal for the container; KILL unless said")],
    arguments: [.oneOf(["node", "container", "sandbox"]), .anything])

  private enum Victim: Hashable, Sendable {
    case node(String, TextPosition)
    case container(PodTarget, signal: Int)
    case sandbox(PodTarget)
  }

  private let victim: Victim

  init(_ call: Invocation) throws(CommandError) {
    let kind = try call.argument(0, "node, container or sandbox", of: "kill")
    if let name = kind.text.split(separator: "/").dropFirst().first, kind.text.hasPrefix("node/") {
      victim = .node(String(name), kind.position)
      return
    }
    switch kind.text {
    case "node":
      let word = try call.argument(1, "a node, such as node-1", of: "kill")
      try call.refuseArguments(after: 2, of: "kill")
      victim = .node(try NodeName.read(word), word.position)
    case "container":
      let target = try PodTarget(
        try call.argument(1, "a Pod", of: "kill"), container: call.arguments.dropFirst(2).first)
      try call.refuseArguments(after: 3, of: "kill")
      victim = .container(target, signal: try Self.signal(call))
    case "sandbox":
      victim = .sandbox(try PodTarget(try call.argument(1, "a Pod", of: "kill")))
      try call.refuseArguments(after: 2, of: "kill")
    default:
      let name = kind.text.split(separator: "/").last.map(String.init) ?? kind.text
      throw .usage(
        "kill what of \(GoSyntax.quoted(kind.text))?", verb: "kill", position: kind.position,
        suggestion: "delete pod \(name) ends the Pod; kill container \(name) crashes its container")
    }
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    switch victim {
    case .node(let name, let position):
      try bench.inject(.killNode(name), saying: "node/\(name) killed", position: position)
    case .container(let target, let signal):
      try bench.inject(
        .killContainer(target.containerTarget(in: bench), signal: signal),
        saying: "\(target.text) killed with signal \(signal)", position: target.position)
    case .sandbox(let target):
      try bench.inject(
        .killSandbox(pod: target.key(in: bench)), saying: "pod/\(target.pod) sandbox killed",
        position: target.position)
    }
  }

  private static let signals = [
    ("HUP", 1), ("INT", 2), ("QUIT", 3), ("ABRT", 6), ("KILL", 9), ("USR1", 10), ("SEGV", 11),
    ("USR2", 12), ("TERM", 15),
  ]

  private static func signal(_ call: Invocation) throws(CommandError) -> Int {
    guard let text = call.flags.text("signal") else { return 9 }
    let name =
      text.uppercased().hasPrefix("SIG") ? text.uppercased().dropFirst(3) : text.uppercased()[...]
    if let known = signals.first(where: { $0.0 == name })?.1 { return known }
    guard let number = Int(text), (1...64).contains(number) else {
      throw .usage(
        "\(GoSyntax.quoted(text)) is no signal", verb: "kill",
        position: call.flags.position(of: "signal"),
        suggestion: "write --signal TERM or --signal 15")
    }
    return number
  }
}
