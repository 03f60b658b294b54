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
    ], isKubectl: true)

  private let namesOnly: Bool
  private let noHeaders: Bool
  private let namespaced: Bool?

  init(_ call: Invocation) throws(CommandError) {
    namesOnly = call.flags.text("output") == "name"
    noHeaders = call.flags.isOn("no-headers")
    namespaced = call.flags.has("namespaced") ? call.flags.isOn("namespaced") : nil
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let kinds = Resource.allCases.filter { namespaced == nil || $0.isNamespaced == namespaced }
      .sorted { ($0.group, $0.plural) < ($1.group, $1.plural) }
    if namesOnly { return kinds.forEach { bench.print($0.qualifiedPlural) } }
    var table = TabWriter.get
    if !noHeaders { table.write(line: ["NAME", "SHORTNAMES", "APIVERSION", "NAMESPACED", "KIND"]) }
    for kind in kinds {
      table.write(line: [
        kind.plural, kind.shortNames.joined(separator: ","), kind.apiVersion,
        String(kind.isNamespaced), kind.kind,
      ])
    }
    bench.write(table.take())
  }
}
