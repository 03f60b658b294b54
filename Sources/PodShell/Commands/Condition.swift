internal import PodEngine

/// Something that can be true of an object at a moment: what `until` and `wait` look for.
struct Condition: Hashable, Sendable {
  enum Test: Hashable, Sendable {
    /// `condition=Ready`, `condition=Ready=False`, `condition=Ready=False,reason=X`
    case condition(String, status: String, reason: String?)
    /// `phase=Running`
    case phase(String)
    /// The STATUS column: `status=CrashLoopBackOff`
    case status(String)
    /// `jsonpath={.status.podIP}=10.244.1.2`; without a value, that there is something
    case jsonPath(JSONPath, text: String, value: String?)
    /// `{.status.restartCount} >= 3`
    case pathIs(JSONPath, text: String, Comparison, String)
    case pathAbsent(JSONPath, text: String)
    /// `status != Running`, `phase in Running,Failed`
    case statusIs(Comparison, String)
    case phaseIs(Comparison, String)
    case exists
    case absent
  }

  let key: ObjectKey
  let test: Test

  /// Whether it is true of the object as it is; nil stands for no object.
  func holds(_ object: APIValue?) -> Bool {
    guard let object else { return test == .absent }
    switch test {
    case .condition(let type, let status, let reason):
      return object.list("status", "conditions").contains {
        $0.text("type").lowercased() == type.lowercased()
          && $0.text("status").lowercased() == status.lowercased()
          && (reason == nil || $0.text("reason") == reason)
      }
    case .phase(let phase): return object.text("status", "phase") == phase
    case .status(let status): return PodSummary(object).status == status
    case .jsonPath(let path, _, let value): return Self.finds(path, value, in: object)
    case .pathIs(let path, _, let comparison, let wanted):
      let found = (try? path.values(in: object)) ?? []
      return found.count == 1 && comparison.holds(found[0].scalarText ?? "", wanted)
    case .pathAbsent(let path, _): return !Self.finds(path, nil, in: object)
    case .statusIs(let comparison, let wanted):
      return comparison.holds(PodSummary(object).status, wanted)
    case .phaseIs(let comparison, let wanted):
      return comparison.holds(object.text("status", "phase"), wanted)
    case .exists: return true
    case .absent: return false
    }
  }

  private static func finds(_ path: JSONPath, _ value: String?, in object: APIValue) -> Bool {
    // A path that does not fit the object has found nothing.
    let found = (try? path.values(in: object)) ?? []
    guard let value else { return !found.isEmpty }
    return found.count == 1 && found[0].scalarText == value
  }

  func holds(in cluster: Cluster) -> Bool { holds(cluster.objects[key]?.tree) }

  /// Whether a published change made it true.
  func holds(after event: WatchEvent) -> Bool {
    event.key == key && holds(event.change == .deleted ? nil : event.object)
  }
}

extension Workbench {
  /// Nothing ever becomes true of an object that is not there: most likely its name is mistyped.
  func refuseMissing(_ wish: Wish) throws(CommandError) {
    if let glance = wish.glance, cluster.objects[glance.about] == nil {
      throw CommandError(APIError.notFound(glance.about))
    }
    guard case .object(let key) = wish.subject, case .object(let test) = wish.test else { return }
    try refuseMissing(Condition(key: key, test: test))
  }

  private func refuseMissing(_ condition: Condition) throws(CommandError) {
    guard cluster.objects[condition.key] == nil, condition.test != .absent,
      condition.test != .exists
    else { return }
    throw CommandError(APIError.notFound(condition.key))
  }

  /// Moves the clock until the condition is true; false when the limit came first. Nothing moves
  /// when it is true now.
  mutating func moveClock(
    until condition: Condition, limit: SimulatedDuration
  ) throws(CommandError) -> Bool {
    if condition.holds(in: cluster) { return true }
    return try moveClock(to: cluster.now + limit) { condition.holds(after: $0) }
  }
}
