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
  /// How many Pods each filter keeps waiting, and how many there was no node for at all.
  private var objections: [FilterName: Int] = [:]
  private var withoutNode = 0

  /// Whether one of the Pods that wait is kept waiting by a filter of a kind. In a full cluster many
  /// thousands wait, and most changes help none of them.
  func hasRejected(by isMeant: (FilterName) -> Bool) -> Bool {
    withoutNode > 0 || objections.contains { $0.value > 0 && isMeant($0.key) }
  }

  private mutating func putAside(_ rejection: Rejection) {
    takeBack(rejection.entry.key)
    rejected[rejection.entry.key] = rejection
    count(rejection, 1)
  }

  private mutating func takeBack(_ key: ObjectKey) {
    guard let rejection = rejected[key] else { return }
    rejected[key] = nil
    count(rejection, -1)
  }

  private mutating func count(_ rejection: Rejection, _ change: Int) {
    if rejection.filters.isEmpty { withoutNode += change }
    for filter in rejection.filters { objections[filter, default: 0] += change }
  }

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
    takeBack(key)
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
    putAside(
      Rejection(
        entry: entry, filters: filters,
        backOffEnd: now + Self.backOff(afterAttempts: entry.failures)))
  }

  /// Brings back the Pods that a change can help.
  mutating func retry(
    at now: SimulatedTime, afterBackOff: Bool, where helps: (Rejection) -> Bool
  ) {
    for (key, rejection) in rejected where helps(rejection) {
      takeBack(key)
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
