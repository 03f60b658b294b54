package import OrderedCollections

/// One value of the wire form: what JSON or YAML can say, with the order of keys kept.
///
/// Every API object exists as such a tree; the typed structures (`Pod`, `Node`, …) are decoded from
/// it. What a user wrote stays in the tree even where podlab has no typed field for it, so it comes
/// back as written.
package enum APIValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case double(Double)
  case string(String)
  case array([APIValue])
  case object(APIObject)
}

/// The fields of one object of the wire form, in the order in which they were written.
package typealias APIObject = OrderedDictionary<String, APIValue>

extension APIValue {
  /// An object without fields.
  package static let emptyObject = APIValue.object([:])

  package var stringValue: String? {
    if case .string(let value) = self { value } else { nil }
  }

  package var boolValue: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  package var intValue: Int? {
    if case .integer(let value) = self { value } else { nil }
  }

  package var arrayValue: [APIValue]? {
    if case .array(let value) = self { value } else { nil }
  }

  package var objectValue: APIObject? {
    if case .object(let value) = self { value } else { nil }
  }

  package var isNull: Bool { self == .null }

  /// A field of an object. Reading a field of anything else gives nil; writing one makes it an
  /// object; writing nil removes the field.
  package subscript(key: String) -> APIValue? {
    get { objectValue?[key] }
    set {
      var fields = objectValue ?? [:]
      self = .null
      fields[key] = newValue
      self = .object(fields)
    }
  }

  /// A field of a field: `pod[path: "spec", "nodeName"]`. Writing makes the objects on the way.
  package subscript(path path: String...) -> APIValue? {
    get { value(at: path[...]) }
    set { set(newValue, at: path[...]) }
  }

  /// The same for a path that is known at run time only.
  package subscript(path path: [String]) -> APIValue? {
    get { value(at: path[...]) }
    set { set(newValue, at: path[...]) }
  }

  private func value(at path: ArraySlice<String>) -> APIValue? {
    guard let first = path.first else { return self }
    return self[first]?.value(at: path.dropFirst())
  }

  private mutating func set(_ value: APIValue?, at path: ArraySlice<String>) {
    guard let first = path.first else { return self = value ?? .null }
    let rest = path.dropFirst()
    if rest.isEmpty { return self[first] = value }
    var child = self[first] ?? .emptyObject
    child.set(value, at: rest)
    self[first] = child
  }

  /// Visits every element of an array field in place; does nothing where there is no array.
  package mutating func updateEach(_ key: String, _ change: (inout APIValue) -> Void) {
    guard var elements = self[key]?.arrayValue else { return }
    for index in elements.indices { change(&elements[index]) }
    self[key] = .array(elements)
  }
}

extension APIValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: APIValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, APIValue)...) {
    self = .object(APIObject(elements, uniquingKeysWith: { _, last in last }))
  }
}
