internal import PodEngine

/// Reads what `until` and `break` look for. Subjects and conditions are those of the lessons'
/// checks, as far as objects show them.
struct WishWords {
  private let verb: String
  private let bench: Workbench
  let position: TextPosition?
  var words: [String]

  /// A wish, and how messages name it.
  static func read(
    _ words: [Word], verb: String, in bench: Workbench
  ) throws(CommandError) -> (wish: Wish, text: String) {
    let text = words.map(\.text).joined(separator: " ")
    var reader = WishWords(
      verb: verb, bench: bench, position: words.first?.position, words: split(text))
    guard reader.words.count >= 2 else {
      throw .usage(
        "\(verb) needs an object and a condition", verb: verb, position: reader.position,
        suggestion: "write \(verb) 'pod/web condition=Ready'")
    }
    let wish = try reader.wish()
    // A plain name is a Pod, and said to be one.
    guard case .object(let key) = wish.subject, !text.contains("/") else { return (wish, text) }
    return (wish, "\(key.resource.singular)/\(text)")
  }

  /// Words at spaces; quotes and braces keep theirs, brackets of `count(…)` stand alone.
  private static func split(_ text: String) -> [String] {
    var words: [String] = []
    var (word, quote, depth) = ("", Character?.none, 0)
    func finish() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    for sign in text {
      if let open = quote {
        if sign == open { quote = nil } else { word.append(sign) }
      } else if sign == "\"" || sign == "'", depth == 0 {
        quote = sign
      } else if sign == " ", depth == 0 {
        finish()
      } else if sign == "(" || sign == ")", depth == 0 {
        finish()
        words.append(String(sign))
      } else {
        if sign == "{" { depth += 1 } else if sign == "}" { depth = max(0, depth - 1) }
        word.append(sign)
      }
    }
    finish()
    return words
  }

  mutating func take(_ what: String) throws(CommandError) -> String {
    guard !words.isEmpty else { throw failure("\(what) is missing at the end") }
    return words.removeFirst()
  }

  func failure(_ problem: String) -> CommandError {
    CommandError("invalid", "error: \(problem)", suggestion: Self.forms, position: position)
  }

  private static let forms =
    "write 'pod/web condition=Ready', 'pods -l app=web phase=Running', 'count(pods) == 3', "
    + "'event reason=Unhealthy on pod/web' or 'log of pod/web contains hello'"

  private mutating func wish() throws(CommandError) -> Wish {
    let first = try take("the object")
    if first == "count" { return try count() }
    if first == "event" { return try event() }
    if first == "log", words.first == "of" { return try log() }
    if first == "process", words.first == "of" || words.first == "on" { return try process() }
    if first.contains("/") || Resource(word: first) == nil {
      let key = try object(first)
      if words.first == "age", words.count > 1 {
        words.removeFirst()
        return try age(of: key)
      }
      return Wish(subject: .object(key), test: .object(try condition()))
    }
    let selection = try selection(first)
    return Wish(subject: .each(selection), test: .object(try condition()))
  }

  mutating func object(_ word: String) throws(CommandError) -> ObjectKey {
    let parts = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else {
      throw failure("\(GoSyntax.quoted(word)) names no object")
    }
    let resource = parts.count == 2 ? try Subjects.kind(parts[0], at: position) : .pods
    let namespace = try self.namespace() ?? bench.namespace
    return ObjectKey(
      resource, namespace: resource.isNamespaced ? namespace : "", name: parts[parts.count - 1])
  }

  private mutating func namespace() throws(CommandError) -> String? {
    guard words.first == "-n" else { return nil }
    words.removeFirst()
    return try take("a namespace")
  }

  private mutating func selection(_ word: String) throws(CommandError) -> Wish.Selection {
    let resource = try Subjects.kind(word, at: position)
    var labels: LabelSelector?
    if words.first == "-l" {
      words.removeFirst()
      let text = try take("a label, such as app=web,")
      do { labels = try SelectorParser.labels(text) } catch {
        throw failure("\(GoSyntax.quoted(text)) is no label selector")
      }
    }
    let namespace = try self.namespace() ?? bench.namespace
    return Wish.Selection(
      resource: resource, namespace: resource.isNamespaced ? namespace : nil, labels: labels)
  }

  private mutating func count() throws(CommandError) -> Wish {
    guard try take("(") == "(" else { throw failure("after count comes (") }
    let selection = try selection(try take("a kind"))
    guard try take(")") == ")" else { throw failure("count( is not closed with )") }
    return Wish(subject: .count(selection), test: try number())
  }

  private mutating func event() throws(CommandError) -> Wish {
    var (reason, about) = (String?.none, ObjectKey?.none)
    if let word = words.first, word.hasPrefix("reason=") {
      words.removeFirst()
      reason = String(word.dropFirst("reason=".count))
    }
    if words.first == "on" {
      words.removeFirst()
      about = try object(try take("an object"))
    }
    guard reason != nil || about != nil else { throw failure("which event?") }
    let subject = Wish.Subject.event(reason: reason, about: about)
    guard let word = words.first else {
      return Wish(subject: subject, test: .object(.exists))
    }
    words.removeFirst()
    switch word {
    case "exists": return Wish(subject: subject, test: .object(.exists))
    case "absent": return Wish(subject: subject, test: .object(.absent))
    case "count": return Wish(subject: subject, test: try number())
    case "message":
      guard try take("contains") == "contains" else {
        throw failure("after message comes contains")
      }
      return Wish(subject: subject, test: .message(words.joined(separator: " ")))
    default: throw failure("an event has no \(GoSyntax.quoted(word))")
    }
  }

  mutating func number() throws(CommandError) -> Wish.Test {
    let comparison = try self.comparison()
    let text = try take("a number")
    guard let number = Int(text), words.isEmpty else {
      throw failure("\(GoSyntax.quoted(([text] + words).joined(separator: " "))) is no number")
    }
    return .number(comparison, number)
  }

  mutating func comparison() throws(CommandError) -> Comparison {
    let word = try take("a comparison, such as ==,")
    guard let comparison = Comparison(rawValue: word) else {
      throw failure("\(GoSyntax.quoted(word)) is no comparison")
    }
    return comparison
  }

  /// What is left: `condition=Ready`, `status == Running`, `{.status.podIP} exists`, …
  private mutating func condition() throws(CommandError) -> Condition.Test {
    let first = try take("a condition")
    guard !words.isEmpty else { return try ConditionWords.test(Self.jsonPath(first), position) }
    if first == "status" || first == "phase" {
      let comparison = try self.comparison()
      let value = words.joined(separator: " ")
      return first == "status" ? .statusIs(comparison, value) : .phaseIs(comparison, value)
    }
    guard first.hasPrefix("{") else {
      throw failure("\(GoSyntax.quoted(([first] + words).joined(separator: " "))) is no condition")
    }
    let path: JSONPath
    do { path = try JSONPath(parsing: Self.jsonPath(first)) } catch { throw failure(error.message) }
    if words == ["exists"] { return .jsonPath(path, text: first, value: nil) }
    if words == ["absent"] { return .pathAbsent(path, text: first) }
    let comparison = try self.comparison()
    return .pathIs(path, text: first, comparison, words.joined(separator: " "))
  }
}
