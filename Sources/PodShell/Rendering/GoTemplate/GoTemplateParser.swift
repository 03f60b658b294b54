internal import PodEngine

/// Reads the parts of a template as Go's parser does.
struct GoTemplateParser {
  private var parts: ArraySlice<GoTemplateLexer.Part>
  private var line = 1

  /// How deep actions may stand in each other.
  private static let deepest = 100

  /// What ended a list of nodes.
  private enum Ending {
    case end
    case otherwise([GoTemplateLexer.Token])
  }

  init(_ parts: [GoTemplateLexer.Part]) { self.parts = parts[...] }

  mutating func all() throws(GoTemplateError) -> [GoTemplate.Node] {
    let (nodes, ending) = try list(depth: 0)
    guard ending == nil else { throw GoTemplateError("unexpected {{end}}", line: line) }
    return nodes
  }

  private mutating func list(
    depth: Int
  ) throws(GoTemplateError) -> (nodes: [GoTemplate.Node], ending: Ending?) {
    guard depth < Self.deepest else {
      throw GoTemplateError("actions are nested more than \(Self.deepest) deep", line: line)
    }
    var nodes: [GoTemplate.Node] = []
    while let part = parts.popFirst() {
      switch part {
      case .text(let text): nodes.append(.text(text))
      case .action(let tokens, let line):
        self.line = line
        if tokens == [.word("end")] { return (nodes, .end) }
        if tokens.first == .word("else") {
          return (nodes, .otherwise(Array(tokens.dropFirst())))
        }
        nodes.append(try action(tokens, depth: depth))
      }
    }
    return (nodes, nil)
  }

  private mutating func action(
    _ tokens: [GoTemplateLexer.Token], depth: Int
  ) throws(GoTemplateError) -> GoTemplate.Node {
    guard case .word(let word)? = tokens.first else { return .output(try pipeline(tokens[...])) }
    if tokens == [.word("break")] { return .break }
    if tokens == [.word("continue")] { return .continue }
    if let kind = GoTemplate.Branch.Kind(rawValue: word) {
      return .branch(try branch(kind, tokens.dropFirst(), depth: depth))
    }
    guard !["define", "template", "block"].contains(word) else {
      throw GoTemplateError("podlab does not simulate {{\(word)}}", line: line)
    }
    return .output(try pipeline(tokens[...]))
  }

  private mutating func branch(
    _ kind: GoTemplate.Branch.Kind, _ tokens: ArraySlice<GoTemplateLexer.Token>, depth: Int
  ) throws(GoTemplateError) -> GoTemplate.Branch {
    let pipeline = try pipeline(tokens)
    guard !pipeline.commands.isEmpty else {
      throw GoTemplateError("missing value for \(kind.rawValue)", line: line)
    }
    let (body, ending) = try list(depth: depth + 1)
    var branch = GoTemplate.Branch(kind: kind, pipeline: pipeline, body: body, otherwise: [])
    switch ending {
    case nil: throw GoTemplateError("unexpected EOF", line: line)
    case .end: break
    case .otherwise(let rest):
      if case .word(let word)? = rest.first, let inner = GoTemplate.Branch.Kind(rawValue: word) {
        branch.otherwise = [.branch(try self.branch(inner, rest[1...], depth: depth + 1))]
      } else {
        let (otherwise, ending) = try list(depth: depth + 1)
        guard case .end? = ending else { throw GoTemplateError("unexpected EOF", line: line) }
        branch.otherwise = otherwise
      }
    }
    return branch
  }

  private func pipeline(
    _ tokens: ArraySlice<GoTemplateLexer.Token>
  ) throws(GoTemplateError) -> GoTemplate.Pipeline {
    var (pipeline, rest) = (GoTemplate.Pipeline(), tokens)
    if let index = tokens.firstIndex(where: { $0 == .sign(":=") || $0 == .sign("=") }) {
      for token in tokens[..<index] where token != .sign(",") {
        guard case .variable(let name, []) = token else {
          throw GoTemplateError("unexpected \(tokens[index]) in command", line: line)
        }
        pipeline.variables.append(name)
      }
      pipeline.assigns = tokens[index] == .sign("=")
      rest = tokens[(index + 1)...]
    }
    try checkDepth(rest)
    pipeline.commands = try commands(&rest)
    guard rest.isEmpty else { throw GoTemplateError("unexpected right paren", line: line) }
    return pipeline
  }

  /// Brackets nest no deeper than blocks do, so that no template exhausts the stack.
  private func checkDepth(_ tokens: ArraySlice<GoTemplateLexer.Token>) throws(GoTemplateError) {
    var depth = 0
    for token in tokens {
      if token == .sign("(") { depth += 1 }
      if token == .sign(")") { depth -= 1 }
      guard depth <= Self.deepest else {
        throw GoTemplateError("brackets nested deeper than \(Self.deepest)", line: line)
      }
    }
  }

  /// Commands up to the end, or to the bracket that closes them.
  private func commands(
    _ rest: inout ArraySlice<GoTemplateLexer.Token>
  ) throws(GoTemplateError) -> [[GoTemplate.Operand]] {
    var commands: [[GoTemplate.Operand]] = [[]]
    while let token = rest.first, token != .sign(")") {
      rest = rest.dropFirst()
      switch token {
      case .sign("|"): commands.append([])
      case .sign("("):
        var inner = GoTemplate.Pipeline()
        inner.commands = try self.commands(&rest)
        guard rest.popFirst() == .sign(")") else {
          throw GoTemplateError("unclosed left paren", line: line)
        }
        var path: [String] = []
        if case .member(let fields)? = rest.first {
          path = fields
          rest = rest.dropFirst()
        }
        commands[commands.count - 1].append(.group(inner, path))
      case .sign(let sign):
        throw GoTemplateError("unexpected \(GoSyntax.quoted(sign)) in operand", line: line)
      case .literal(let value): commands[commands.count - 1].append(.literal(value))
      case .field(let path), .member(let path): commands[commands.count - 1].append(.field(path))
      case .variable(let name, let path):
        commands[commands.count - 1].append(.variable(name, path))
      case .word(let name):
        guard GoTemplateFunction(rawValue: name) != nil else {
          throw GoTemplateError("function \(GoSyntax.quoted(name)) not defined", line: line)
        }
        commands[commands.count - 1].append(.function(name))
      }
    }
    guard commands.allSatisfy({ !$0.isEmpty }) else {
      throw GoTemplateError("missing value for command", line: line)
    }
    return commands
  }
}
