internal import PodEngine

/// `write POD PATH TEXT`: `exec` with a redirection, for those who do not want to quote one.
struct WriteFile: Command {
  static let description = CommandDescription(
    "write", .break, synopsis: "write POD[/CONTAINER] PATH TEXT",
    about: "write a line into a file of a container, by exec",
    examples: [
      "run box --image=busybox -- sleep 900 && advance 5s && write box /tmp/note hello",
      "cat box /tmp/note",
    ], arguments: [.container, .anything])

  private let target: PodTarget
  private let path: String
  private let text: String

  init(_ call: Invocation) throws(CommandError) {
    target = try PodTarget(try call.argument(0, "a Pod", of: "write"))
    path = try call.argument(1, "a path", of: "write").text
    _ = try call.argument(2, "a text", of: "write")
    text = call.arguments.dropFirst(2).map(\.text).joined(separator: " ")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    try bench.run(
      ExecRequest(
        target, command: ["sh", "-c", "cat > \"$0\"", path], input: .text(text + "\n"),
        in: &bench))
  }
}

/// `cat POD PATH`: `exec POD -- cat PATH`.
struct ReadFile: Command {
  static let description = CommandDescription(
    "cat", .observe, synopsis: "cat POD[/CONTAINER] PATH",
    about: "show a file of a container, by exec",
    examples: [
      "run box --image=busybox -- sleep 900 && advance 5s && cat box /etc/hostname",
      "cat box/box /etc/passwd",
    ], arguments: [.container, .anything])

  private let target: PodTarget
  private let path: String

  init(_ call: Invocation) throws(CommandError) {
    target = try PodTarget(try call.argument(0, "a Pod", of: "cat"))
    path = try call.argument(1, "a path", of: "cat").text
    try call.refuseArguments(after: 2, of: "cat")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    try bench.run(ExecRequest(target, command: ["cat", path], in: &bench))
  }
}

extension ExecRequest {
  fileprivate init(
    _ target: PodTarget, command: [String], input: ExecInput = .none, in bench: inout Workbench
  ) throws(CommandError) {
    let pod = try ExecSubject.pod(Word(target.pod, at: target.position), in: &bench)
    self.init(
      pod: target.key(in: bench),
      container: target.container ?? ExecSubject.defaultContainer(of: pod, in: &bench),
      command: command, input: input, position: target.position)
  }
}
