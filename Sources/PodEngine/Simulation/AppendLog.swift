/// A list that only grows and is cheap to copy: full chunks are shared between copies, only the
/// last one is duplicated.
package struct AppendLog<Element: Sendable>: Sendable {
  private var fullChunks: [[Element]] = []
  private var tail: [Element] = []

  private static var chunkCapacity: Int { 256 }

  package init() {}

  package var count: Int { fullChunks.count * Self.chunkCapacity + tail.count }
  package var isEmpty: Bool { count == 0 }
  package var last: Element? { tail.last ?? fullChunks.last?.last }

  package mutating func append(_ element: Element) {
    tail.append(element)
    guard tail.count == Self.chunkCapacity else { return }
    fullChunks.append(tail)
    tail = []
  }

  /// The element at a position from 0; nil beyond the end.
  package subscript(index: Int) -> Element? {
    guard index >= 0, index < count else { return nil }
    let chunk = index / Self.chunkCapacity
    return chunk < fullChunks.count
      ? fullChunks[chunk][index % Self.chunkCapacity] : tail[index % Self.chunkCapacity]
  }

  /// The elements from a position on; none where it is beyond the end.
  package func elements(from index: Int) -> [Element] {
    guard index < count else { return [] }
    return (max(0, index)..<count).compactMap { self[$0] }
  }
}
