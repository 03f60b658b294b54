internal import OrderedCollections
internal import PodEngine

/// The changes that `label` and `annotate` take as words: `app=web` sets, `app-` takes away.
struct MetadataEdit: Hashable, Sendable {
  /// Which field of the metadata is changed; each is read by rules of its own.
  enum Field: String { case labels, annotations }

  let field: Field
  private(set) var additions: [Addition] = []
  private(set) var removals: [String] = []

  struct Addition: Hashable, Sendable {
    let key: String
    let value: String
  }

  /// Whether a word is a change and no name.
  static func isChange(_ word: Word) -> Bool {
    let text = word.text
    return (text.contains("=") && text.first != "=") || (text.hasSuffix("-") && text != "-")
  }

  /// Splits words into the objects and the changes, as kubectl does: a change ends the objects
  /// (`GetResourcesAndPairs`).
  static func split(
    _ words: [Word], what: String
  ) throws(CommandError) -> (subjects: [Word], changes: [Word]) {
    let index = words.firstIndex(where: isChange) ?? words.endIndex
    if let late = words[index...].first(where: { !isChange($0) }) {
      throw .arguments(
        "all resources must be specified before \(what) changes: \(late.text)",
        position: late.position)
    }
    return (Array(words[..<index]), Array(words[index...]))
  }

  init(_ words: [Word], _ field: Field) throws(CommandError) {
    self.field = field
    for word in words {
      guard let sign = word.text.firstIndex(of: "=") else {
        removals.append(String(word.text.dropLast()))
        continue
      }
      let value = String(word.text[word.text.index(after: sign)...])
      if field == .labels { try Self.check(label: value, word) }
      additions.append(Addition(key: String(word.text[..<sign]), value: value))
    }
    let both = additions.map(\.key).filter(removals.contains)
    guard both.isEmpty else {
      throw .arguments(
        field == .labels
          ? "can not both modify and remove a label in the same command"
          : "can not both modify and remove the following annotation(s) in the same command: "
            + both.joined(separator: ", "))
    }
  }

  private static func check(label value: String, _ word: Word) throws(CommandError) {
    guard !value.contains("=") else {
      throw .arguments("invalid label spec: \(word.text)", position: word.position)
    }
    let problems = NameRules.labelValue(value)
    guard problems.isEmpty else {
      throw .arguments(
        "invalid label value: \(GoSyntax.quoted(word.text)): \(problems.joined(separator: ";"))",
        position: word.position)
    }
  }

  var isEmpty: Bool { additions.isEmpty && removals.isEmpty }

  /// The merge patch that makes the changes.
  var patch: APIValue {
    var entries = APIObject()
    for addition in additions { entries[addition.key] = .string(addition.value) }
    for key in removals { entries[key] = .null }
    return ["metadata": [field.rawValue: .object(entries)]]
  }

  /// The first key that has another value already.
  func clash(in entries: APIValue?) -> (key: String, value: String)? {
    for addition in additions {
      guard let value = entries?[addition.key]?.stringValue, value != addition.value else {
        continue
      }
      return (addition.key, value)
    }
    return nil
  }
}

/// What `label` and `annotate` share: the objects, the changes, and how they are told.
struct MetadataCommand: Sendable {
  let selection: ObjectSelection
  let edit: MetadataEdit
  let overwrites: Bool
  let lists: Bool
  let creation: Creation
  private let version: String?

  static func flags(_ what: String) -> [Flag] {
    ObjectSelection.flags + [
      Flag("overwrite", nil, .switched, "change \(what) that have a value already"),
      Flag("list", nil, .switched, "show the \(what) and change nothing"),
      Flag("dry-run", nil, .textOr("unchanged"), "only say what would be done"),
      Flag(
        "output", "o", .text, "yaml, json or name", completes: .oneOf(["yaml", "json", "name"])),
      Flag("field-manager", nil, .text, "accepted; podlab keeps no field managers"),
      Flag("resource-version", nil, .text, "only if the object has this version"),
      Flag("local", nil, .missing(takesValue: false, instead: "--dry-run=client -o yaml"), ""),
    ]
  }

  init(
    _ call: Invocation, verb: String, _ field: MetadataEdit.Field
  ) throws(CommandError) {
    let what = field == .labels ? "label" : "annotation"
    let (subjects, changes) = try MetadataEdit.split(call.arguments, what: what)
    lists = call.flags.isOn("list")
    edit = try MetadataEdit(changes, field)
    guard !subjects.isEmpty else {
      throw .arguments(
        "one or more resources must be specified as <resource> <name> or <resource>/<name>")
    }
    guard !edit.isEmpty || lists else {
      throw .arguments("at least one \(what) update is required", suggestion: "write key=value")
    }
    selection = try ObjectSelection(call, words: subjects, verb: verb)
    guard !selection.subjects.named.isEmpty || selection.hasSelector else {
      throw .arguments("resource(s) were provided, but no name was specified")
    }
    overwrites = call.flags.isOn("overwrite")
    creation = try Creation(call)
    version = call.flags.text("resource-version")
    guard version == nil || selection.subjects.named.count == 1 else {
      throw .arguments("--resource-version may only be used with a single resource")
    }
  }

  /// What an object has of the field.
  func entries(of object: APIValue) -> APIValue? {
    object[path: "metadata", edit.field.rawValue]
  }

  /// Makes the changes, or only tries them; answers how the object is then.
  func change(_ key: ObjectKey, in bench: inout Workbench) throws(CommandError) -> APIResponse {
    var copy = bench
    var patch = edit.patch
    if let version { patch[path: "metadata", "resourceVersion"] = .string(version) }
    let response = try copy.demand(.patch(key, .merge(patch)))
    if !creation.isDryRun, !lists { bench = copy }
    return response
  }

  /// Does something for each object; what one refuses does not stop the others.
  func forEach(
    in bench: inout Workbench, _ body: (ObjectKey, inout Workbench) throws(CommandError) -> Void
  ) throws(CommandError) {
    var errors: [CommandError] = []
    for key in try selection.keys(in: bench) {
      do { try body(key, &bench) } catch { errors.append(error) }
    }
    guard let first = errors.first else { return }
    guard errors.count > 1 else { throw first }
    throw CommandError(
      first.name,
      errors.map { $0.message.after("error: ").map(String.init) ?? $0.message }
        .joined(separator: "\n"), suggestion: first.suggestion)
  }

  /// Shows all entries; where several objects are meant, each after its name.
  func list(_ object: APIValue, _ resource: Resource, alone: Bool, in bench: inout Workbench) {
    if !alone {
      bench.print(
        "Listing \(edit.field.rawValue) for \(resource.kind).\(resource.group)/\(object.name):")
    }
    for (name, value) in object.sortedMap("metadata", edit.field.rawValue) {
      bench.print("\(alone ? "" : " ")\(name)=\(value)")
    }
  }
}
