internal import PodEngine

/// `set env KIND/NAME NAME=VALUE NAME-`: changes the environment of containers.
struct SetEnvironment: Command {
  static let description = CommandDescription(
    "set env", .build,
    synopsis: "set env KIND/NAME NAME=VALUE… [NAME-…] [--from=configmap/NAME] [--list]",
    about: "change the environment of containers",
    examples: [
      "create deployment web --image=nginx && set env deployment/web COLOUR=blue",
      "set env deployment/web --list",
    ],
    flags: SetTemplate.flags + [
      Flag("containers", "c", .text, "only this container; * means all"),
      Flag("from", nil, .text, "take all keys of configmap/NAME or secret/NAME"),
      Flag("prefix", nil, .text, "with --from, what the names begin with"),
      Flag("keys", nil, .list, "with --from, only these keys"),
      Flag("list", nil, .switched, "show the environment and change nothing"),
      Flag("overwrite", nil, .switched, "false refuses to change what has a value already"),
    ], arguments: [.kindOrObject, .anything], isKubectl: true)

  private let template: SetTemplate
  private let changes: [Word]
  private let container: String
  private let source: Subjects.Named?
  private let prefix: String
  private let keys: [String]
  private let lists: Bool
  private let overwrites: Bool

  init(_ call: Invocation) throws(CommandError) {
    let (subjects, changes) = SetTemplate.split(call.arguments)
    guard !subjects.isEmpty else {
      throw .arguments(
        "one or more resources must be specified as <resource> <name> or <resource>/<name>")
    }
    template = try SetTemplate(call, subjects, verb: "set env")
    self.changes = changes
    container = call.flags.text("containers") ?? "*"
    prefix = call.flags.text("prefix") ?? ""
    keys = call.flags.texts("keys")
    lists = call.flags.isOn("list")
    overwrites = call.flags.isOn("overwrite", default: true)
    source = try call.flags.text("from").flatMap { text throws(CommandError) in
      let position = call.flags.position(of: "from") ?? TextPosition()
      return try Subjects([Word(text, at: position)], verb: "set env").named.first
    }
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    var entries = try imported(in: &bench)
    for word in changes where !word.text.hasSuffix("-") || word.text.contains("=") {
      let pair = word.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      entries.append(["name": .string(String(pair[0])), "value": .string(String(pair[1]))])
    }
    let removed = changes.map(\.text).filter { !$0.contains("=") }.map { String($0.dropLast()) }
    if lists { return try list(entries, removed, in: &bench) }
    if !overwrites { try refuseClashes(with: entries, in: bench) }
    try warnWithoutContainers(in: &bench)
    try template.run("env updated", in: &bench) { spec throws(CommandError) in
      _ = spec.changeContainers(container) { container in
        Self.change(&container, entries, removed)
      }
    }
  }

  /// `--overwrite=false`: a variable that has another value stays.
  private func refuseClashes(
    with entries: [APIValue], in bench: Workbench
  ) throws(CommandError) {
    for key in try template.selection.keys(in: bench) {
      for container in try containers(of: key, in: bench) {
        for variable in container.list("env") {
          let name = variable.text("name")
          guard entries.contains(where: { $0.text("name") == name }) else { continue }
          throw CommandError(
            "already-exists",
            "error: \(key.resource.plural)/\(key.name) '\(name)' already has a value "
              + "(\(variable.text("value"))), and --overwrite is false",
            suggestion: "leave --overwrite=false away to change it")
        }
      }
    }
  }

  private func warnWithoutContainers(in bench: inout Workbench) throws(CommandError) {
    for key in try template.selection.keys(in: bench)
    where SetTemplate.specification(of: key.resource) != nil {
      guard try containers(of: key, in: bench).isEmpty else { continue }
      bench.note(
        "Warning: \(key.resource.kind)/\(key.name) does not have any containers matching "
          + GoSyntax.quoted(container))
    }
  }

  /// The containers that `-c` means.
  private func containers(
    of key: ObjectKey, in bench: Workbench
  ) throws(CommandError) -> [APIValue] {
    guard let path = SetTemplate.specification(of: key.resource) else { return [] }
    let spec = try bench.object(key).field(path) ?? .emptyObject
    return (spec.list("initContainers") + spec.list("containers")).filter {
      container == "*" || container == $0.text("name")
    }
  }

  private static func change(
    _ container: inout APIValue, _ entries: [APIValue], _ removed: [String]
  ) {
    var list = container.list("env").filter { !removed.contains($0.text("name")) }
    for entry in entries {
      if let index = list.firstIndex(where: { $0.text("name") == entry.text("name") }) {
        list[index] = entry
      } else {
        list.append(entry)
      }
    }
    container["env"] = list.isEmpty ? nil : .array(list)
  }

  /// A variable for every key of the ConfigMap or Secret.
  private func imported(in bench: inout Workbench) throws(CommandError) -> [APIValue] {
    guard let source else { return [] }
    guard source.resource == .configMaps || source.resource == .secrets else {
      throw .arguments("unsupported resource specified in --from")
    }
    let key = ObjectKey(source.resource, namespace: bench.namespace, name: source.name)
    let object = try bench.object(key, position: source.position)
    let isMap = source.resource == .configMaps
    let names = object.sortedMap("data").map(\.key).filter { keys.isEmpty || keys.contains($0) }
    for name in names where Self.variable(name) != name {
      bench.note("Warning: key \(name) transferred to \(Self.variable(name))")
    }
    return
      names
      .map { name in
        let reference: APIValue = ["key": .string(name), "name": .string(source.name)]
        return [
          "name": .string(prefix + Self.variable(name)),
          "valueFrom": [isMap ? "configMapKeyRef" : "secretKeyRef": reference],
        ]
      }
  }

  /// `db.host` as a variable: `DB_HOST`.
  private static func variable(_ key: String) -> String {
    String(key.uppercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }

  /// The environment as it would be after the changes.
  private func list(
    _ entries: [APIValue], _ removed: [String], in bench: inout Workbench
  ) throws(CommandError) {
    for key in try template.selection.keys(in: bench) {
      for var entry in try containers(of: key, in: bench) {
        Self.change(&entry, entries, removed)
        bench.print("# \(key.resource.kind) \(key.name), container \(entry.text("name"))")
        for variable in entry.list("env") { bench.print(Self.line(variable)) }
      }
    }
  }

  private static func line(_ variable: APIValue) -> String {
    let name = variable.text("name")
    if let map = variable.field("valueFrom", "configMapKeyRef") {
      return "# \(name) from configmap \(map.text("name")), key \(map.text("key"))"
    }
    if let secret = variable.field("valueFrom", "secretKeyRef") {
      return "# \(name) from secret \(secret.text("name")), key \(secret.text("key"))"
    }
    if let field = variable.optionalText("valueFrom", "fieldRef", "fieldPath") {
      return "# \(name) from field path \(field)"
    }
    return "\(name)=\(variable.text("value"))"
  }
}
