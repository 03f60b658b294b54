internal import OrderedCollections
internal import PodEngine
internal import PodShell

extension AssertionPredicate {
  /// Whether the predicate holds of an object that exists.
  func truth(of object: APIValue, named name: String, in world: World) -> Truth {
    let texts = world.texts
    switch self {
    case .exists: return .holds(texts.exists(name))
    case .absent: return .fails(texts.exists(name))
    case .condition(let type, let status, let reason):
      return conditionTruth(object, name, type, status, reason, world)
    case .field(let path, let comparison, let value):
      guard let found = path.value(in: object) else {
        let fact = texts.isNotSet("\(name) \(path.spokenName)")
        return .fails(fact, wish: comparison.wish(value, in: world))
      }
      return comparison.truth(
        of: found.comparableText, against: value, named: "\(name) \(path.spokenName)", in: world)
    case .fieldExists(let path):
      return path.value(in: object) == nil
        ? .fails(texts.isNotSet("\(name) \(path.spokenName)"))
        : .holds(texts.isSet("\(name) \(path.spokenName)"))
    case .fieldAbsent(let path):
      return path.value(in: object) == nil
        ? .holds(texts.isNotSet("\(name) \(path.spokenName)"))
        : .fails(texts.isSet("\(name) \(path.spokenName)"))
    case .status(let comparison, let value):
      return comparison.truth(
        of: PodStatusColumn.text(of: object), against: value, named: "\(name) STATUS", in: world)
    case .age(let comparison, let value):
      let created = object[path: "metadata", "creationTimestamp"]?.stringValue
      guard let created, let time = SimulatedTime(timestamp: created) else {
        return .broken("\(name) does not say when it was made")
      }
      return comparison.truth(
        of: VirtualDuration.text(world.time - time), against: value, named: texts.ageOf(name),
        in: world)
    case .number, .message, .answeredRight:
      return .broken("\(name) has nothing that this could be compared with")
    }
  }

  private func conditionTruth(
    _ object: APIValue, _ name: String, _ type: String, _ status: String, _ reason: String?,
    _ world: World
  ) -> Truth {
    let texts = world.texts
    let conditions = object[path: "status", "conditions"]?.arrayValue ?? []
    guard let found = conditions.first(where: { $0["type"]?.stringValue == type }) else {
      return .fails(texts.noCondition(name, type), wish: texts.wish(.equal, status))
    }
    let actual = found["status"]?.stringValue ?? ""
    let since = found["lastTransitionTime"]?.stringValue.flatMap { SimulatedTime(timestamp: $0) }
    // A moment that is past is told with its own time.
    let told = world.cluster == nil ? nil : since.map { VirtualDuration.clock($0) }
    let fact = texts.condition(name, type, actual, told)
    guard actual == status else { return .fails(fact, wish: texts.wish(.equal, status)) }
    let actualReason = found["reason"]?.stringValue ?? ""
    guard let reason, actualReason != reason else { return .holds(fact) }
    let shown = actualReason.isEmpty ? texts.notSetWord : actualReason
    return .fails(
      texts.otherReason(texts.condition(name, type, actual, nil), shown),
      wish: texts.wish(.equal, reason))
  }
}

extension APIValue {
  /// The value as a text to compare; numbers as digits.
  var comparableText: String {
    switch self {
    case .null: ""
    case .bool(let flag): String(flag)
    case .integer(let number): String(number)
    case .double(let number): String(number)
    case .string(let text): text
    case .array(let elements): elements.map(\.comparableText).joined(separator: ",")
    case .object(let fields): fields.keys.joined(separator: ",")
    }
  }
}

extension Comparison {
  /// Compares a value that exists with the wanted one.
  func truth(
    of actual: String, against value: AssertionValue, named name: String, isQuoted: Bool = false,
    in world: World
  ) -> Truth {
    guard let wanted = value.text(in: world) else {
      return .broken("nothing has been remembered as \(value.spoken)")
    }
    // Facts become parts of sentences.
    let part = (actual.hasSuffix(".") && !isQuoted ? String(actual.dropLast()) : actual)
      .withVisibleControls
    let shown = isQuoted ? world.texts.quoted(part) : part.withShortDigests
    let fact =
      actual.isEmpty
      ? world.texts.isEmpty(name) : world.texts.isValue(name, shown)
    return TypedValue.holds(actual, self, wanted)
      ? .holds(fact) : .fails(fact, wish: wish(value, in: world))
  }

  /// `, expected Running`; `, expected at least 3`.
  func wish(_ value: AssertionValue, in world: World) -> String {
    if case .remembered = value, self == .notEqual { return world.texts.wishAnother }
    return world.texts.wish(
      self, (value.text(in: world) ?? value.spoken).withVisibleControls.withShortDigests)
  }
}

extension String {
  /// With the first digits of each sha256 digest only: enough to tell two of them apart.
  fileprivate var withShortDigests: String {
    let parts = split(separator: "sha256:", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return self }
    return parts.enumerated().map { index, part in
      let digits = part.prefix(while: \.isHexDigit)
      guard index > 0, digits.count == 64 else { return String(part) }
      return "\(digits.prefix(12))…\(part.dropFirst(64))"
    }.joined(separator: "sha256:")
  }
}

extension AssertionValue {
  func text(in world: World) -> String? {
    switch self {
    case .literal(let text): text
    case .remembered(let name): world.memories[name]
    }
  }

  var spoken: String {
    switch self {
    case .literal(let text): text
    case .remembered(let name): "$\(name)"
    }
  }
}
