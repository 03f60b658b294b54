/// A sorted list that is cheap to copy and then change.
///
/// It is an array of short arrays. Changing one element after a copy duplicates one chunk and the
/// list of chunks, not the whole: at 150,000 elements that is microseconds, so a snapshot per
/// command costs next to nothing. Elements are distinct. swift-collections' sorted collections are
/// not ready for use (see ARCHITECTURE.md, "Libraries").
package struct SortedChunks<Element: Comparable & Sendable>: Sendable {
  private var chunks: [[Element]] = []
  package private(set) var count = 0

  private static var chunkCapacity: Int { 256 }

  package init() {}

  package var isEmpty: Bool { count == 0 }
  package var first: Element? { chunks.first?.first }

  /// Adds an element; false when an equal one is there already.
  @discardableResult
  package mutating func insert(_ element: Element) -> Bool {
    guard !chunks.isEmpty else {
      chunks.append([element])
      count = 1
      return true
    }
    let chunk = chunkIndex(for: element)
    let index = Self.lowerBound(of: element, in: chunks[chunk])
    if index < chunks[chunk].count, chunks[chunk][index] == element { return false }
    chunks[chunk].insert(element, at: index)
    count += 1
    if chunks[chunk].count > Self.chunkCapacity { split(chunk) }
    return true
  }

  /// Removes an element; false when there was none.
  @discardableResult
  package mutating func remove(_ element: Element) -> Bool {
    guard !chunks.isEmpty else { return false }
    let chunk = chunkIndex(for: element)
    let index = Self.lowerBound(of: element, in: chunks[chunk])
    guard index < chunks[chunk].count, chunks[chunk][index] == element else { return false }
    remove(at: index, inChunk: chunk)
    return true
  }

  /// Removes and returns the smallest element.
  package mutating func popFirst() -> Element? {
    guard let first else { return nil }
    remove(at: 0, inChunk: 0)
    return first
  }

  /// The elements from the first that is not less than `bound` on, in order.
  package func elements(from bound: Element) -> SortedChunksIterator<Element> {
    guard !chunks.isEmpty else { return SortedChunksIterator(chunks: [], chunk: 0, index: 0) }
    let chunk = chunkIndex(for: bound)
    let index = Self.lowerBound(of: bound, in: chunks[chunk])
    return SortedChunksIterator(chunks: chunks, chunk: chunk, index: index)
  }

  private mutating func remove(at index: Int, inChunk chunk: Int) {
    chunks[chunk].remove(at: index)
    if chunks[chunk].isEmpty { chunks.remove(at: chunk) }
    count -= 1
  }

  private mutating func split(_ chunk: Int) {
    let middle = chunks[chunk].count / 2
    let tail = Array(chunks[chunk][middle...])
    chunks[chunk].removeSubrange(middle...)
    chunks.insert(tail, at: chunk + 1)
  }

  /// The chunk in which an element stands or belongs: the last whose first element is not greater.
  private func chunkIndex(for element: Element) -> Int {
    var low = 0
    var high = chunks.count
    while low < high {
      let middle = (low + high) / 2
      if let first = chunks[middle].first, first <= element {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low == 0 ? 0 : low - 1
  }

  private static func lowerBound(of element: Element, in chunk: [Element]) -> Int {
    var low = 0
    var high = chunk.count
    while low < high {
      let middle = (low + high) / 2
      if chunk[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension SortedChunks: Sequence {
  package func makeIterator() -> SortedChunksIterator<Element> {
    SortedChunksIterator(chunks: chunks, chunk: 0, index: 0)
  }
}

/// Walks a `SortedChunks` in order.
package struct SortedChunksIterator<Element: Sendable>: IteratorProtocol, Sequence, Sendable {
  fileprivate let chunks: [[Element]]
  fileprivate var chunk: Int
  fileprivate var index: Int

  package mutating func next() -> Element? {
    while chunk < chunks.count {
      if index < chunks[chunk].count {
        defer { index += 1 }
        return chunks[chunk][index]
      }
      chunk += 1
      index = 0
    }
    return nil
  }
}
