package import PodEngine

/// Prints objects in any output format: the one place that switches over formats.
package enum Renderer {
  /// The objects of one resource, as one part of an answer.
  package struct Group: Hashable, Sendable {
    package let resource: Resource
    package let objects: [APIValue]

    package init(resource: Resource, objects: [APIValue]) {
      (self.resource, self.objects) = (resource, objects)
    }
  }

  /// The text of an answer. `isList` tells whether a list was asked for: one object of a list is
  /// still printed as a list in JSON and YAML. Tables of several groups are separated by blank
  /// lines and their names carry the resource.
  package static func render(
    _ groups: [Group], format: OutputFormat, isList: Bool, options: TableOptions,
    now: SimulatedTime
  ) throws(JSONPathError) -> String {
    switch format {
    case .table: return tables(groups, options: options, now: now)
    case .wide:
      var wide = options
      wide.wide = true
      return tables(groups, options: wide, now: now)
    case .json: return JSONText.text(document(groups, isList: isList), pretty: true)
    case .yaml: return YAMLText.text(document(groups, isList: isList))
    case .name:
      return groups.map { group in
        group.objects.map { "\(group.resource.qualifiedSingular)/\($0.name)\n" }.joined()
      }.joined()
    case .jsonPath(let path): return try path.text(for: document(groups, isList: isList))
    case .jsonPathAsJSON(let path): return try path.json(for: document(groups, isList: isList))
    case .goTemplate(let template):
      return try text(of: document(groups, isList: isList), template)
    case .customColumns(let columns):
      return try columns.text(for: groups.flatMap(\.objects), noHeaders: options.noHeaders)
    }
  }

  /// One value in a format that is not for tables.
  package static func text(
    of value: APIValue, format: OutputFormat
  ) throws(JSONPathError) -> String {
    switch format {
    case .json: return JSONText.text(value, pretty: true)
    case .jsonPath(let path): return try path.text(for: value)
    case .jsonPathAsJSON(let path): return try path.json(for: value)
    case .goTemplate(let template): return try text(of: value, template)
    case .table, .wide, .yaml, .name, .customColumns: return YAMLText.text(value)
    }
  }

  private static func text(
    of value: APIValue, _ template: GoTemplate
  ) throws(JSONPathError) -> String {
    do { return try template.text(for: value) } catch {
      throw JSONPathError(
        "error executing template \(GoSyntax.quoted(template.source)): template: output:"
          + error.message)
    }
  }

  private static func tables(
    _ groups: [Group], options: TableOptions, now: SimulatedTime
  ) -> String {
    let shown = groups.filter { !$0.objects.isEmpty }
    return shown.map { group in
      var options = options
      if shown.count > 1 { options.withKind = group.resource }
      // Objects outside of namespaces have no such column, even with -A.
      if !group.resource.isNamespaced { options.withNamespace = false }
      let table = TableMaker.table(for: group.resource, objects: group.objects, now: now)
      return TableText.render(table, options: options)
    }.joined(separator: "\n")
  }

  /// The one object, or the list that kubectl wraps around several.
  private static func document(_ groups: [Group], isList: Bool) -> APIValue {
    let objects = groups.flatMap(\.objects).map(withoutManagedFields)
    if !isList, objects.count == 1, let object = objects.first { return object }
    return [
      "apiVersion": "v1", "items": .array(objects), "kind": "List",
      "metadata": ["resourceVersion": ""],
    ]
  }

  /// kubectl hides managed fields unless asked.
  private static func withoutManagedFields(_ object: APIValue) -> APIValue {
    guard object.field("metadata", "managedFields") != nil else { return object }
    var object = object
    object[path: "metadata", "managedFields"] = nil
    return object
  }
}
