/// `test` and `[`.
struct TestExpression {
  private let words: [String]
  private var index = 0
  private var depth = 0
  private let kernel: Kernel
  private let process: Process?

  /// What is wrong with an expression.
  enum Failure: Error, Hashable, Sendable {
    case missing(String)
    case number(String)
    /// A word that belongs to nothing, by its place.
    case trailing([String], Int)
    case argumentExpected(String, [String])
    case parenthesis
    case tooDeep
  }

  /// The status (0 true, 1 false, 2 error), and what is wrong.
  static func evaluate(
    _ name: String, _ arguments: [String], _ kernel: Kernel, _ process: Process?
  ) -> (status: Int, error: Failure?) {
    var words = arguments
    // Busybox' `[[` is another name of `[`.
    if name == "[" || name == "[[" && words.last == "]]" {
      let closing = name == "[" ? "]" : "]]"
      guard words.last == closing else { return (2, .missing(closing)) }
      words.removeLast()
    }
    var expression = TestExpression(words: words, kernel: kernel, process: process)
    do throws(Failure) {
      return (try expression.whole() ? 0 : 1, nil)
    } catch { return (2, error) }
  }

  private init(words: [String], kernel: Kernel, process: Process?) {
    self.words = words
    self.kernel = kernel
    self.process = process
  }

  private mutating func whole() throws(Failure) -> Bool {
    switch words.count {
    case 0: return false
    case 1: return !words[0].isEmpty
    case 2 where words[0] == "!": return words[1].isEmpty
    case 3 where Self.binary.contains(words[1]):
      return try compare(words[0], words[1], words[2])
    default: break
    }
    let result = try or()
    guard index == words.count else {
      if index + 1 == words.count, Self.binary.contains(words[index]) {
        throw .argumentExpected(words[index], words)
      }
      throw .trailing(words, index)
    }
    return result
  }

  private mutating func or() throws(Failure) -> Bool {
    var result = try and()
    while index < words.count, words[index] == "-o" {
      index += 1
      let right = try and()
      result = result || right
    }
    return result
  }

  private mutating func and() throws(Failure) -> Bool {
    var result = try not()
    while index < words.count, words[index] == "-a" {
      index += 1
      let right = try not()
      result = result && right
    }
    return result
  }

  private mutating func not() throws(Failure) -> Bool {
    guard depth < RuntimeLimits.syntaxDepth else {
      throw .tooDeep
    }
    depth += 1
    defer { depth -= 1 }
    guard index < words.count else {
      throw .argumentExpected(words.last ?? "", words)
    }
    if words[index] == "!" {
      index += 1
      return try !not()
    }
    return try primary()
  }

  private static let binary = [
    "=", "==", "!=", "-eq", "-ne", "-gt", "-ge", "-lt", "-le", "-nt", "-ot", "-ef", "<", ">",
  ]

  private mutating func primary() throws(Failure) -> Bool {
    let word = words[index]
    if index + 2 < words.count, Self.binary.contains(words[index + 1]) {
      index += 3
      return try compare(word, words[index - 2], words[index - 1])
    }
    if word == "(" {
      index += 1
      let result = try or()
      guard index < words.count, words[index] == ")" else {
        throw .parenthesis
      }
      index += 1
      return result
    }
    if word.count == 2, word.hasPrefix("-"), index + 1 < words.count {
      index += 2
      return try check(word, words[index - 1])
    }
    index += 1
    return !word.isEmpty
  }

  private func check(_ name: String, _ operand: String) throws(Failure) -> Bool {
    switch name {
    case "-n": return !operand.isEmpty
    case "-z": return operand.isEmpty
    case "-t":
      guard let descriptor = Int(operand), let process else { return false }
      return kernel.typedInput(descriptor, of: process.number) == .terminal
    case "-h", "-L":
      if case .link? = node(operand, followsLast: false)?.kind { return true }
      return false
    default: break
    }
    guard "defrswxbcgkpuSOG".contains(name.dropFirst()) else {
      throw .trailing(words, index - 1)
    }
    guard let node = node(operand) else { return false }
    return check(name, node)
  }

  private func check(_ name: String, _ node: FileNode) -> Bool {
    switch name {
    case "-e", "-O", "-G": return true
    case "-d": return node.isDirectory
    case "-s": return node.sizeBytes > 0
    case "-r", "-w", "-x":
      let bit = name == "-r" ? 0o004 : name == "-w" ? 0o002 : 0o001
      guard let process else { return false }
      if bit == 0o001, process.user == 0 { return node.mode & 0o111 != 0 }
      return (try? kernel.checkAccess(node, bit: bit, by: process)) != nil
    case "-c":
      if case .device = node.kind { return true }
      return false
    case "-f":
      switch node.kind {
      case .file, .program: return true
      case .directory, .link, .device: return false
      }
    default: return false
    }
  }

  private func node(_ path: String, followsLast: Bool = true) -> FileNode? {
    guard let process else { return nil }
    return try? kernel.node(path, by: process, followsLast: followsLast)
  }

  private func compare(_ left: String, _ name: String, _ right: String) throws(Failure) -> Bool {
    switch name {
    case "=", "==": return left == right
    case "!=": return left != right
    case "<": return left < right
    case ">": return left > right
    case "-nt", "-ot", "-ef":
      guard let first = node(left), let second = node(right) else {
        return name == "-nt" && node(left) != nil || name == "-ot" && node(right) != nil
      }
      if name == "-ef" { return first == second }
      return name == "-nt"
        ? first.modifiedAt > second.modifiedAt : first.modifiedAt < second.modifiedAt
    default: break
    }
    let (first, second) = (try number(left), try number(right))
    switch name {
    case "-eq": return first == second
    case "-ne": return first != second
    case "-gt": return first > second
    case "-ge": return first >= second
    case "-lt": return first < second
    default: return first <= second
    }
  }

  private func number(_ text: String) throws(Failure) -> Int {
    let trimmed = text.drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\n" }
    guard let value = Int(trimmed) else { throw .number(text) }
    return value
  }
}

extension TestExpression.Failure {
  var busyboxText: String {
    switch self {
    case .missing(let bracket): "missing \(bracket)"
    case .number(let word): "\(word): bad number"
    case .trailing(let words, let index): "\(words[index]): unknown operand"
    case .argumentExpected(let word, _): "\(word): argument expected"
    case .parenthesis: "closing paren expected"
    case .tooDeep:
      "nested more than \(RuntimeLimits.syntaxDepth) deep (podlab's limit syntaxDepth)"
    }
  }

  var dashText: String {
    switch self {
    case .number(let word): "Illegal number: \(word)"
    case .trailing(let words, let index): "\(words[max(0, index - 1)]): unexpected operator"
    case .missing, .argumentExpected, .parenthesis, .tooDeep: busyboxText
    }
  }

  var bashText: String {
    switch self {
    case .missing(let bracket): "missing `\(bracket)'"
    case .number(let word): "\(word): integer expression expected"
    case .trailing(let words, _), .argumentExpected(_, let words):
      switch words.count {
      case 0...1: "argument expected"
      case 2: "\(words[0]): unary operator expected"
      case 3: "\(words[1]): binary operator expected"
      default: "too many arguments"
      }
    case .parenthesis: "`)' expected"
    case .tooDeep: busyboxText
    }
  }
}
