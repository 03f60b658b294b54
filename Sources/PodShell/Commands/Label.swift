internal import PodEngine

/// `label KIND NAME key=value key-`: sets and takes away labels.
struct Label: Command {
  static let description = CommandDescription(
    "label", .build, synopsis: "label KIND NAME KEY=VALUE… [KEY-…] [--overwrite]",
    about: "set labels, or take them away",
    examples: ["label node node-1 disk=ssd", "label node node-1 disk-"],
    flags: ObjectSelection.flags + [
      Flag("overwrite", nil, .switched, "change labels that have a value already"),
      Flag("list", nil, .switched, "show the labels"),
      Flag("dry-run", nil, .textOr("unchanged"), "only say what would be done"),
    ], arguments: [.kindOrObject, .nameOfKind], isKubectl: true)

  private let selection: ObjectSelection
  private let edit: MetadataEdit
  private let overwrites: Bool
  private let lists: Bool
  private let isDryRun: Bool

  init(_ call: Invocation) throws(CommandError) {
    let (subjects, changes) = MetadataEdit.split(call.arguments)
    // A last word without `=` and `-` is a name to kubectl, which then finds no change at all.
    lists = call.flags.isOn("list")
    edit = try MetadataEdit(changes, what: "label")
    guard !subjects.isEmpty else {
      throw .arguments(
        "one or more resources must be specified as <resource> <name> or <resource>/<name>")
    }
    guard !edit.isEmpty || lists else {
      throw .arguments("at least one label update is required", suggestion: "write key=value")
    }
    selection = try ObjectSelection(call, words: subjects, verb: "label")
    guard !selection.subjects.named.isEmpty || selection.hasSelector else {
      throw .arguments("resource(s) were provided, but no name was specified")
    }
    overwrites = call.flags.isOn("overwrite")
    isDryRun = try Creation.isDryRun(call)
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    for key in try selection.keys(in: bench) {
      let labels = try bench.object(key)[path: "metadata", "labels"]
      if !overwrites, let (name, value) = edit.clash(in: labels) {
        throw CommandError(
          "already-exists",
          "error: '\(name)' already has a value (\(value)), and --overwrite is false",
          suggestion: "write --overwrite to change it")
      }
      for name in edit.removals where labels?[name] == nil {
        bench.print("label \"\(name)\" not found.")
      }
      try change(key, labels, in: &bench)
    }
  }

  private func change(
    _ key: ObjectKey, _ labels: APIValue?, in bench: inout Workbench
  ) throws(CommandError) {
    var copy = bench
    let changed = try copy.demand(.patch(key, .merge(edit.patch("labels")))).changed
    if !isDryRun { bench = copy }
    let onlyRemoves = edit.additions.isEmpty
    let done = changed ? onlyRemoves ? "unlabeled" : "labeled" : "not labeled"
    bench.print(
      "\(key.resource.qualifiedSingular)/\(key.name) \(done)\(isDryRun ? " (dry run)" : "")")
    guard lists else { return }
    let object = try copy.object(key)
    for (name, value) in object.sortedMap("metadata", "labels") { bench.print("\(name)=\(value)") }
  }
}
