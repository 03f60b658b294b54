internal import OrderedCollections

/// Decodes typed API structures from the wire form with the rule of Go, in which Kubernetes is
/// written: a field that is missing or null has the zero value of its type ("", 0, false, no
/// elements); an optional one is nil.
package struct APIValueDecoder {
  package init() {}

  /// Throws `DecodingError` where a value has the wrong shape. Objects that passed admission never
  /// do.
  package func decode<T: Decodable>(_ type: T.Type, from value: APIValue) throws -> T {
    try T(from: TreeDecoder(value: value, codingPath: []))
  }
}

extension APIValue {
  /// The typed form of this tree. See `APIValueDecoder`.
  package func decoded<T: Decodable>(as type: T.Type = T.self) throws -> T {
    try APIValueDecoder().decode(type, from: self)
  }
}

private struct TreeDecoder: Decoder {
  let value: APIValue
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    switch value {
    case .object(let fields):
      return KeyedDecodingContainer(FieldsDecoder(fields: fields, codingPath: codingPath))
    case .null:
      return KeyedDecodingContainer(FieldsDecoder(fields: [:], codingPath: codingPath))
    case .bool, .integer, .double, .string, .array:
      throw mismatch([String: APIValue].self)
    }
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    switch value {
    case .array(let elements): return ElementsDecoder(elements: elements, codingPath: codingPath)
    case .null: return ElementsDecoder(elements: [], codingPath: codingPath)
    case .bool, .integer, .double, .string, .object: throw mismatch([APIValue].self)
    }
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

  func mismatch(_ type: Any.Type) -> DecodingError {
    DecodingError.typeMismatch(
      type, .init(codingPath: codingPath, debugDescription: "unexpected \(value)"))
  }
}

extension TreeDecoder: SingleValueDecodingContainer {
  func decodeNil() -> Bool { value.isNull }

  func decode(_ type: Bool.Type) throws -> Bool {
    if value.isNull { return false }
    guard let result = value.boolValue else { throw mismatch(type) }
    return result
  }

  func decode(_ type: String.Type) throws -> String {
    if value.isNull { return "" }
    guard let result = value.stringValue else { throw mismatch(type) }
    return result
  }

  func decode(_ type: Double.Type) throws -> Double {
    switch value {
    case .double(let result): return result
    case .integer(let result): return Double(result)
    case .null: return 0
    case .bool, .string, .array, .object: throw mismatch(type)
    }
  }

  func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }
  func decode(_ type: Int.Type) throws -> Int { try integer(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }

  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    if let tree = value as? T { return tree }
    return try T(from: self)
  }

  private func integer<T: FixedWidthInteger>(_ type: T.Type) throws -> T {
    switch value {
    case .integer(let number):
      guard let result = T(exactly: number) else { throw mismatch(type) }
      return result
    case .null: return 0
    case .bool, .double, .string, .array, .object: throw mismatch(type)
    }
  }
}

private struct FieldsDecoder<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let fields: APIObject
  let codingPath: [any CodingKey]

  var allKeys: [Key] { fields.keys.compactMap { Key(stringValue: $0) } }
  func contains(_ key: Key) -> Bool { fields[key.stringValue] != nil }

  private func field(_ key: Key) -> TreeDecoder {
    TreeDecoder(value: fields[key.stringValue] ?? .null, codingPath: codingPath + [key])
  }

  func decodeNil(forKey key: Key) -> Bool { fields[key.stringValue] ?? .null == .null }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try field(key).decode(type) }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try field(key).decode(type) }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try field(key).decode(type) }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try field(key).decode(type) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try field(key).decode(type) }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try field(key).decode(type) }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try field(key).decode(type) }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try field(key).decode(type) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try field(key).decode(type) }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try field(key).decode(type) }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try field(key).decode(type) }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try field(key).decode(type) }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try field(key).decode(type) }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try field(key).decode(type) }
  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    try field(key).decode(type)
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<NestedKey> { try field(key).container(keyedBy: type) }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try field(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder {
    TreeDecoder(value: .object(fields), codingPath: codingPath)
  }

  func superDecoder(forKey key: Key) throws -> any Decoder { field(key) }
}

private struct ElementsDecoder: UnkeyedDecodingContainer {
  let elements: [APIValue]
  let codingPath: [any CodingKey]
  private(set) var currentIndex = 0

  init(elements: [APIValue], codingPath: [any CodingKey]) {
    self.elements = elements
    self.codingPath = codingPath
  }

  var count: Int? { elements.count }
  var isAtEnd: Bool { currentIndex >= elements.count }

  private mutating func next() throws -> TreeDecoder {
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(
        APIValue.self, .init(codingPath: codingPath, debugDescription: "no more elements"))
    }
    defer { currentIndex += 1 }
    return TreeDecoder(value: elements[currentIndex], codingPath: codingPath)
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, elements[currentIndex].isNull else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T { try next().decode(type) }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) throws -> KeyedDecodingContainer<NestedKey> { try next().container(keyedBy: type) }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { try next() }
}
