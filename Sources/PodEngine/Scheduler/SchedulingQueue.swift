/// The Pods that have no node yet: those to be tried next and those that fitted nowhere
/// (pkg/scheduler/backend/queue).
///
/// Kubernetes lets a Pod rest for one to ten seconds after an attempt; so does podlab with jitter. On
/// the ideal clock a change that can help brings the Pod back at once.
struct SchedulingQueue: Sendable {
  /// The next one first: by priority, then by the order of arrival.
  private var active = SortedChunks<Entry>()
  private var entries = OrderedTable<ObjectKey, Entry>()
  private var rejected = OrderedTable<ObjectKey, Rejection>()
  /// Pods that could be tried again and whose back-off is not over.
  private var resting = OrderedTable<ObjectKey, Rejection>()
  private var nextArrival = 0

  struct Entry: Comparable, Sendable {
    let key: ObjectKey
    let uid: String
    let priority: Int
    /// The number of its arrival; a Pod that is tried again keeps it.
    let arrival: Int
    /// How often it fitted nowhere.
    var failures = 0

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
    /// When it may be tried again.
    let backOffEnd: SimulatedTime
  }

  /// How long a Pod rests after so many attempts without success (`calculateBackoffDuration`):
  /// 1 s, then twice as long each time, 10 s at most.
  package static func backOff(afterAttempts attempts: Int) -> SimulatedDuration {
    let (initial, maximum, doublings) = (1, 10, min(max(attempts - 1, 0), 4))
    return .seconds(min(initial << doublings, maximum))
  }

  var isEmpty: Bool { active.isEmpty }
  /// Whether there are Pods that fitted nowhere.
  var hasRejected: Bool { !rejected.isEmpty }

  /// When the next back-off ends; nil where nobody rests.
  var nextWaking: SimulatedTime? { resting.map(\.value.backOffEnd).min() }

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
    resting[key] = nil
  }

  mutating func popFirst() -> Entry? {
    guard let entry = active.popFirst() else { return nil }
    entries[entry.key] = nil
    return entry
  }

  /// Puts a Pod aside until something changes.
  mutating func reject(_ entry: Entry, by filters: [FilterName], at now: SimulatedTime) {
    var entry = entry
    entry.failures += 1
    rejected[entry.key] = Rejection(
      entry: entry, filters: filters,
      backOffEnd: now + Self.backOff(afterAttempts: entry.failures))
  }

  /// Brings back the Pods that a change can help.
  mutating func retry(
    at now: SimulatedTime, afterBackOff: Bool, where helps: (Rejection) -> Bool
  ) {
    for (key, rejection) in rejected where helps(rejection) {
      rejected[key] = nil
      if afterBackOff, rejection.backOffEnd > now {
        resting[key] = rejection
      } else {
        activate(rejection.entry)
      }
    }
  }

  /// Brings back the Pods whose back-off is over.
  mutating func wake(at now: SimulatedTime) {
    for (key, rejection) in resting where rejection.backOffEnd <= now {
      resting[key] = nil
      activate(rejection.entry)
    }
  }

  private mutating func activate(_ entry: Entry) {
    entries[entry.key] = entry
    active.insert(entry)
  }
}
