/// Reads templates. The texts of the errors are kubectl's.
struct JSONPathParser {
  private let input: [Unicode.Scalar]
  private var index = 0
  private var nodes: [JSONPath.Node] = []

  /// A template contains no action in an action but unions and filters; those nest in the text
  /// itself.
  private static let depthLimit = 50
  private let depth: Int

  private init(_ text: String, depth: Int) {
    input = Array(text.unicodeScalars)
    self.depth = depth
  }

  static func nodes(of template: String) throws(JSONPathError) -> [JSONPath.Node] {
    try nodes(of: template, depth: 0)
  }

  private static func nodes(of text: String, depth: Int) throws(JSONPathError) -> [JSONPath.Node] {
    guard depth <= depthLimit else { throw JSONPathError("template nests too deeply") }
    var parser = JSONPathParser(text, depth: depth)
    try parser.parseTemplate()
    return parser.nodes
  }

  /// The nodes of the first action of `{text}`.
  private func action(_ text: String) throws(JSONPathError) -> [JSONPath.Node] {
    let nodes = try Self.nodes(of: "{\(text)}", depth: depth + 1)
    if case .action(let inner) = nodes.first { return inner }
    return nodes
  }

  private mutating func parseTemplate() throws(JSONPathError) {
    while index < input.count {
      if input[index] == "{" {
        index += 1
        nodes.append(.action(try parseAction()))
      } else {
        let text = takeWhile { $0 != "{" }
        nodes.append(.text(text))
      }
    }
  }

  private mutating func parseAction() throws(JSONPathError) -> [JSONPath.Node] {
    var action: [JSONPath.Node] = []
    while true {
      guard let scalar = current, scalar != "\n", scalar != "\r" else {
        throw JSONPathError("unclosed action")
      }
      if scalar == "}" {
        index += 1
        return action
      }
      if hasPrefix("[?(") {
        action.append(try parseFilter())
      } else if hasPrefix("..") {
        try parseRecursive(&action)
      } else {
        try parsePart(scalar, &action)
      }
    }
  }

  private mutating func parsePart(
    _ scalar: Unicode.Scalar, _ action: inout [JSONPath.Node]
  ) throws(JSONPathError) {
    switch scalar {
    case " ", "@", "$": index += 1
    case "[": action += try parseBrackets()
    case "\"", "'": action.append(.text(try parseQuoted(scalar)))
    case ".":
      index += 1
      action.append(parseField())
    case "+", "-", "0"..."9": action.append(try parseNumber())
    case _ where Self.isWord(scalar): action.append(parseIdentifier())
    default:
      let code = String(scalar.value, radix: 16, uppercase: true)
      let digits = String(repeating: "0", count: max(0, 4 - code.count)) + code
      throw JSONPathError(
        "unrecognized character in action: U+\(digits) '\(Character(scalar))'")
    }
  }

  private mutating func parseRecursive(_ action: inout [JSONPath.Node]) throws(JSONPathError) {
    if action.last == .recursive { throw JSONPathError("invalid multiple recursive descent") }
    index += 2
    action.append(.recursive)
    if let scalar = current, Self.isWord(scalar) { action.append(parseField()) }
  }

  /// A name up to the next separator; a backslash takes the next character as it is.
  private mutating func parseField() -> JSONPath.Node {
    var name = ""
    while let scalar = current {
      if scalar == "\\" {
        index += 1
        if let escaped = current {
          name.unicodeScalars.append(escaped)
          index += 1
        }
      } else if Self.isTerminator(scalar) {
        break
      } else {
        name.unicodeScalars.append(scalar)
        index += 1
      }
    }
    return name == "*" ? .wildcard : .field(name)
  }

  private mutating func parseIdentifier() -> JSONPath.Node {
    let word = takeWhile { !Self.isTerminator($0) }
    return switch word {
    case "true": .bool(true)
    case "false": .bool(false)
    default: .identifier(word)
    }
  }

  private mutating func parseNumber() throws(JSONPathError) -> JSONPath.Node {
    let sign = current == "+" || current == "-" ? String(Character(input[index])) : ""
    index += sign.count
    let digits = takeWhile { $0 == "." || ("0"..."9").contains($0) }
    let text = sign + digits
    if let number = Int(text) { return .integer(number) }
    if let number = Double(text) { return .double(number) }
    throw JSONPathError("cannot parse number \(text)")
  }

  private mutating func parseQuoted(_ quote: Unicode.Scalar) throws(JSONPathError) -> String {
    let start = index
    index += 1
    while let scalar = current, scalar != "\n" {
      index += 1
      if scalar == quote, input[index - 2] != "\\" {
        let literal = text(start..<index)
        guard let value = GoLiteral.unquoted(literal) else {
          throw JSONPathError("unquote string \(literal) error invalid syntax")
        }
        return value
      }
    }
    throw JSONPathError("unterminated quoted string")
  }

  private mutating func parseFilter() throws(JSONPathError) -> JSONPath.Node {
    index += 3
    let start = index
    var quote: Unicode.Scalar?
    var isClosed = false
    scan: while true {
      guard let scalar = current, scalar != "\n" else {
        throw JSONPathError("unterminated filter")
      }
      index += 1
      switch scalar {
      case "\"", "'":
        if quote == nil {
          quote = scalar
        } else if scalar == quote, input[index - 2] != "\\" {
          isClosed = true
        }
      case ")" where (quote != nil) == isClosed: break scan
      default: break
      }
    }
    let condition = text(start..<index - 1)
    guard current == "]" else { throw JSONPathError("unclosed array expect ]") }
    index += 1
    guard let parts = Self.comparison(in: condition) else {
      return .filter(left: try action(condition), right: [], comparison: "exists")
    }
    return .filter(
      left: try action(parts.left), right: try action(parts.right), comparison: parts.operator)
  }

  /// Both sides of the first comparison: `^([^!<>=]+)([!<>=]+)(.+?)$`.
  private static func comparison(
    in condition: String
  ) -> (left: String, operator: String, right: String)? {
    let left = condition.prefix { !"!<>=".contains($0) }
    let rest = condition[left.endIndex...]
    var comparison = rest.prefix { "!<>=".contains($0) }
    if comparison.endIndex == rest.endIndex, comparison.count > 1 { comparison.removeLast() }
    let right = rest[comparison.endIndex...]
    guard !left.isEmpty, !comparison.isEmpty, !right.isEmpty else { return nil }
    return (String(left), String(comparison), String(right))
  }

  private mutating func parseBrackets() throws(JSONPathError) -> [JSONPath.Node] {
    index += 1
    let start = index
    while current != "]" {
      guard let scalar = current, scalar != "\n" else {
        throw JSONPathError("unterminated array")
      }
      index += 1
    }
    let inside = text(start..<index)
    index += 1
    let parts = inside.split(separator: ",", omittingEmptySubsequences: false)
    if parts.count > 1 {
      var union: [[JSONPath.Node]] = []
      for part in parts { union.append(try action("[\(part.trimmingSpaces)]")) }
      return [.union(union)]
    }
    if inside.count >= 2, inside.hasPrefix("'"), inside.hasSuffix("'"),
      !inside.dropFirst().dropLast().contains("'")
    {
      return try action(".\(inside.dropFirst().dropLast())")
    }
    return [.slice(try Self.slice(inside == "*" ? ":" : inside))]
  }

  private static func slice(_ text: String) throws(JSONPathError) -> JSONPath.Slice {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let isValid = parts.count <= 3 && parts.allSatisfy(isIndex)
    guard isValid else { throw JSONPathError("invalid array index \(text)") }
    var slice = JSONPath.Slice()
    slice.start = try number(parts[0])
    slice.end = parts.count > 1 ? try number(parts[1]) : nil
    slice.step = parts.count > 2 ? try number(parts[2]) : nil
    if parts.count == 1 {
      slice.end = (slice.start ?? 0) + 1
      slice.isSingle = true
    }
    return slice
  }

  private static func isIndex(_ text: Substring) -> Bool {
    (text.hasPrefix("-") ? text.dropFirst() : text).allSatisfy { ("0"..."9").contains($0) }
  }

  private static func number(_ text: Substring) throws(JSONPathError) -> Int? {
    if text.isEmpty { return nil }
    // The last value of Int is refused too, so that the arithmetic of slices cannot overflow.
    guard let number = Int(text), number.magnitude < UInt(Int32.max) else {
      throw JSONPathError("array index \(text) is not a number")
    }
    return number
  }
}

extension JSONPathParser {
  private var current: Unicode.Scalar? { index < input.count ? input[index] : nil }

  private func hasPrefix(_ text: String) -> Bool {
    input[index...].starts(with: text.unicodeScalars)
  }

  private func text(_ range: Range<Int>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: input[range])
    return text
  }

  private mutating func takeWhile(_ condition: (Unicode.Scalar) -> Bool) -> String {
    let start = index
    while let scalar = current, condition(scalar) { index += 1 }
    return text(start..<index)
  }

  private static func isTerminator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", "\r", "\n", ".", ",", "[", "]", "$", "@", "{", "}": true
    default: false
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic
      || scalar.properties.generalCategory == .decimalNumber
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
