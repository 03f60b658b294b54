internal import OrderedCollections

/// The place of a value in an object (`field.Path`): `spec.containers[0].image`.
package struct FieldPath: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  /// The object as a whole: what Go prints of a path whose only name is empty.
  static let whole = Self(text: "[]")

  package init(_ names: String...) { description = names.joined(separator: ".") }
  private init(text: String) { description = text }

  package func child(_ names: String...) -> Self {
    let rest = names.joined(separator: ".")
    return Self(text: description.isEmpty ? rest : "\(description).\(rest)")
  }

  package func index(_ index: Int) -> Self { Self(text: "\(description)[\(index)]") }

  /// An entry of a map: `limits[cpu]`.
  package func key(_ key: String) -> Self { Self(text: "\(description)[\(key)]") }
}

/// The constructors of `field.Error` under their Kubernetes names.
extension FieldError {
  package static func required(_ path: FieldPath, _ detail: String = "") -> Self {
    Self(.required, path.description, detail: detail)
  }

  package static func invalid(_ path: FieldPath, _ value: APIValue, _ detail: String) -> Self {
    Self(.invalid, path.description, value: GoSyntax.shown(value), detail: detail)
  }

  /// The supported values are listed as they are given: Kubernetes sorts the sets among them, and
  /// keeps the order of the lists.
  package static func notSupported(
    _ path: FieldPath, _ value: String, _ supported: [String]
  ) -> Self {
    let list = supported.map(GoSyntax.quoted).joined(separator: ", ")
    return Self(
      .notSupported, path.description, value: GoSyntax.quoted(value),
      detail: supported.isEmpty ? "" : "supported values: \(list)")
  }

  package static func duplicate(_ path: FieldPath, _ value: APIValue) -> Self {
    Self(.duplicate, path.description, value: GoSyntax.shown(value))
  }

  package static func notFound(
    _ path: FieldPath, _ value: String, _ detail: String = ""
  ) -> Self {
    Self(.notFound, path.description, value: GoSyntax.quoted(value), detail: detail)
  }

  package static func forbidden(_ path: FieldPath, _ detail: String) -> Self {
    Self(.forbidden, path.description, detail: detail)
  }

  package static func tooLong(_ path: FieldPath, maxBytes: Int) -> Self {
    Self(.tooLong, path.description, detail: "may not be more than \(maxBytes) bytes")
  }
}

/// Reading of trees with the zero values of Go.
extension APIValue {
  func text(_ key: String) -> String { self[key]?.stringValue ?? "" }
  func number(_ key: String) -> Int { self[key]?.intValue ?? 0 }
  func flag(_ key: String) -> Bool { self[key]?.boolValue ?? false }
  func list(_ key: String) -> [APIValue] { self[key]?.arrayValue ?? [] }
  func texts(_ key: String) -> [String] { list(key).map { $0.stringValue ?? "" } }

  /// A field that is there and not null.
  func field(_ key: String) -> APIValue? {
    guard let value = self[key], !value.isNull else { return nil }
    return value
  }

  /// The entries of a map of texts in key order.
  func map(_ key: String) -> StringMap<String> {
    var result: StringMap<String> = [:]
    for (name, value) in entries(key) { result[name] = value.stringValue ?? "" }
    return result
  }

  /// The entries of an object field in key order.
  func entries(_ key: String) -> [(key: String, value: APIValue)] {
    self[key]?.sortedEntries ?? []
  }

  /// The fields of an object in key order; nothing for other values.
  var sortedEntries: [(key: String, value: APIValue)] {
    guard let fields = objectValue else { return [] }
    return fields.keys.sorted().compactMap { key in fields[key].map { (key, $0) } }
  }
}
