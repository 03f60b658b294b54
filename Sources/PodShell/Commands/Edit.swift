internal import PodEngine

/// `edit KIND NAME`: an object in the learner's own editor; with a heredoc, the text that the
/// editor would have saved.
struct Edit: Command {
  static let description = CommandDescription(
    "edit", .build, synopsis: "edit KIND NAME | edit KIND NAME <<YAML",
    about: "change an object in $KUBE_EDITOR or $EDITOR",
    examples: [
      "create configmap web --from-literal=a=1 && edit configmap web <<YAML\napiVersion: v1\n"
        + "kind: ConfigMap\nmetadata: {name: web, namespace: default}\ndata: {a: \"2\"}\nYAML",
      "edit --help",
    ],
    flags: [
      Flag("output", "o", .text, "yaml", completes: .oneOf(["yaml"])),
      Flag("validate", nil, .textOr("strict"), "accepted; podlab always validates strictly"),
      Flag("filename", "f", .missing(takesValue: true, instead: "edit KIND NAME"), ""),
    ], arguments: [.kindOrObject, .nameOfKind], isKubectl: true)

  private let subjects: Subjects
  private let edited: Heredoc?
  private let position: TextPosition?

  init(_ call: Invocation) throws(CommandError) {
    guard let first = call.arguments.first else {
      throw .nothingNamed
    }
    subjects = try Subjects(call.arguments, verb: "edit")
    position = first.position
    guard subjects.named.count == 1 else {
      throw .unsupported(
        "podlab edits one object at a time", suggestion: "write edit pod NAME", position: position)
    }
    edited = call.heredoc
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let key = subjects.keys(namespace: bench.namespace)[0]
    let object = try bench.object(key, position: subjects.named[0].position)
    if let edited { return try save(edited.body, of: object, key, in: &bench) }
    guard bench.configuration.manner == .terminal else {
      throw .unsupported(
        "edit opens an editor, and there is no terminal",
        suggestion: "write edit \(key.resource.singular) \(key.name) <<YAML, the object, and YAML",
        position: position)
    }
    bench.request = .edit(EditRequest(key, object))
  }

  private func save(
    _ text: String, of object: APIValue, _ key: ObjectKey, in bench: inout Workbench
  ) throws(CommandError) {
    let documents: [ManifestDocument]
    do { documents = try ManifestReader.documents(in: text, file: "edited file") } catch {
      throw CommandError(
        "invalid", "error: The edited file had a syntax error: \(error.text)",
        suggestion: error.advice, position: position)
    }
    guard let document = documents.first else {
      return bench.note("Edit cancelled, saved file was empty.")
    }
    let value = document.value
    guard documents.count == 1, value.text("apiVersion") == object.text("apiVersion"),
      value.text("kind") == object.text("kind"), value.name == object.name
    else {
      throw CommandError(
        "invalid", "error: At least one of apiVersion, kind and name was changed",
        suggestion: "delete the object and create another one")
    }
    // The object that is meant, whatever became of its namespace in the text.
    var changed = value
    if !object.namespace.isEmpty { changed[path: "metadata", "namespace"] = .string(key.namespace) }
    // The editor's text has its fields in another order; JSON text sorts them.
    guard JSONText.text(Schema.normalized(changed, as: key.resource)) != JSONText.text(object)
    else {
      return bench.note("Edit cancelled, no changes made.")
    }
    try bench.demand(.replace(changed, key))
    bench.print("\(key.resource.qualifiedSingular)/\(key.name) edited")
  }
}

/// What the program lets somebody edit, and what becomes of the text.
package struct EditRequest: Hashable, Sendable {
  private let resource: Resource
  private let namespace: String
  private let name: String
  private let object: String
  /// What the editor shows first.
  package var text: String { Self.header(reasons: []) + object }

  init(_ key: ObjectKey, _ object: APIValue) {
    (resource, namespace, name) = (key.resource, key.namespace, key.name)
    self.object = YAMLText.text(object)
  }

  /// The command that does what was saved.
  package func command(saving text: String) -> String {
    var delimiter = "YAML"
    let lines = text.split(separator: "\n").map(String.init)
    while lines.contains(delimiter) { delimiter += "_" }
    let place = namespace.isEmpty ? "" : " --namespace=\(namespace)"
    let body = text.hasSuffix("\n") ? text : text + "\n"
    return "edit \(resource.qualifiedPlural)/\(name)\(place) <<'\(delimiter)'\n\(body)\(delimiter)"
  }

  /// What the editor shows when the text could not be saved: the text again, under the reasons.
  package func reopened(_ text: String, after error: CommandError) -> String {
    let body = text.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0.hasPrefix("#") }.joined(separator: "\n")
    let head = "\(resource.plural) \(GoSyntax.quoted(name)) was not valid:"
    let problems = error.message.split(separator: "\n").map { "* \($0)" }
    return Self.header(reasons: [head] + problems) + body
  }

  /// Whether nothing but comments and blank lines is left.
  package static func isEmpty(_ text: String) -> Bool {
    text.split(separator: "\n").allSatisfy { line in
      let first = line.first { $0 != " " && $0 != "\t" }
      return first == nil || first == "#"
    }
  }

  private static func header(reasons: [String]) -> String {
    let lines =
      [
        "Please edit the object below. Lines beginning with a '#' will be ignored,",
        "and an empty file will abort the edit. If an error occurs while saving this file will be",
        "reopened with the relevant failures.", "",
      ] + (reasons.isEmpty ? [] : reasons + [""])
    return lines.map { $0.isEmpty ? "#\n" : "# \($0)\n" }.joined()
  }
}
