internal import PodEngine

/// How many objects a command means: named ones, all of a kind, or those that a selector picks.
struct ObjectSelection: Hashable, Sendable {
  let subjects: Subjects
  let selectsAll: Bool
  let labels: LabelSelector?
  /// What follows `--field-selector`; which fields there are depends on the kind.
  let fields: String?
  let allNamespaces: Bool

  static let flags = [
    Flag("selector", "l", .text, "only objects with these labels: app=web"),
    Flag("field-selector", nil, .text, "only objects with these fields: status.phase=Running"),
    Flag("all", nil, .switched, "all objects of the kind"),
    Flag("all-namespaces", "A", .switched, "the objects of all namespaces"),
  ]

  init(_ call: Invocation, words: [Word], verb: String) throws(CommandError) {
    subjects = try Subjects(words, verb: verb)
    selectsAll = call.flags.isOn("all")
    labels = try Self.labels(call)
    fields = call.flags.text("field-selector")
    allNamespaces = call.flags.isOn("all-namespaces")
    guard !subjects.named.isEmpty else { return }
    if selectsAll || labels != nil {
      throw .arguments(
        "name cannot be provided when a selector is specified")
    }
    if allNamespaces {
      throw .arguments("a resource cannot be retrieved by name across all namespaces")
    }
  }

  /// What follows `-l`; nil without it.
  static func labels(_ call: Invocation) throws(CommandError) -> LabelSelector? {
    guard let text = call.flags.text("selector") else { return nil }
    do { return try SelectorParser.labels(text) } catch {
      throw CommandError(
        "invalid", "error: \(error.message)", suggestion: "write -l app=web or -l 'app in (a,b)'",
        position: call.flags.position(of: "selector"))
    }
  }

  /// Passes on what the API server says to everybody who asks for these kinds, once each.
  func warn(in bench: inout Workbench) {
    let kinds = subjects.resources + subjects.named.map(\.resource)
    for text in kinds.compactMap(\.deprecation).uniqued { bench.note("Warning: \(text)") }
  }

  var hasSelector: Bool { labels != nil || fields != nil || selectsAll }

  /// The keys that are meant now: named ones whether or not they exist, selected ones that do.
  func keys(in bench: Workbench) throws(CommandError) -> [ObjectKey] {
    if !subjects.named.isEmpty { return subjects.keys(namespace: bench.namespace) }
    var found: [ObjectKey] = []
    for resource in subjects.resources {
      found += try objects(of: resource, in: bench).map {
        ObjectKey(resource, namespace: $0.namespace, name: $0.name)
      }
    }
    return found
  }

  /// The objects of one kind that the selectors pick, in the order of their keys.
  func objects(of resource: Resource, in bench: Workbench) throws(CommandError) -> [APIValue] {
    let fields = try fieldSelector(resource)
    let namespace = allNamespaces ? nil : bench.namespaceOfList(resource)
    return bench.cluster.objects.list(resource, namespace: namespace).map(\.tree).filter {
      labelsMatch($0) && fields.matches($0, resource: resource)
    }
  }

  func fieldSelector(_ resource: Resource) throws(CommandError) -> FieldSelector {
    guard let fields else { return .everything }
    do { return try FieldSelector.parse(fields, for: resource) } catch {
      throw CommandError(error, suggestion: "write --field-selector=status.phase=Running")
    }
  }

  func labelsMatch(_ object: APIValue) -> Bool { labels?.matches(object) ?? true }
}

extension LabelSelector {
  /// Whether it chooses an object by its labels.
  func matches(_ object: APIValue) -> Bool {
    var labels = StringMap<String>()
    for (key, value) in object.sortedMap("metadata", "labels") { labels[key] = value }
    return matches(labels)
  }
}
