internal import PodEngine

/// `annotate KIND NAME key=value key-`: sets and takes away annotations.
struct Annotate: Command {
  static let description = CommandDescription(
    "annotate", .build, synopsis: "annotate KIND NAME KEY=VALUE… [KEY-…] [--overwrite]",
    about: "set annotations, or take them away",
    examples: ["annotate node node-1 note='a spare'", "annotate node node-1 note-"],
    flags: ObjectSelection.flags + [
      Flag("overwrite", nil, .switched, "change annotations that have a value already"),
      Flag("dry-run", nil, .textOr("unchanged"), "only say what would be done"),
    ], arguments: [.kindOrObject, .nameOfKind], isKubectl: true)

  private let selection: ObjectSelection
  private let edit: MetadataEdit
  private let overwrites: Bool
  private let isDryRun: Bool

  init(_ call: Invocation) throws(CommandError) {
    let (subjects, changes) = MetadataEdit.split(call.arguments)
    edit = try MetadataEdit(changes, what: "annotation")
    guard !subjects.isEmpty else {
      throw .arguments(
        "one or more resources must be specified as <resource> <name> or <resource>/<name>")
    }
    guard !edit.isEmpty else {
      throw .arguments("at least one annotation update is required", suggestion: "write key=value")
    }
    selection = try ObjectSelection(call, words: subjects, verb: "annotate")
    guard !selection.subjects.named.isEmpty || selection.hasSelector else {
      throw .arguments("resource(s) were provided, but no name was specified")
    }
    overwrites = call.flags.isOn("overwrite")
    isDryRun = try Creation.isDryRun(call)
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    for key in try selection.keys(in: bench) {
      let annotations = try bench.object(key)[path: "metadata", "annotations"]
      if !overwrites, let (name, value) = edit.clash(in: annotations) {
        throw CommandError(
          "already-exists",
          "error: --overwrite is false but found the following declared annotation(s): "
            + "'\(name)' already has a value (\(value))",
          suggestion: "write --overwrite to change it")
      }
      var copy = bench
      try copy.demand(.patch(key, .merge(edit.patch("annotations"))))
      if !isDryRun { bench = copy }
      let mark = isDryRun ? " (dry run)" : ""
      bench.print("\(key.resource.qualifiedSingular)/\(key.name) annotated\(mark)")
    }
  }
}
