internal import PodEngine

/// Reads the conditions of `until`: `pod/web condition=Ready`, `pod/web phase=Running`, `pod/web
/// absent`.
enum ConditionWords {
  private static let forms =
    "condition=Ready, phase=Running, status=CrashLoopBackOff, '{.status.podIP}=10.244.1.2', exists or absent"

  /// The condition in the words after the verb, which may come as one quoted text or as several
  /// words.
  static func read(
    _ words: [Word], verb: String = "until", in bench: Workbench
  ) throws(CommandError) -> (condition: Condition, text: String) {
    let pieces = words.flatMap { word in
      word.text.split(separator: " ", maxSplits: 1).map { Word(String($0), at: word.position) }
    }
    guard pieces.count >= 2 else {
      throw .usage(
        "\(verb) needs an object and a condition", verb: verb,
        position: words.first?.position, suggestion: "write \(verb) 'pod/web condition=Ready'")
    }
    let key = try object(pieces[0], in: bench)
    let text = pieces.dropFirst().map(\.text).joined(separator: " ")
    let test = try test(text, pieces[1].position)
    return (Condition(key: key, test: test), "\(key.resource.singular)/\(key.name) \(text)")
  }

  private static func object(_ word: Word, in bench: Workbench) throws(CommandError) -> ObjectKey {
    let parts = word.text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      return ObjectKey(.pods, namespace: bench.namespace, name: word.text)
    }
    return ObjectKey(
      try Subjects.kind(parts[0], at: word.position), namespace: bench.namespace, name: parts[1])
  }

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
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    return .condition(parts.first ?? "", status: parts.count > 1 ? parts[1] : "true")
  }

  /// `{.status.phase}=Running`, or `{.status.podIP}` alone.
  private static func jsonPath(
    _ text: Substring, _ position: TextPosition?
  ) throws(CommandError) -> Condition.Test {
    let end = text.lastIndex(of: "}").map { text.index(after: $0) } ?? text.endIndex
    let (path, rest) = (String(text[..<end]), text[end...])
    guard rest.isEmpty || rest.first == "=" else {
      throw CommandError(
        "invalid", "error: jsonpath wait format must be --for=jsonpath='{.status.readyReplicas}'=3",
        position: position)
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
  fileprivate func after(_ prefix: String) -> Substring? {
    hasPrefix(prefix) ? dropFirst(prefix.count) : nil
  }
}
