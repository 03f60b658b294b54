internal import PodEngine

/// `annotate KIND NAME key=value key-`: sets and takes away annotations.
struct Annotate: Command {
  static let description = CommandDescription(
    "annotate", .build, synopsis: "annotate KIND NAME KEY=VALUE… [KEY-…] [--overwrite]",
    about: "set annotations, or take them away",
    examples: ["annotate node node-1 note='a spare'", "annotate node node-1 note-"],
    flags: MetadataCommand.flags("annotations"), arguments: [.kindOrObject, .nameOfKind],
    isKubectl: true)

  private let command: MetadataCommand

  init(_ call: Invocation) throws(CommandError) {
    command = try MetadataCommand(call, verb: "annotate", .annotations)
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let isAlone = command.selection.subjects.named.count == 1
    try command.forEach(in: &bench) { key, bench throws(CommandError) in
      let old = command.entries(of: try bench.object(key))
      if !command.overwrites, let (name, value) = command.edit.clash(in: old) {
        throw CommandError(
          "already-exists",
          "error: --overwrite is false but found the following declared annotation(s): "
            + "'\(name)' already has a value (\(value))",
          suggestion: "write --overwrite to change it")
      }
      let new = try command.change(key, in: &bench).object
      if command.lists {
        command.list(new, key.resource, alone: isAlone, in: &bench)
      } else {
        command.creation.say(new, key.resource, "annotated", in: &bench)
      }
    }
  }
}
