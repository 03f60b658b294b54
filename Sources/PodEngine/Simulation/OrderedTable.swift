internal import HashTreeCollections

/// A map that is cheap to snapshot and iterates in key order only.
///
/// Values live in swift-collections' `TreeDictionary` (a persistent hash tree); its own order
/// differs from process to process, so the keys are kept sorted beside it and every walk goes
/// through them.
package struct OrderedTable<Key: Hashable & Comparable & Sendable, Value: Sendable>: Sendable {
  private var values = TreeDictionary<Key, Value>()
  private var order = SortedChunks<Key>()

  package init() {}

  package var count: Int { order.count }
  package var isEmpty: Bool { order.isEmpty }

  /// The keys in order.
  package var keys: SortedChunks<Key> { order }

  package subscript(key: Key) -> Value? {
    get { values[key] }
    _modify {
      let before = values.count
      yield &values[key]
      if values.count != before {
        if values.count > before { order.insert(key) } else { order.remove(key) }
      }
    }
  }

  /// The entries from a key on, in key order.
  package func entries(from key: Key) -> some Sequence<(key: Key, value: Value)> {
    let values = self.values
    return order.elements(from: key).lazy.compactMap { key in values[key].map { (key, $0) } }
  }
}

extension OrderedTable: Sequence {
  package func makeIterator() -> AnyIterator<(key: Key, value: Value)> {
    var keys = order.makeIterator()
    let values = self.values
    return AnyIterator {
      while let key = keys.next() { if let value = values[key] { return (key, value) } }
      return nil
    }
  }
}
