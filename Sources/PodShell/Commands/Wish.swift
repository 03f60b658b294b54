internal import OrderedCollections
internal import PodEngine

/// What `until` and `break` look for: something that published objects show.
struct Wish: Hashable, Sendable {
  enum Subject: Hashable, Sendable {
    /// `pod/web`
    case object(ObjectKey)
    /// `pods -l app=web`: every one of them, and there must be one.
    case each(Selection)
    /// `count(pods -l app=web)`
    case count(Selection)
    /// `event reason=Unhealthy on pod/web`
    case event(reason: String?, about: ObjectKey?)
    /// What nobody publishes.
    case glance(Glance)
  }

  /// Objects of a kind, all or those with labels.
  struct Selection: Hashable, Sendable {
    let resource: Resource
    let namespace: String?
    let labels: LabelSelector?
  }

  enum Test: Hashable, Sendable {
    case object(Condition.Test)
    /// A number of objects, or how often an event happened.
    case number(Comparison, Int)
    /// A part of an event's message.
    case message(String)
  }

  let subject: Subject
  let test: Test

  /// Something that is found out by looking at each moment.
  var glance: Glance? { if case .glance(let glance) = subject { glance } else { nil } }
}

extension Wish {
  init(glance question: Glance.Question, about key: ObjectKey) {
    self.init(subject: .glance(Glance(question: question, about: key)), test: .object(.exists))
  }
}

/// How a value is compared with a wanted one; the words of the lessons' checks.
enum Comparison: String, Hashable, Sendable, CaseIterable {
  case equal = "=="
  case notEqual = "!="
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case less = "<"
  case greater = ">"
  case contains
  case isIn = "in"

  /// Numbers are compared as numbers, everything else as text.
  func holds(_ value: String, _ wanted: String) -> Bool {
    switch self {
    case .equal: value == wanted || Self.order(value, wanted) == 0
    case .notEqual: !Comparison.equal.holds(value, wanted)
    case .less: Self.order(value, wanted).map { $0 < 0 } ?? false
    case .lessOrEqual: Self.order(value, wanted).map { $0 <= 0 } ?? false
    case .greater: Self.order(value, wanted).map { $0 > 0 } ?? false
    case .greaterOrEqual: Self.order(value, wanted).map { $0 >= 0 } ?? false
    case .contains: value.contains(wanted)
    case .isIn:
      wanted.split(separator: ",").contains { $0.drop { $0 == " " } == value[...] }
    }
  }

  /// Negative, zero or positive; nil where one is no number.
  private static func order(_ left: String, _ right: String) -> Double? {
    guard let left = Double(left), let right = Double(right) else { return nil }
    return left - right
  }
}

/// Follows a wish through published changes. It sees the objects once at the beginning, and each
/// change after that.
struct WishWatch: Sendable {
  private let wish: Wish
  /// For counting and look-ups alone: whether each object that is meant passes the test.
  private var passes: [ObjectKey: Bool] = [:]

  init(_ wish: Wish, in cluster: Cluster) {
    self.wish = wish
    switch wish.subject {
    case .object(let key): look(at: key, cluster.objects[key]?.tree)
    case .each(let selection), .count(let selection):
      for object in cluster.objects.list(selection.resource, namespace: selection.namespace) {
        look(at: object.key(selection.resource), object.tree)
      }
    case .glance: break
    case .event:
      for object in cluster.objects.list(.events) { look(at: object.key(.events), object.tree) }
    }
  }

  mutating func see(_ event: WatchEvent) {
    look(at: event.key, event.change == .deleted ? nil : event.object)
  }

  private mutating func look(at key: ObjectKey, _ object: APIValue?) {
    guard isMeant(key, object) else {
      passes[key] = nil
      return
    }
    switch wish.test {
    case .object(let test): passes[key] = Condition(key: key, test: test).holds(object)
    case .number: passes[key] = true
    case .message(let part): passes[key] = object?.text("message").contains(part) ?? false
    }
    if case .event = wish.subject, case .number(let comparison, let wanted) = wish.test {
      let series = object?.optionalInteger("series", "count")
      let count = series ?? object?.optionalInteger("count") ?? 1
      passes[key] = comparison.holds(String(count), String(wanted))
    }
  }

  private func isMeant(_ key: ObjectKey, _ object: APIValue?) -> Bool {
    switch wish.subject {
    case .glance: return false
    case .object(let wanted): return key == wanted
    case .each(let selection), .count(let selection):
      guard let object, key.resource == selection.resource,
        selection.namespace.map({ $0 == key.namespace }) ?? true
      else { return false }
      return selection.labels?.matches(object) ?? true
    case .event(let reason, let about):
      guard let object, key.resource == .events else { return false }
      let subject = object["involvedObject"]
      return (reason.map { $0 == object.text("reason") } ?? true)
        && (about.map {
          $0.name == subject?.text("name") && $0.resource.kind == subject?.text("kind")
        } ?? true)
    }
  }

  var holds: Bool {
    switch wish.subject {
    case .glance: return false
    case .object: return passes.values.contains(true)
    case .each:
      if case .object(.absent) = wish.test { return passes.isEmpty }
      return !passes.isEmpty && passes.values.allSatisfy { $0 }
    case .count:
      guard case .number(let comparison, let wanted) = wish.test else { return false }
      return comparison.holds(String(passes.count), String(wanted))
    case .event:
      if case .object(.absent) = wish.test { return passes.isEmpty }
      return passes.values.contains(true)
    }
  }
}

extension StoredObject {
  fileprivate func key(_ resource: Resource) -> ObjectKey {
    ObjectKey(resource, namespace: metadata.namespace, name: metadata.name)
  }
}

extension Workbench {
  /// Moves the clock until a wish has come true; false when the limit came first. Nothing moves
  /// when it is true now.
  mutating func moveClock(
    until wish: Wish, limit: SimulatedDuration
  ) throws(CommandError) -> Bool {
    if let glance = wish.glance { return try moveClock(until: glance, limit: limit) }
    var watch = WishWatch(wish, in: cluster)
    if watch.holds { return true }
    return try moveClock(to: cluster.now + limit) { event in
      watch.see(event)
      return watch.holds
    }
  }
}
