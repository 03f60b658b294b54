internal import OrderedCollections

extension Schema {
  /// The object as the API server would write it back: nulls and zero values that Kubernetes leaves
  /// out are gone, structures that it always writes are there, quantities have their canonical
  /// text. Unknown fields stay.
  package static func normalized(_ object: APIValue, as resource: Resource) -> APIValue {
    normalized(object, as: .named(resource.kind))
  }

  /// The same for a part of an object, such as a `PodTemplateSpec`.
  package static func normalized(_ value: APIValue, as type: FieldType) -> APIValue {
    switch (type, value) {
    case (.named(let name), .object(let fields)):
      guard let schema = SchemaTable.kubernetes[name] else { return value }
      return .object(normalized(fields, as: schema))
    case (.list(let element), .array(let elements)):
      return .array(elements.map { normalized($0, as: element) })
    case (.map(let element), .object(let entries)):
      return .object(entries.filter { !$0.value.isNull }.mapValues { normalized($0, as: element) })
    case (.quantity, _):
      return Quantity(Quantity.text(of: value)).map { .string($0.text) } ?? value
    case (.string, _), (.integer, _), (.boolean, _), (.intOrString, _), (.time, _), (.microTime, _),
      (.bytes, _), (.any, _), (.named, _), (.list, _), (.map, _):
      return value
    }
  }

  private static func normalized(_ fields: APIObject, as schema: TypeSchema) -> APIObject {
    var result = APIObject(minimumCapacity: fields.count)
    for (key, value) in fields {
      guard let field = schema[field: key] else {
        result[key] = value
        continue
      }
      if value.isNull {
        // A time by value has no other way to be unset: `creationTimestamp: null`.
        if !field.isPointer, field.type == .time { result[key] = .null }
        continue
      }
      let value = normalized(value, as: field.type)
      if !isLeftOut(value, of: field) { result[key] = value }
    }
    for field in schema.fields where field.isAlwaysWritten && result[field.name] == nil {
      result[field.name] = zero(of: field.type)
    }
    return result
  }

  /// Go's `omitempty`.
  private static func isLeftOut(_ value: APIValue, of field: FieldSchema) -> Bool {
    if field.isRequired { return false }
    switch value {
    case .array(let elements): return elements.isEmpty
    case .object(let entries):
      if case .map = field.type { return entries.isEmpty }
      return false
    case .string(let text): return !field.isPointer && field.type != .quantity && text.isEmpty
    case .bool(let flag): return !field.isPointer && !flag
    case .integer(let number): return !field.isPointer && field.type != .intOrString && number == 0
    case .double, .null: return false
    }
  }

  private static func zero(of type: FieldType) -> APIValue {
    switch type {
    case .named(let name):
      normalized(.emptyObject, as: .named(name))
    case .quantity: "0"
    case .time, .microTime, .any: .null
    case .string, .bytes: ""
    case .integer, .intOrString: 0
    case .boolean: false
    case .list: .array([])
    case .map: .emptyObject
    }
  }
}
