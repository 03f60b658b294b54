internal import PodEngine

/// `label KIND NAME key=value key-`: sets and takes away labels.
struct Label: Command {
  static let description = CommandDescription(
    "label", .build, synopsis: "label KIND NAME KEY=VALUE… [KEY-…] [--overwrite]",
    about: "set labels, or take them away",
    examples: ["label node node-1 disk=ssd", "label node node-1 disk-"],
    flags: MetadataCommand.flags("labels"), arguments: [.kindOrObject, .nameOfKind],
    isKubectl: true)

  private let command: MetadataCommand

  init(_ call: Invocation) throws(CommandError) {
    command = try MetadataCommand(call, verb: "label", .labels)
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let isAlone = command.selection.subjects.named.count == 1
    try command.forEach(in: &bench) { key, bench throws(CommandError) in
      let old = try bench.object(key)
      let labels = command.entries(of: old)
      if !command.overwrites, let (name, value) = command.edit.clash(in: labels) {
        throw CommandError(
          "already-exists",
          "error: '\(name)' already has a value (\(value)), and --overwrite is false",
          suggestion: "write --overwrite to change it")
      }
      for name in command.edit.removals where labels?[name] == nil {
        bench.print("label \"\(name)\" not found.")
      }
      let new = try command.change(key, in: &bench).object
      if command.lists {
        command.list(new, key.resource, alone: isAlone, in: &bench)
      } else {
        command.creation.say(new, key.resource, done(old, new), in: &bench)
      }
    }
  }

  /// As kubectl decides it: labels that became less text are called unlabeled
  /// (`updateDataChangeMsg`).
  private func done(_ old: APIValue, _ new: APIValue) -> String {
    func text(_ object: APIValue) -> String {
      JSONText.text(command.entries(of: object) ?? .emptyObject)
    }
    let (before, after) = (text(old), text(new))
    if before == after { return "not labeled" }
    return !command.overwrites && after.utf8.count < before.utf8.count ? "unlabeled" : "labeled"
  }
}
