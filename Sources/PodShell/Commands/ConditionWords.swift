internal import PodEngine

/// Reads the conditions that `wait`, `until` and `break` share: `condition=Ready`, `phase=Running`,
/// `absent`, …
enum ConditionWords {
  private static let forms =
    "condition=Ready, phase=Running, status=CrashLoopBackOff, '{.status.podIP}=10.244.1.2', exists or absent"

  static func test(_ text: String, _ position: TextPosition?) throws(CommandError) -> Condition.Test
  {
    let lowered = text.lowercased()
    if lowered == "exists" || lowered == "create" { return .exists }
    if lowered == "absent" || lowered == "delete" || lowered == "deleted" { return .absent }
    if let rest = text.after("condition=") { return condition(rest) }
    if let rest = text.after("phase=") { return .phase(String(rest)) }
    if let rest = text.after("status=") { return .status(String(rest)) }
    if let rest = text.after("jsonpath=") { return try jsonPath(rest, position) }
    if text.hasPrefix("{") { return try jsonPath(text[...], position) }
    throw CommandError(
      "invalid", "error: unrecognized condition: \(GoSyntax.quoted(text))",
      suggestion: "write \(forms)", position: position)
  }

  private static func condition(_ text: Substring) -> Condition.Test {
    let halves = text.split(separator: ",", maxSplits: 1)
    let parts = (halves.first ?? "").split(separator: "=", maxSplits: 1).map(String.init)
    let reason = halves.count > 1 ? String(halves[1]).after("reason=").map(String.init) : nil
    return .condition(
      parts.first ?? "", status: parts.count > 1 ? parts[1] : "true", reason: reason)
  }

  /// `{.status.phase}=Running`, or `{.status.podIP}` alone.
  private static func jsonPath(
    _ text: Substring, _ position: TextPosition?
  ) throws(CommandError) -> Condition.Test {
    let end = text.lastIndex(of: "}").map { text.index(after: $0) } ?? text.endIndex
    let (path, rest) = (String(text[..<end]), text[end...])
    guard !path.isEmpty else {
      throw CommandError(
        "invalid", "error: jsonpath expression cannot be empty", position: position)
    }
    guard rest.isEmpty || rest.first == "=" else {
      throw CommandError(
        "invalid",
        "error: jsonpath wait format must be --for=jsonpath='{.status.readyReplicas}'=3 or "
          + "--for=jsonpath='{.status.readyReplicas}'", position: position)
    }
    guard !rest.dropFirst().replacing("==", with: "").contains("=") else {
      throw CommandError(
        "invalid",
        "error: jsonpath wait format must be --for=jsonpath='{.status.readyReplicas}'=3 or "
          + "--for=jsonpath='{.status.readyReplicas}'", position: position)
    }
    guard path.hasPrefix("{") == path.hasSuffix("}") else {
      throw CommandError(
        "invalid",
        "error: unexpected path string, expected a 'name1.name2' or '.name1.name2' or "
          + "'{name1.name2}' or '{.name1.name2}'", position: position)
    }
    let value = rest.first == "=" ? String(rest.dropFirst()) : nil
    do {
      return .jsonPath(try JSONPath(parsing: path), text: path, value: value)
    } catch {
      throw CommandError("invalid", "error: \(error.message)", position: position)
    }
  }
}

extension String {
  /// What follows a prefix; nil without it.
  func after(_ prefix: String) -> Substring? {
    hasPrefix(prefix) ? dropFirst(prefix.count) : nil
  }
}
