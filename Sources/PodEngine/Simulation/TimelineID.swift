/// Names one entry of the timeline; entries are numbered from 1 in the order in which they
/// happened.
package struct TimelineID: Hashable, Comparable, Sendable {
  package let number: Int

  package init(_ number: Int) { self.number = number }

  package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}
