/// Reads label selectors as users type them: `a=b,c!=d,e in (x,y),!f,g` (`labels.Parse`).
package enum SelectorParser {
  package static func labels(_ text: String) throws(SelectorError) -> LabelSelector {
    var parser = LabelParser(text)
    var selector = LabelSelector()
    selector.matchExpressions = try parser.requirements()
    return selector
  }
}

private enum LabelToken: Hashable {
  case identifier(String)
  case symbol(String)
  case end

  var text: String {
    switch self {
    case .identifier(let text), .symbol(let text): text
    case .end: ""
    }
  }

  var isIdentifier: Bool {
    if case .identifier = self { true } else { false }
  }
}

private struct LabelParser {
  private var tokens: ArraySlice<LabelToken>

  init(_ text: String) {
    var scanned: [LabelToken] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first.isWhitespace {
        rest = rest.dropFirst()
      } else if Self.symbolCharacters.contains(first) {
        let symbol = Self.symbols.first { rest.hasPrefix($0) } ?? String(first)
        scanned.append(.symbol(symbol))
        rest = rest.dropFirst(symbol.count)
      } else {
        let word = rest.prefix { !$0.isWhitespace && !Self.symbolCharacters.contains($0) }
        scanned.append(.identifier(String(word)))
        rest = rest.dropFirst(word.count)
      }
    }
    tokens = scanned[...]
  }

  private static let symbolCharacters: [Character] = ["=", "!", "(", ")", ",", ">", "<"]
  /// Longer ones first.
  private static let symbols = ["==", "!=", "=", "!", "(", ")", ",", ">", "<"]

  private var next: LabelToken { tokens.first ?? .end }

  private mutating func consume() -> LabelToken { tokens.popFirst() ?? .end }

  mutating func requirements() throws(SelectorError) -> [LabelSelectorRequirement] {
    var result: [LabelSelectorRequirement] = []
    if next == .end { return result }
    guard startsRequirement(next) else {
      throw expected("!, identifier, or 'end of string'", next)
    }
    while true {
      do {
        result.append(try requirement())
      } catch {
        throw SelectorError("unable to parse requirement: \(error.message)")
      }
      let token = consume()
      if token == .end { return result }
      guard token == .symbol(",") else { throw expected("',' or 'end of string'", token) }
      guard startsRequirement(next) else { throw expected("identifier after ','", next) }
    }
  }

  private func startsRequirement(_ token: LabelToken) -> Bool {
    token.isIdentifier || token == .symbol("!")
  }

  private func expected(_ what: String, _ token: LabelToken) -> SelectorError {
    SelectorError("found '\(token.text)', expected: \(what)")
  }

  private mutating func requirement() throws(SelectorError) -> LabelSelectorRequirement {
    var result = LabelSelectorRequirement()
    let isNegated = next == .symbol("!")
    if isNegated { _ = consume() }
    let token = consume()
    guard case .identifier(let key) = token else { throw expected("identifier", token) }
    let problems = NameRules.qualifiedName(key)
    if !problems.isEmpty {
      let shown = problems.joined(separator: "; ")
      throw SelectorError("<nil>: Invalid value: \(GoSyntax.quoted(key)): \(shown)")
    }
    result.key = key
    if isNegated {
      result.operator = "DoesNotExist"
    } else if next == .end || next == .symbol(",") {
      result.operator = "Exists"
    } else {
      try comparison(&result)
    }
    return result
  }

  private mutating func comparison(
    _ result: inout LabelSelectorRequirement
  ) throws(SelectorError) {
    let token = consume()
    switch token.text {
    case "=", "==":
      result.operator = "In"
      result.values = [try value()]
    case "!=":
      result.operator = "NotIn"
      result.values = [try value()]
    case ">", "<":
      result.operator = token.text == ">" ? "Gt" : "Lt"
      result.values = [try value()]
      guard let bound = result.values.first, Int(bound) != nil else {
        throw SelectorError(
          "values[0]: Invalid value: \(GoSyntax.quoted(result.values.first ?? "")): "
            + "for 'Gt', 'Lt' operators, the value must be an integer")
      }
    case "in", "notin":
      result.operator = token.text == "in" ? "In" : "NotIn"
      result.values = try list()
    default: throw expected("in, notin, =, ==, !=, gt, lt", token)
    }
    for (index, value) in result.values.enumerated() {
      let problems = NameRules.labelValue(value)
      if problems.isEmpty { continue }
      throw SelectorError(
        "values[\(index)][\(result.key)]: Invalid value: \(GoSyntax.quoted(value)): "
          + problems.joined(separator: "; "))
    }
  }

  private mutating func value() throws(SelectorError) -> String {
    if next == .end || next == .symbol(",") { return "" }
    let token = consume()
    guard case .identifier(let text) = token else { throw expected("identifier", token) }
    return text
  }

  private mutating func list() throws(SelectorError) -> [String] {
    let open = consume()
    guard open == .symbol("(") else {
      throw SelectorError("found '\(open.text)' expected: '('")
    }
    var values: [String] = []
    var isAfterComma = true
    while true {
      let token = consume()
      switch token {
      case .identifier(let text):
        values.append(text)
        isAfterComma = false
        guard next == .symbol(",") || next == .symbol(")") else {
          throw expected("',' or ')'", next)
        }
      case .symbol(","):
        if isAfterComma { values.append("") }
        isAfterComma = true
      case .symbol(")"):
        if isAfterComma, !values.isEmpty { values.append("") }
        return try nonEmpty(unique(values))
      case .symbol, .end: throw expected("',', or identifier", token)
      }
    }
  }

  private func nonEmpty(_ values: [String]) throws(SelectorError) -> [String] {
    if !values.isEmpty { return values }
    throw SelectorError(
      "values: Invalid value: []: for 'in', 'notin' operators, values set can't be empty")
  }

  /// The values of a set have no order and no twins.
  private func unique(_ values: [String]) -> [String] {
    var result: [String] = []
    for value in values.sorted() where result.last != value { result.append(value) }
    return result
  }
}
