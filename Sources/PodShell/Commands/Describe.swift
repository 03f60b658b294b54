internal import PodEngine

/// `describe KIND [NAME]`: everything about objects, with their events.
struct Describe: Command {
  static let description = CommandDescription(
    "describe", aliases: ["desc", "inspect"], .observe,
    synopsis: "describe KIND [NAME…] | KIND/NAME… [-l SELECTOR] [-A]",
    about: "tell everything about objects, with their events",
    examples: ["describe node node-1", "describe service kubernetes"],
    flags: ObjectSelection.flags.filter { $0.name != "all" } + [
      Flag("show-events", nil, .switched, "false leaves the events away"),
      Flag("filename", "f", .missing(takesValue: true, instead: "describe pod NAME"), ""),
    ], arguments: [.kindOrObject, .nameOfKind], isKubectl: true)

  private let selection: ObjectSelection
  private let showsEvents: Bool
  /// Only `describe KIND NAME` takes a name that nothing has for the beginning of names.
  private let takesBeginnings: Bool

  init(_ call: Invocation) throws(CommandError) {
    guard !call.arguments.isEmpty else {
      throw .arguments(
        "You must specify the type of resource to describe. Use \"kubectl api-resources\" for a "
          + "complete list of supported resources.", suggestion: "write describe pod NAME")
    }
    selection = try ObjectSelection(call, words: call.arguments, verb: "describe")
    showsEvents = call.flags.isOn("show-events", default: true)
    takesBeginnings = call.arguments.count == 2 && !call.arguments[0].text.contains("/")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    selection.warn(in: &bench)
    var texts: [String] = []
    for resource in selection.subjects.resources {
      for object in try selection.objects(of: resource, in: bench) {
        texts.append(text(object, resource, in: bench))
      }
    }
    var missing: [CommandError] = []
    for named in selection.subjects.named {
      let found = matches(named, in: bench)
      let key = ObjectKey(named.resource, namespace: bench.namespace, name: named.name)
      if found.isEmpty {
        missing.append(
          CommandError(
            .notFound(key), suggestion: bench.nearName(to: key), position: named.position))
      }
      // Found by its beginning, every description is followed by an empty line.
      let isBeginning = !found.isEmpty && bench.cluster.objects[key] == nil
      guard !isBeginning else {
        bench.write(found.map { text($0, named.resource, in: bench) + "\n" }.joined())
        continue
      }
      texts += found.map { text($0, named.resource, in: bench) }
    }
    if texts.isEmpty, missing.isEmpty, selection.subjects.named.isEmpty {
      return bench.note(
        selection.allNamespaces
          ? "No resources found" : "No resources found in \(bench.namespace) namespace.")
    }
    bench.write(texts.joined(separator: Describer.separator))
    for error in missing { bench.fail(error) }
  }

  /// The object of that name, or else all whose names begin with it.
  private func matches(_ named: Subjects.Named, in bench: Workbench) -> [APIValue] {
    let key = ObjectKey(named.resource, namespace: bench.namespace, name: named.name)
    if let object = bench.cluster.objects[key] { return [object.tree] }
    guard takesBeginnings else { return [] }
    return bench.cluster.objects.list(
      named.resource, namespace: bench.namespaceOfList(named.resource)
    ).map(\.tree).filter { $0.name.hasPrefix(named.name) }
  }

  private func text(_ object: APIValue, _ resource: Resource, in bench: Workbench) -> String {
    Describer.describe(
      object, resource: resource,
      context: DescribeLookup(cluster: bench.cluster).context(
        for: object, resource, showEvents: showsEvents))
  }
}
