/// The Pods that have no node yet: those to be tried next and those that fitted nowhere
/// (pkg/scheduler/backend/queue).
///
/// Kubernetes tries a Pod again after a back-off of one to ten seconds; on podlab's ideal clock
/// there is none: a change that can help brings the Pod back at once.
struct SchedulingQueue: Sendable {
  /// The next one first: by priority, then by the order of arrival.
  private var active = SortedChunks<Entry>()
  private var entries = OrderedTable<ObjectKey, Entry>()
  private var rejected = OrderedTable<ObjectKey, Rejection>()
  private var nextArrival = 0

  struct Entry: Comparable, Sendable {
    let key: ObjectKey
    let uid: String
    let priority: Int
    /// The number of its arrival; a Pod that is tried again keeps it.
    let arrival: Int

    static func < (left: Self, right: Self) -> Bool {
      if left.priority != right.priority { return left.priority > right.priority }
      return left.arrival < right.arrival
    }
  }

  /// A Pod that fitted nowhere, and the filters that were in its way; none where there was no node
  /// at all.
  struct Rejection: Sendable {
    let entry: Entry
    let filters: [FilterName]
  }

  var isEmpty: Bool { active.isEmpty }

  /// Makes a Pod one of those to be tried; a Pod that waits already keeps its place.
  mutating func add(_ pod: Pod) {
    let priority = pod.spec.priority ?? 0
    if let old = entries[pod.key], old.uid == pod.metadata.uid, old.priority == priority { return }
    remove(pod.key)
    let entry = Entry(
      key: pod.key, uid: pod.metadata.uid, priority: priority, arrival: nextArrival)
    nextArrival += 1
    entries[pod.key] = entry
    active.insert(entry)
  }

  mutating func remove(_ key: ObjectKey) {
    if let entry = entries[key] { active.remove(entry) }
    entries[key] = nil
    rejected[key] = nil
  }

  mutating func popFirst() -> Entry? {
    guard let entry = active.popFirst() else { return nil }
    entries[entry.key] = nil
    return entry
  }

  /// Puts a Pod aside until something changes.
  mutating func reject(_ entry: Entry, by filters: [FilterName]) {
    rejected[entry.key] = Rejection(entry: entry, filters: filters)
  }

  /// Brings back the Pods that a change can help.
  mutating func retry(where helps: (Rejection) -> Bool) {
    for (key, rejection) in rejected where helps(rejection) {
      rejected[key] = nil
      entries[key] = rejection.entry
      active.insert(rejection.entry)
    }
  }
}
