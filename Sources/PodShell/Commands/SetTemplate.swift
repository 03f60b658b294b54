internal import PodEngine

/// What the commands `set …` share: the objects that have containers, and the change of their Pod
/// template.
struct SetTemplate: Sendable {
  let selection: ObjectSelection
  let creation: Creation

  static let flags =
    ObjectSelection.flags + [
      Flag("dry-run", nil, .textOr("unchanged"), "only say what would be done"),
      Flag(
        "output", "o", .text, "yaml, json or name", completes: .oneOf(["yaml", "json", "name"])),
      Flag("field-manager", nil, .text, "accepted; podlab keeps no field managers"),
      Flag("filename", "f", .missing(takesValue: true, instead: "name the object"), ""),
      Flag("local", nil, .missing(takesValue: false, instead: "--dry-run=client -o yaml"), ""),
      Flag("record", nil, .switched, "accepted; it is of no use any more"),
    ]

  init(_ call: Invocation, _ words: [Word], verb: String) throws(CommandError) {
    selection = try ObjectSelection(call, words: words, verb: verb)
    creation = try Creation(call)
    guard !selection.subjects.isEmpty else { throw .nothingNamed }
    guard !selection.subjects.named.isEmpty || selection.hasSelector else {
      throw .arguments("resource(s) were provided, but no name was specified")
    }
  }

  /// The words that name objects, and those that are changes: `A=B`, `A-`.
  static func split(_ words: [Word]) -> (subjects: [Word], changes: [Word]) {
    let index = words.firstIndex(where: MetadataEdit.isChange) ?? words.endIndex
    return (Array(words[..<index]), Array(words[index...]))
  }

  /// Changes the Pod specification of every object that is meant; says so where that made a
  /// difference. What fails for one object does not stop the others.
  func run(
    _ done: String, in bench: inout Workbench,
    _ change: (inout APIValue) throws(CommandError) -> Void
  ) throws(CommandError) {
    for key in try selection.keys(in: bench) {
      var object = try bench.object(key)
      guard let path = Self.specification(of: key.resource) else {
        bench.fail(
          .arguments(
            "\(key.resource.plural)/\(key.name) the object is not a pod or does not have a pod "
              + "template: *v1.\(key.resource.kind)"))
        continue
      }
      var spec = object.field(path) ?? .emptyObject
      var failure: CommandError?
      do { try change(&spec) } catch { failure = error }
      object[path: path] = spec
      try replace(object, key, done, in: &bench)
      if let failure { bench.fail(failure) }
    }
  }

  private func replace(
    _ object: APIValue, _ key: ObjectKey, _ done: String, in bench: inout Workbench
  ) throws(CommandError) {
    guard object != bench.cluster.objects[key]?.tree else { return }
    guard creation.dryRun != .client else {
      return creation.say(object, key.resource, done, in: &bench)
    }
    var copy = bench
    let response = try copy.demand(.replace(object, key))
    if !creation.isDryRun { bench = copy }
    if response.changed { creation.say(response.object, key.resource, done, in: &bench) }
  }

  /// Where the specification of Pods stands in an object; nil where it has none.
  static func specification(of resource: Resource) -> [String]? {
    switch resource {
    case .pods: ["spec"]
    case .deployments, .replicaSets, .jobs: ["spec", "template", "spec"]
    case .configMaps, .endpoints, .endpointSlices, .events, .leases, .namespaces, .nodes,
      .priorityClasses, .secrets, .serviceAccounts, .services:
      nil
    }
  }
}

extension APIValue {
  /// Changes the containers of a Pod specification that a name or `*` means, init containers too;
  /// false when there is none.
  mutating func changeContainers(
    _ name: String, _ change: (inout APIValue) -> Void
  ) -> Bool {
    var isFound = false
    for list in ["initContainers", "containers"] {
      guard var containers = self[list]?.arrayValue else { continue }
      for index in containers.indices where name == "*" || containers[index].text("name") == name {
        change(&containers[index])
        isFound = true
      }
      self[list] = .array(containers)
    }
    return isFound
  }
}
