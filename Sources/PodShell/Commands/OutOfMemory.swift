internal import PodEngine

/// `oom POD`: the kernel kills the container for its memory.
struct OutOfMemory: Command {
  static let description = CommandDescription(
    "oom", aliases: ["oomkill", "leak"], .break, synopsis: "oom POD[/CONTAINER]",
    about: "let the kernel kill a container for its memory", examples: ["help oom", "oom --help"],
    arguments: [.container])

  private let target: PodTarget

  init(_ call: Invocation) throws(CommandError) { target = try OneTarget(call, verb: "oom").target }

  func run(in bench: inout Workbench) throws(CommandError) {
    try bench.inject(
      .outOfMemory(target.containerTarget(in: bench)),
      saying: "\(target.text) killed for its memory",
      position: target.position)
  }
}
