internal import OrderedCollections

/// What podlab knows of the shape of API objects.
package enum Schema {
  /// Compares an object with the schema of its kind.
  package static func inspect(_ object: APIValue, as resource: Resource) -> SchemaReport {
    var inspector = SchemaInspector()
    inspector.visit(object, as: .named(resource.kind), at: SchemaPosition())
    return inspector.report
  }

  /// What podlab knows of a field such as `["spec", "containers", "[0]", "image"]`; indices,
  /// filters and wild cards of lists (whatever begins with `[` or is `*` or a number) are skipped.
  package static func knows(path: [String], in resource: Resource) -> FieldKnowledge {
    var type = FieldType.named(resource.kind)
    for step in path {
      while case .list(let element) = type, isSelector(step) || fields(of: element) != nil {
        type = element
      }
      if isSelector(step) { continue }
      switch type {
      case .named(let name):
        guard let field = SchemaTable.kubernetes[name]?[field: step] else { return .unknown }
        if !field.isSimulated { return .notSimulated }
        type = field.type
      case .map(let element): type = element
      case .any: return .simulated
      case .string, .integer, .boolean, .quantity, .intOrString, .time, .microTime, .bytes, .list:
        return .unknown
      }
    }
    return .simulated
  }

  private static func isSelector(_ step: String) -> Bool {
    step.hasPrefix("[") || step == "*" || Int(step) != nil
  }

  private static func fields(of type: FieldType) -> TypeSchema? {
    if case .named(let name) = type { SchemaTable.kubernetes[name] } else { nil }
  }
}

/// Where the inspector stands: the path with indices, the path without, and the Go type around.
private struct SchemaPosition {
  var path = ""
  var fieldPath = ""
  var owner = ""
  var isReported = false

  func field(_ field: FieldSchema, of type: TypeSchema) -> Self {
    var next = self
    next.path = path.isEmpty ? field.name : "\(path).\(field.name)"
    next.fieldPath = fieldPath.isEmpty ? field.name : "\(fieldPath).\(field.name)"
    next.owner = type.name
    return next
  }

  func element(_ index: Int) -> Self {
    var next = self
    next.path += "[\(index)]"
    return next
  }

  /// Go's decoder puts the key of a map on its stack of fields like a field.
  func entry(_ key: String) -> Self {
    var next = self
    next.path += ".\(key)"
    next.fieldPath += ".\(key)"
    return next
  }
}

private struct SchemaInspector {
  var report = SchemaReport()

  mutating func visit(_ value: APIValue, as type: FieldType, at position: SchemaPosition) {
    if value.isNull { return }
    switch (type, value) {
    case (.any, _), (.string, .string), (.boolean, .bool), (.intOrString, .string): break
    case (.named(let name), .object(let fields)): visit(fields, as: name, at: position)
    case (.list(let element), .array(let elements)):
      for (index, value) in elements.enumerated() {
        visit(value, as: element, at: position.element(index))
      }
    case (.map(let element), .object(let entries)):
      for key in entries.keys.sorted() {
        if let value = entries[key] { visit(value, as: element, at: position.entry(key)) }
      }
    case (.integer(let bits), .integer(let number)):
      if bits == 32, Int32(exactly: number) == nil { refuse("number \(number)", type, position) }
    case (.intOrString, .integer(let number)):
      if Int32(exactly: number) == nil {
        refuse("number \(number)", .integer(bits: 32), position)
      }
    case (.integer, .double(let number)): refuse("number \(number)", type, position)
    case (.quantity, _): checkQuantity(value, at: position)
    case (.time, .string(let text)), (.microTime, .string(let text)):
      checkTime(text, type, at: position)
    case (.bytes, .string(let text)): checkBase64(text, at: position)
    case (.intOrString, _): refuse(kind(of: value), .string(alias: nil), position)
    case (.time, _), (.microTime, _): refuse(kind(of: value), .string(alias: nil), position)
    case (.string, _), (.boolean, _), (.bytes, _), (.integer, _), (.named, _), (.list, _),
      (.map, _):
      refuse(kind(of: value), type, position)
    }
  }

  private mutating func visit(_ fields: APIObject, as name: String, at position: SchemaPosition) {
    guard let type = SchemaTable.kubernetes[name] else { return }
    for key in fields.keys.sorted() {
      guard let value = fields[key] else { continue }
      guard let field = type[field: key] else {
        report.unknownFields.append(position.path.isEmpty ? key : "\(position.path).\(key)")
        continue
      }
      var next = position.field(field, of: type)
      if !field.isSimulated, !position.isReported, !value.isNull {
        if !report.notSimulated.contains(next.fieldPath) {
          report.notSimulated.append(next.fieldPath)
        }
        next.isReported = true
      }
      // What a user sends as status is dropped, so nothing in it is worth a warning.
      if key == "status", position.path.isEmpty { next.isReported = true }
      visit(value, as: field.type, at: next)
    }
  }

  private mutating func refuse(_ found: String, _ type: FieldType, _ position: SchemaPosition) {
    let field = position.fieldPath
    let place = field.isEmpty ? "value" : "struct field \(position.owner).\(field)"
    add(
      "json: cannot unmarshal \(found) into Go \(place) of type \(type.goName)", found, type,
      position)
  }

  private mutating func add(
    _ message: String, _ found: String, _ type: FieldType, _ position: SchemaPosition
  ) {
    let kind = found.split(separator: " ").first.map(String.init) ?? found
    report.typeErrors.append(
      SchemaTypeError(path: position.path, expected: type.name, found: kind, message: message))
  }

  private func kind(of value: APIValue) -> String {
    switch value {
    case .null: "null"
    case .bool: "bool"
    case .integer, .double: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }

  private mutating func checkQuantity(_ value: APIValue, at position: SchemaPosition) {
    do {
      _ = try Quantity(parsing: Quantity.text(of: value))
    } catch {
      add(error.message, kind(of: value), .quantity, position)
    }
  }

  private mutating func checkTime(
    _ text: String, _ type: FieldType, at position: SchemaPosition
  ) {
    if SimulatedTime(timestamp: text) != nil { return }
    let layout = type == .time ? "2006-01-02T15:04:05Z07:00" : "2006-01-02T15:04:05.000000Z07:00"
    let shown = GoSyntax.quoted(text)
    add(
      "parsing time \(shown) as \"\(layout)\": cannot parse \(shown) as \"2006\"", "string", type,
      position)
  }

  private mutating func checkBase64(_ text: String, at position: SchemaPosition) {
    guard let byte = Base64.firstIllegalByte(in: text) else { return }
    add("illegal base64 data at input byte \(byte)", "string", .bytes, position)
  }
}
