internal import PodEngine

/// `exit [N]` leaves podlab; `exit POD CODE` ends the main process of a container.
struct Exit: Command {
  static let description = CommandDescription(
    "exit", aliases: ["quit"], .break, synopsis: "exit [N] | exit POD[/CONTAINER] CODE",
    about: "leave podlab, or end the process of a container", examples: ["help exit", "exit"],
    arguments: [.container, .anything])

  private enum Meaning: Hashable, Sendable {
    case leave(Int)
    case container(PodTarget, code: Int)
  }

  private let meaning: Meaning

  init(_ call: Invocation) throws(CommandError) {
    try call.refuseArguments(after: 2, of: "exit")
    guard let first = call.arguments.first else {
      meaning = .leave(0)
      return
    }
    guard call.arguments.count > 1 else {
      meaning = .leave(try Self.code(first, "exit POD CODE ends a process"))
      return
    }
    // `exit 1 web` is what people type too.
    let (pod, code) =
      Int(first.text) == nil
      ? (first, call.arguments[1]) : (call.arguments[1], first)
    meaning = .container(try PodTarget(pod), code: try Self.code(code, "write exit \(pod.text) 1"))
  }

  private static func code(_ word: Word, _ suggestion: String) throws(CommandError) -> Int {
    guard let code = Int(word.text), (0...255).contains(code) else {
      throw .usage(
        "\(GoSyntax.quoted(word.text)) is no exit code from 0 to 255", verb: "exit",
        position: word.position, suggestion: suggestion)
    }
    return code
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    switch meaning {
    case .leave(let code): bench.request = .exit(code)
    case .container(let target, let code):
      try bench.inject(
        .exitContainer(target.containerTarget(in: bench), code: code),
        saying: "\(target.text) exited with code \(code)", position: target.position)
    }
  }
}
