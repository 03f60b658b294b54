/// Encodes typed API structures to the wire form as Kubernetes does with `omitempty`: nil, "" and
/// empty lists and maps are left out; numbers, booleans and structures that are not optional are
/// written even when zero.
package struct APIValueEncoder {
  package init() {}

  package func encode(_ value: some Encodable) throws -> APIValue {
    if let tree = value as? APIValue { return tree }
    let box = TreeBox()
    try value.encode(to: TreeEncoder(box: box, codingPath: []))
    return box.value ?? .emptyObject
  }
}

extension APIValue {
  /// The wire form of a typed structure. Encoding our own structures cannot fail; where a
  /// hand-written `encode(to:)` throws all the same, the result is an empty object, which
  /// validation then refuses.
  package init(encoding value: some Encodable) {
    self = (try? APIValueEncoder().encode(value)) ?? .emptyObject
  }

  /// Go's `omitempty` for what has no field of its own to hold a nil.
  fileprivate var isOmitted: Bool {
    switch self {
    case .string(let text): text.isEmpty
    case .array(let elements): elements.isEmpty
    case .null: true
    case .bool, .integer, .double, .object: false
    }
  }
}

/// `Encoder` hands out containers that must write to one shared place; this is that place, alive
/// for one call.
private final class TreeBox {
  var value: APIValue?
}

private struct TreeEncoder: Encoder {
  let box: TreeBox
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if box.value == nil { box.value = .emptyObject }
    return KeyedEncodingContainer(FieldsEncoder(box: box, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if box.value == nil { box.value = .array([]) }
    return ElementsEncoder(box: box, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

extension TreeEncoder: SingleValueEncodingContainer {
  func encodeNil() throws { box.value = .null }
  func encode(_ value: Bool) throws { box.value = .bool(value) }
  func encode(_ value: String) throws { box.value = .string(value) }
  func encode(_ value: Double) throws { box.value = .double(value) }
  func encode(_ value: Float) throws { box.value = .double(Double(value)) }
  func encode(_ value: Int) throws { box.value = .integer(value) }
  func encode(_ value: Int8) throws { box.value = .integer(Int(value)) }
  func encode(_ value: Int16) throws { box.value = .integer(Int(value)) }
  func encode(_ value: Int32) throws { box.value = .integer(Int(value)) }
  func encode(_ value: Int64) throws { box.value = .integer(Int(value)) }
  func encode(_ value: UInt) throws { box.value = .integer(Int(clamping: value)) }
  func encode(_ value: UInt8) throws { box.value = .integer(Int(value)) }
  func encode(_ value: UInt16) throws { box.value = .integer(Int(value)) }
  func encode(_ value: UInt32) throws { box.value = .integer(Int(value)) }
  func encode(_ value: UInt64) throws { box.value = .integer(Int(clamping: value)) }
  func encode<T: Encodable>(_ value: T) throws {
    if let tree = value as? APIValue { box.value = tree } else { try value.encode(to: self) }
  }
}

private struct FieldsEncoder<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let box: TreeBox
  let codingPath: [any CodingKey]

  private func set(_ value: APIValue, _ key: Key) {
    if !value.isOmitted { write(value, key) }
  }

  private func write(_ value: APIValue, _ key: Key) {
    var tree = box.value ?? .emptyObject
    box.value = nil
    tree[key.stringValue] = value
    box.value = tree
  }

  /// Asked for by name, a null is written: `lastProbeTime: null` is what Kubernetes shows.
  mutating func encodeNil(forKey key: Key) throws { write(.null, key) }

  mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    if let kept = value as? KeptText { return write(.string(kept.text), key) }
    let child = TreeBox()
    try TreeEncoder(box: child, codingPath: codingPath + [key]).encode(value)
    set(child.value ?? .emptyObject, key)
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy keyType: NestedKey.Type, forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    TreeEncoder(box: box, codingPath: codingPath + [key]).container(keyedBy: keyType)
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    TreeEncoder(box: box, codingPath: codingPath + [key]).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { TreeEncoder(box: box, codingPath: codingPath) }
  mutating func superEncoder(forKey key: Key) -> any Encoder { superEncoder() }
}

private struct ElementsEncoder: UnkeyedEncodingContainer {
  let box: TreeBox
  let codingPath: [any CodingKey]
  var count: Int { box.value?.arrayValue?.count ?? 0 }

  private func append(_ value: APIValue) {
    var elements = box.value?.arrayValue ?? []
    box.value = nil
    elements.append(value)
    box.value = .array(elements)
  }

  mutating func encodeNil() throws { append(.null) }
  mutating func encode<T: Encodable>(_ value: T) throws {
    let child = TreeBox()
    try TreeEncoder(box: child, codingPath: codingPath).encode(value)
    append(child.value ?? .emptyObject)
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy keyType: NestedKey.Type
  ) -> KeyedEncodingContainer<NestedKey> {
    TreeEncoder(box: box, codingPath: codingPath).container(keyedBy: keyType)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    TreeEncoder(box: box, codingPath: codingPath).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { TreeEncoder(box: box, codingPath: codingPath) }
}

/// A text that is written even when empty, for the fields without `omitempty` in Kubernetes.
package struct KeptText: Encodable {
  let text: String

  package init(_ text: String) { self.text = text }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
