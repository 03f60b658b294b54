internal import PodEngine

/// `get KIND [NAME…]`: shows objects in any format.
struct GetObjects: Command {
  static let description = CommandDescription(
    "get", .observe,
    synopsis: "get KIND [NAME…] | KIND/NAME… [-o FORMAT] [-l SELECTOR] [-A] [flags]",
    about: "show objects", examples: ["get nodes", "get pods -A -o wide"],
    flags: selectionFlags + own, arguments: [.kindOrObject, .nameOfKind], isKubectl: true)

  private static let selectionFlags = ObjectSelection.flags.filter { $0.name != "all" }

  private static let own = [
    Flag(
      "output", "o", .text,
      "wide, yaml, json, name, jsonpath='{…}', go-template='{{…}}' or custom-columns=H:.path",
      completes: .oneOf([
        "wide", "yaml", "json", "name", "jsonpath=", "go-template=", "custom-columns=",
      ])),
    Flag("no-headers", nil, .switched, "leave the header away"),
    Flag("show-labels", nil, .switched, "a column with all labels"),
    Flag("label-columns", "L", .list, "a column for each of these labels"),
    Flag("show-kind", nil, .switched, "the kind before each name"),
    Flag("sort-by", nil, .text, "sort by a field: .metadata.name"),
    Flag("ignore-not-found", nil, .switched, "a missing object is no error"),
    Flag("watch", "w", .switched, "go on showing changes, until Ctrl-C or for --for"),
    Flag("watch-only", nil, .switched, "like -w, without what is there already"),
    Flag("output-watch-events", nil, .switched, "with -w, a column that tells what happened"),
    Flag("for", nil, .text, "with -w, for how long", completes: .duration),
    Flag("template", nil, .text, "with -o go-template, the template"),
    Flag(
      "allow-missing-template-keys", nil, .switched,
      "accepted; what a template does not find is always left empty"),
    Flag("chunk-size", nil, .integer, "accepted; podlab sends everything at once"),
    Flag("show-managed-fields", nil, .switched, "accepted; podlab keeps no managed fields"),
    Flag("server-print", nil, .switched, "accepted"),
    Flag("filename", "f", .missing(takesValue: true, instead: "name the objects: get pod web"), ""),
    Flag("raw", nil, .missing(takesValue: true, instead: "get KIND -o json"), ""),
    Flag(
      "subresource", nil, .text, "scale, or status: the whole object all the same",
      completes: .oneOf(["scale", "status"])),
  ]

  private let selection: ObjectSelection
  private let format: OutputFormat
  /// How tables are laid out, before it is known what kinds they show.
  private let options: TableOptions
  /// How a table is laid out when a command asks for one kind only. What is watched has a column for
  /// the namespace even where there are none.
  func tableOptions(watching: Bool) -> TableOptions {
    var options = options
    if showsKind { options.withKind = selection.subjects.kinds.first }
    if !watching, let kind = selection.subjects.kinds.first, !kind.isNamespaced {
      options.withNamespace = false
    }
    return options
  }
  private let sortBy: String?
  private let ignoresMissing: Bool
  private let watch: WatchOptions?

  init(_ call: Invocation) throws(CommandError) {
    guard !call.arguments.isEmpty else { throw Self.nothingNamed }
    selection = try ObjectSelection(call, words: call.arguments, verb: "get")
    showsScale = try Self.showsScale(call, selection)
    do {
      format = try OutputFormat(
        parsing: call.flags.text("output"), template: call.flags.text("template"))
    } catch {
      throw .arguments(error.message, position: call.flags.position(of: "output"))
    }
    options = TableOptions(
      wide: format == .wide, noHeaders: call.flags.isOn("no-headers"),
      showLabels: call.flags.isOn("show-labels"),
      labelColumns: call.flags.texts("label-columns"), withNamespace: selection.allNamespaces)
    if call.flags.isOn("show-labels"), !format.isTable, let name = call.flags.text("output") {
      throw .arguments("--show-labels option cannot be used with \(name) printer")
    }
    sortBy = call.flags.text("sort-by")
    ignoresMissing = call.flags.isOn("ignore-not-found")
    watch = try WatchOptions(call)
    showsKind = call.flags.isOn("show-kind")
  }

  private let showsKind: Bool
  /// Whether the subresource `scale` is asked for instead of the objects.
  private let showsScale: Bool

  private static func showsScale(
    _ call: Invocation, _ selection: ObjectSelection
  ) throws(CommandError) -> Bool {
    guard let part = call.flags.text("subresource") else { return false }
    let position = call.flags.position(of: "subresource")
    guard !selection.subjects.named.isEmpty else {
      throw .arguments(
        "subresource cannot be used when bulk resources are specified",
        suggestion: "name the objects", position: position)
    }
    guard part == "scale" || part == "status" else {
      throw .unsupported(
        "podlab does not simulate the subresource \(part)",
        suggestion: "leave --subresource away", position: position)
    }
    return part == "scale"
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    selection.warn(in: &bench)
    var missing: [ObjectKey] = []
    var groups = try groups(in: bench, &missing)
    if showsScale {
      try show(scalesOf: groups, in: &bench)
      return report(missing, in: &bench)
    }
    if let sortBy { groups = try sorted(groups, by: sortBy) }
    if let watch {
      try watch.run(
        groups, format: format, options: tableOptions(watching: true), selection: selection,
        in: &bench)
      return
    }
    try show(groups, in: &bench)
    report(missing, in: &bench)
  }

  private func show(_ groups: [Renderer.Group], in bench: inout Workbench) throws(CommandError) {
    let shown = groups.filter { !$0.objects.isEmpty }
    var options = options
    if showsKind || groups.count > 1, shown.count == 1 { options.withKind = shown[0].resource }
    guard !shown.isEmpty || (selection.subjects.named.isEmpty && !format.isTable) else {
      guard selection.subjects.named.isEmpty else { return }
      return bench.note(nothingFound(namespace: bench.namespace))
    }
    do {
      bench.write(
        try Renderer.render(
          groups, format: format, isList: selection.subjects.named.isEmpty, options: options,
          now: bench.cluster.now))
    } catch {
      bench.write(error.printed)
      throw CommandError("invalid", "error: \(error.message)")
    }
  }

  private func show(
    scalesOf groups: [Renderer.Group], in bench: inout Workbench
  ) throws(CommandError) {
    var scales: [APIValue] = []
    for group in groups {
      for object in group.objects {
        let key = ObjectKey(group.resource, namespace: object.namespace, name: object.name)
        scales.append(try ScaleSubresource.object(of: object, key))
      }
    }
    guard !scales.isEmpty else { return }
    switch format {
    case .table, .wide:
      let table = ScaleSubresource.table(scales, now: bench.cluster.now)
      bench.write(TableText.render(table, options: options))
    case .name:
      for scale in scales { bench.print("\(ScaleSubresource.qualifiedSingular)/\(scale.name)") }
    case .yaml, .json, .jsonPath, .jsonPathAsJSON, .goTemplate, .customColumns:
      // What these print depends on the object alone, not on its kind.
      let group = Renderer.Group(resource: groups[0].resource, objects: scales)
      do {
        bench.write(
          try Renderer.render(
            [group], format: format, isList: false, options: options, now: bench.cluster.now))
      } catch {
        bench.write(error.printed)
        throw CommandError("invalid", "error: \(error.message)")
      }
    }
  }

  /// The objects, neighbours of one kind together.
  private func groups(
    in bench: Workbench, _ missing: inout [ObjectKey]
  ) throws(CommandError) -> [Renderer.Group] {
    var groups: [Renderer.Group] = []
    for resource in selection.subjects.resources {
      groups.append(
        Renderer.Group(resource: resource, objects: try selection.objects(of: resource, in: bench)))
    }
    for key in selection.subjects.keys(namespace: bench.namespace) {
      guard let object = bench.cluster.objects[key]?.tree else {
        missing.append(key)
        continue
      }
      guard let last = groups.last, last.resource == key.resource else {
        groups.append(Renderer.Group(resource: key.resource, objects: [object]))
        continue
      }
      groups[groups.count - 1] = Renderer.Group(
        resource: last.resource, objects: last.objects + [object])
    }
    return groups
  }

  private func sorted(
    _ groups: [Renderer.Group], by path: String
  ) throws(CommandError) -> [Renderer.Group] {
    var result: [Renderer.Group] = []
    for group in groups {
      do {
        result.append(
          Renderer.Group(
            resource: group.resource, objects: try SortBy.sorted(group.objects, by: path)))
      } catch {
        throw CommandError(
          "invalid", "error: \(error.message)", suggestion: "write --sort-by=.metadata.name")
      }
    }
    return result
  }
}

// Wording
extension GetObjects {
  private func report(_ missing: [ObjectKey], in bench: inout Workbench) {
    guard !ignoresMissing, let first = missing.first else { return }
    let lines = missing.map { APIErrorText.amongOthers(.notFound($0)) }
    bench.fail(
      CommandError(
        "not-found", lines.joined(separator: "\n"), suggestion: bench.nearName(to: first),
        position: selection.subjects.named.first { $0.name == first.name }?.position))
  }

  func nothingFound(namespace: String) -> String {
    let isNamespaced = selection.subjects.resources.allSatisfy(\.isNamespaced)
    return selection.allNamespaces || !isNamespaced
      ? "No resources found" : "No resources found in \(namespace) namespace."
  }

  private static var nothingNamed: CommandError {
    CommandError(
      "usage",
      "You must specify the type of resource to get. Use \"kubectl api-resources\" for a complete "
        + "list of supported resources.\n\nerror: Required resource not specified.\n"
        + "Use \"kubectl explain <resource>\" for a detailed description of that resource "
        + "(e.g. kubectl explain pods).\nSee 'kubectl get -h' for help and examples",
      suggestion: "write get pods")
  }
}

extension OutputFormat {
  var isTable: Bool {
    switch self {
    case .table, .wide: true
    case .json, .yaml, .name, .jsonPath, .jsonPathAsJSON, .customColumns, .goTemplate: false
    }
  }
}
