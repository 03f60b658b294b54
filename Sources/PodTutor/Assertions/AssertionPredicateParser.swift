internal import PodEngine

// What a check can say of its subject.
extension AssertionParser {
  mutating func predicate(of subject: AssertionSubject) throws(SourceError)
    -> AssertionPredicate
  {
    switch subject {
    case .count: return .number(try comparison(), try value())
    case .quiz:
      let token = try take("`right`")
      guard token.text == "right" else {
        throw error(token, "a quiz can be `right`, not `\(token.text)`", "Write `quiz/ID right`.")
      }
      return .answeredRight
    case .event: return try eventPredicate()
    case .process: return try processPredicate()
    case .log:
      let token = try take("`contains`")
      guard token.text == "contains" else {
        throw error(
          token, "a log has no `\(token.text)`", "Write `log of pod/NAME contains \"…\"`.")
      }
      return .message(.contains, try value())
    case .object(let key): return try objectPredicate(key.resource)
    case .selection(let selection): return try objectPredicate(selection.resource)
    }
  }

  private mutating func processPredicate() throws(SourceError) -> AssertionPredicate {
    let token = try take("exists, absent or count")
    switch token.text {
    case "exists": return .exists
    case "absent": return .absent
    case "count": return .number(try comparison(), try value())
    default:
      throw error(
        token, "a process has no `\(token.text)`", "Write exists, absent or count == N.")
    }
  }

  private mutating func eventPredicate() throws(SourceError) -> AssertionPredicate {
    let token = try take("exists, absent, count or message")
    switch token.text {
    case "exists": return .exists
    case "absent": return .absent
    case "count": return .number(try comparison(), try value())
    case "message": return .message(try comparison(), try value())
    default:
      throw error(
        token, "an event has no `\(token.text)`",
        "Write exists, absent, count >= N or message contains \"…\".")
    }
  }

  private mutating func objectPredicate(_ resource: Resource) throws(SourceError)
    -> AssertionPredicate
  {
    let token = try take("a predicate, such as exists")
    if token.kind == .path { return try fieldPredicate(try path(of: resource, token)) }
    if token.text == "exists" { return .exists }
    if token.text == "absent" { return .absent }
    if token.text == "status", resource == .pods { return .status(try comparison(), try value()) }
    if token.text == "age" { return .age(try comparison(), try value()) }
    if token.text.hasPrefix("condition=") { return try condition(token) }
    throw error(
      token, "`\(token.text)` is no predicate",
      "Write exists, absent, condition=TYPE, {.path} == VALUE, age < TIME or, for Pods, status == TEXT."
    )
  }

  private mutating func fieldPredicate(_ path: FieldPath) throws(SourceError) -> AssertionPredicate
  {
    if accept("exists") { return .fieldExists(path) }
    if accept("absent") { return .fieldAbsent(path) }
    return .field(path, try comparison(), try value())
  }

  private func condition(_ token: AssertionToken) throws(SourceError) -> AssertionPredicate {
    let parts = token.text.dropFirst("condition=".count).split(separator: ",").map(String.init)
    let halves = (parts.first ?? "").split(separator: "=", maxSplits: 1).map(String.init)
    let status = halves.count == 2 ? halves[1] : "True"
    var reason: String?
    for part in parts.dropFirst() where part.hasPrefix("reason=") {
      reason = String(part.dropFirst("reason=".count))
    }
    guard let type = halves.first, ["True", "False", "Unknown"].contains(status),
      parts.count < 2 || (parts.count == 2 && reason != nil)
    else {
      throw error(
        token, "`\(token.text)` is no condition",
        "Write condition=Ready, condition=Ready=False or condition=Ready=False,reason=REASON.")
    }
    return .condition(type: type, status: status, reason: reason)
  }

  func path(of resource: Resource, _ token: AssertionToken) throws(SourceError)
    -> FieldPath
  {
    guard token.kind == .path, let path = FieldPath(token.text) else {
      throw error(
        token, "`\(token.text)` is no path",
        "Write {.status.phase} or {.spec.containers[web].image}.")
    }
    guard KnownFields.contains(path, in: resource) else {
      throw error(
        token, "no \(resource.kind) has a field \(token.text)",
        "`explain \(resource.plural)` lists the fields; this would never be true.")
    }
    return path
  }

  private mutating func comparison() throws(SourceError) -> Comparison {
    let token = try take("a comparison, such as ==")
    guard token.kind == .word, let comparison = Comparison(rawValue: token.text) else {
      throw error(
        token, "`\(token.text)` is no comparison",
        "They are \(Comparison.allCases.map(\.rawValue).joined(separator: " ")).")
    }
    return comparison
  }

  private mutating func value() throws(SourceError) -> AssertionValue {
    let token = try take("a value")
    if token.kind == .word, token.text.hasPrefix("$") {
      return .remembered(String(token.text.dropFirst()))
    }
    guard token.kind != .path else {
      throw error(token, "a path cannot stand on the right side", "Use `remember` and $NAME.")
    }
    return .literal(token.text)
  }
}
