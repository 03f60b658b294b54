/// A map with text keys that iterates in key order: labels, annotations, resource lists.
///
/// Swift's `Dictionary` would iterate in an order that differs from one process to the next, and
/// hash order must never reach behaviour or output. The maps of a Pod are small, so a sorted array
/// does.
package struct StringMap<Value: Hashable & Sendable>: Hashable, Sendable {
  private var entries: [Entry] = []

  private struct Entry: Hashable, Sendable {
    let key: String
    var value: Value
  }

  package init() {}

  package var isEmpty: Bool { entries.isEmpty }
  package var count: Int { entries.count }
  package var keys: [String] { entries.map(\.key) }

  package subscript(key: String) -> Value? {
    get {
      let index = insertionIndex(of: key)
      return index < entries.count && entries[index].key == key ? entries[index].value : nil
    }
    set {
      let index = insertionIndex(of: key)
      let found = index < entries.count && entries[index].key == key
      switch (newValue, found) {
      case (let value?, true): entries[index].value = value
      case (let value?, false): entries.insert(Entry(key: key, value: value), at: index)
      case (nil, true): entries.remove(at: index)
      case (nil, false): break
      }
    }
  }

  private func insertionIndex(of key: String) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension StringMap: Sequence {
  package func makeIterator() -> AnyIterator<(key: String, value: Value)> {
    var iterator = entries.makeIterator()
    return AnyIterator { iterator.next().map { ($0.key, $0.value) } }
  }
}

extension StringMap: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, Value)...) {
    for (key, value) in elements { self[key] = value }
  }
}

/// A coding key made of any text.
package struct TextKey: CodingKey {
  package let stringValue: String
  package var intValue: Int? { nil }
  package init(stringValue: String) { self.stringValue = stringValue }
  package init?(intValue: Int) { nil }
}

extension StringMap: Decodable where Value: Decodable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: TextKey.self)
    for key in container.allKeys {
      self[key.stringValue] = try container.decode(Value.self, forKey: key)
    }
  }
}

extension StringMap: Encodable where Value: Encodable {
  package func encode(to encoder: any Encoder) throws {
    if isEmpty {
      var omitted = encoder.singleValueContainer()
      return try omitted.encodeNil()
    }
    var container = encoder.container(keyedBy: TextKey.self)
    for (key, value) in self { try container.encode(value, forKey: TextKey(stringValue: key)) }
  }
}
