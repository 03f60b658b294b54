/// The type of a field, in the names that the Kubernetes API uses.
package indirect enum FieldType: Hashable, Sendable {
  /// A text; `alias` is the name of the Go type where it has one of its own (`RestartPolicy`).
  case string(alias: String?)
  /// `int32` or `int64`.
  case integer(bits: Int)
  case boolean
  case quantity
  case intOrString
  case time
  case microTime
  /// Base64 of bytes.
  case bytes
  /// Anything at all (`FieldsV1`).
  case any
  case list(FieldType)
  case map(FieldType)
  case named(String)

  /// `[]Container`, `map[string]Quantity`, `string`: as the documentation of the API says it.
  package var name: String {
    switch self {
    case .string: "string"
    case .integer(let bits): "int\(bits)"
    case .boolean: "bool"
    case .quantity: "Quantity"
    case .intOrString: "IntOrString"
    case .time: "Time"
    case .microTime: "MicroTime"
    case .bytes: "bytes"
    case .any: "any"
    case .list(let element): "[]\(element.name)"
    case .map(let element): "map[string]\(element.name)"
    case .named(let name): name
    }
  }

  /// `[]v1.Container`, `v1.RestartPolicy`: as the errors of Go's decoder say it.
  package var goName: String {
    switch self {
    case .string(let alias): alias.map { "v1.\($0)" } ?? "string"
    case .integer, .boolean: name
    case .quantity: "resource.Quantity"
    case .intOrString: "intstr.IntOrString"
    case .time: "v1.Time"
    case .microTime: "v1.MicroTime"
    case .bytes: "[]uint8"
    case .any: "v1.FieldsV1"
    case .list(let element): "[]\(element.goName)"
    case .map(let element): "map[string]\(element.goName)"
    case .named(let name): "v1.\(name)"
    }
  }

  init?(notation text: Substring) {
    if text.hasPrefix("[]") {
      guard let element = Self(notation: text.dropFirst(2)) else { return nil }
      self = .list(element)
    } else if text.hasPrefix("map[string]") {
      guard let element = Self(notation: text.dropFirst(11)) else { return nil }
      self = .map(element)
    } else if text.hasPrefix("string:") {
      self = .string(alias: String(text.dropFirst(7)))
    } else {
      guard let scalar = Self.scalar(text) else { return nil }
      self = scalar
    }
  }

  private static func scalar(_ text: Substring) -> Self? {
    switch text {
    case "string": .string(alias: nil)
    case "int32": .integer(bits: 32)
    case "int64": .integer(bits: 64)
    case "bool": .boolean
    case "Quantity": .quantity
    case "IntOrString": .intOrString
    case "Time": .time
    case "MicroTime": .microTime
    case "bytes": .bytes
    case "any": .any
    default: text.first?.isUppercase == true ? .named(String(text)) : nil
    }
  }
}

/// One field of a type of the API.
package struct FieldSchema: Hashable, Sendable {
  package let name: String
  package let type: FieldType
  /// Whether podlab acts on it; other fields are accepted and kept.
  package let isSimulated: Bool
  /// Written even when zero, and required by `explain`.
  package let isRequired: Bool
  /// A structure by value: Kubernetes writes it even when the user did not.
  package let isAlwaysWritten: Bool
  /// Unset and zero differ; a zero is kept.
  package let isPointer: Bool

  /// One line of a table: `~dnsConfig *PodDNSConfig`. Nil where it is not of that form.
  init?(notation line: Substring) {
    let words = line.split(separator: " ")
    guard words.count == 2, var name = words.first, var type = words.last else { return nil }
    isSimulated = name.first != "~"
    if !isSimulated { name = name.dropFirst() }
    isRequired = type.last == "!"
    isAlwaysWritten = type.last == "&"
    if isRequired || isAlwaysWritten { type = type.dropLast() }
    isPointer = type.first == "*"
    if isPointer { type = type.dropFirst() }
    guard let parsed = FieldType(notation: type) else { return nil }
    self.name = String(name)
    self.type = parsed
  }
}

/// A type of the API with its fields, in the order of their names.
package struct TypeSchema: Hashable, Sendable {
  package let name: String
  package fileprivate(set) var fields: [FieldSchema] = []
  private var positions: [String: Int] = [:]

  init(name: String) { self.name = name }

  package subscript(field field: String) -> FieldSchema? { positions[field].map { fields[$0] } }

  mutating func append(_ field: FieldSchema) {
    positions[field.name] = fields.count
    fields.append(field)
  }
}
