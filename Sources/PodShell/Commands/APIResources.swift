internal import PodEngine

/// `api-resources`: the kinds that podlab stores.
struct APIResources: Command {
  static let description = CommandDescription(
    "api-resources", .observe, synopsis: "api-resources [--no-headers] [-o name]",
    about: "list the kinds of objects", examples: ["api-resources", "api-resources -o name"],
    flags: [
      Flag("no-headers", nil, .switched, "leave the header away"),
      Flag("output", "o", .text, "name", completes: .oneOf(["name", "wide"])),
      Flag("namespaced", nil, .switched, "only kinds in namespaces; false for the others"),
      Flag("api-group", nil, .text, "only kinds of this group; '' is the core group"),
      Flag("sort-by", nil, .text, "name or kind", completes: .oneOf(["name", "kind"])),
      Flag("verbs", nil, .list, "only kinds with which all of these can be done"),
      Flag("cached", nil, .switched, "accepted"),
      Flag("categories", nil, .missing(takesValue: true, instead: "api-resources"), ""),
    ], isKubectl: true)

  private let namesOnly: Bool
  private let noHeaders: Bool
  private let isWide: Bool
  private let group: String?
  private let verbs: [String]
  private let sortBy: String

  /// What can be done with every kind.
  private static let allVerbs = [
    "create", "delete", "deletecollection", "get", "list", "patch", "update", "watch",
  ]
  private let namespaced: Bool?

  init(_ call: Invocation) throws(CommandError) {
    if !call.arguments.isEmpty {
      let extra = call.arguments.map(\.text).joined(separator: " ")
      throw .arguments(
        "unexpected arguments: [\(extra)]\nSee 'kubectl api-resources -h' for help and examples",
        position: call.arguments[0].position)
    }
    let output = call.flags.text("output") ?? ""
    guard ["", "name", "wide"].contains(output) else {
      throw .arguments(
        "--output \(output) is not available", suggestion: "write -o name or -o wide",
        position: call.flags.position(of: "output"))
    }
    isWide = output == "wide"
    group = call.flags.has("api-group") ? call.flags.text("api-group") : nil
    verbs = call.flags.texts("verbs")
    let sortBy = call.flags.text("sort-by") ?? ""
    guard ["", "name", "kind"].contains(sortBy) else {
      throw .arguments("--sort-by accepts only name or kind")
    }
    self.sortBy = sortBy
    namesOnly = call.flags.text("output") == "name"
    noHeaders = call.flags.isOn("no-headers")
    namespaced = call.flags.has("namespaced") ? call.flags.isOn("namespaced") : nil
  }

  private var kinds: [Resource] {
    guard verbs.allSatisfy(Self.allVerbs.contains) else { return [] }
    let kinds = Resource.allCases.filter {
      (namespaced == nil || $0.isNamespaced == namespaced) && (group == nil || $0.group == group)
    }.sorted { ($0.group, $0.plural) < ($1.group, $1.plural) }
    switch sortBy {
    case "name": return kinds.sorted { $0.plural < $1.plural }
    case "kind": return kinds.sorted { $0.kind < $1.kind }
    default: return kinds
    }
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    if namesOnly { return kinds.forEach { bench.print($0.qualifiedPlural) } }
    var table = TabWriter.get
    var header = ["NAME", "SHORTNAMES", "APIVERSION", "NAMESPACED", "KIND"]
    if isWide { header += ["VERBS", "CATEGORIES"] }
    if !noHeaders { table.write(line: header) }
    for kind in kinds {
      var cells = [
        kind.plural, kind.shortNames.joined(separator: ","), kind.apiVersion,
        String(kind.isNamespaced), kind.kind,
      ]
      if isWide { cells += [Self.allVerbs.joined(separator: ","), Self.category(kind)] }
      table.write(line: cells)
    }
    bench.write(table.take())
  }

  private static func category(_ kind: Resource) -> String {
    switch kind {
    case .pods, .services, .deployments, .replicaSets, .jobs: "all"
    case .configMaps, .endpoints, .endpointSlices, .events, .leases, .namespaces, .nodes,
      .priorityClasses, .secrets, .serviceAccounts:
      ""
    }
  }
}
