internal import HashTreeCollections

/// What is to be done at one instant, in the order that the clock contract gives: processes run
/// until they sleep, block or end; then probe and hook results; then kubelets; then scheduler and
/// controllers; then garbage collection.
package enum Lane: Int, Hashable, Comparable, Sendable {
  case processes
  case results
  case kubelets
  case controllers
  case garbageCollection

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// An event that waits for its time.
package struct ScheduledEvent: Hashable, Sendable {
  package let time: SimulatedTime
  package let event: ClusterEvent
  package let cause: TimelineID?
}

/// The events to come, by time, then lane, then the order in which they were added. Asking for the
/// same event at the same time twice is asking once, as in the work queues of the controllers.
///
/// Not a heap: undo keeps the old value, and copying a heap of 150,000 events per command would
/// cost milliseconds.
package struct EventQueue: Sendable {
  private var order = SortedChunks<Slot>()
  /// For look-ups alone: its order never matters.
  private var waiting = TreeDictionary<Int, ScheduledEvent>()
  /// For look-ups alone: what is waiting already.
  private var asked = TreeSet<EventAtTime>()
  private var nextSequence = 0

  private struct Slot: Hashable, Comparable, Sendable {
    let time: SimulatedTime
    let lane: Lane
    let sequence: Int

    static func < (left: Self, right: Self) -> Bool {
      if left.time != right.time { return left.time < right.time }
      if left.lane != right.lane { return left.lane < right.lane }
      return left.sequence < right.sequence
    }
  }

  private struct EventAtTime: Hashable, Sendable {
    let time: SimulatedTime
    let event: ClusterEvent
  }

  package init() {}

  package var count: Int { order.count }
  package var nextTime: SimulatedTime? { order.first?.time }

  package mutating func add(_ event: ClusterEvent, at time: SimulatedTime, cause: TimelineID?) {
    guard asked.insert(EventAtTime(time: time, event: event)).inserted else { return }
    order.insert(Slot(time: time, lane: event.lane, sequence: nextSequence))
    waiting[nextSequence] = ScheduledEvent(time: time, event: event, cause: cause)
    nextSequence += 1
  }

  /// Takes the next event that is due by a time.
  package mutating func popFirst(through time: SimulatedTime) -> ScheduledEvent? {
    guard let slot = order.first, slot.time <= time else { return nil }
    _ = order.popFirst()
    guard let next = waiting.removeValue(forKey: slot.sequence) else { return nil }
    asked.remove(EventAtTime(time: next.time, event: next.event))
    return next
  }
}
