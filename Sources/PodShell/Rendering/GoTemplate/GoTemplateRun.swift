internal import OrderedCollections
internal import PodEngine

/// Carries a template out.
struct GoTemplateRun {
  private(set) var output = ""
  private var variables: [(name: String, value: APIValue)]

  /// How long the output may become.
  private static let longest = 16_000_000

  enum Flow { case goesOn, breaks, continues }

  init(_ object: APIValue) { variables = [("$", object)] }

  mutating func perform(
    _ nodes: [GoTemplate.Node], dot: APIValue
  ) throws(GoTemplateError) -> Flow {
    for node in nodes {
      switch node {
      case .text(let text): output += text
      case .output(let pipeline):
        let value = try value(of: pipeline, dot)
        if pipeline.variables.isEmpty { output += GoTemplateText.text(value) }
      case .branch(let branch):
        let flow = try perform(branch, dot)
        if flow != .goesOn { return flow }
      case .break: return .breaks
      case .continue: return .continues
      }
      guard output.utf8.count < Self.longest else {
        throw GoTemplateError("the output is longer than \(Self.longest) bytes")
      }
    }
    return .goesOn
  }

  private mutating func perform(
    _ branch: GoTemplate.Branch, _ dot: APIValue
  ) throws(GoTemplateError) -> Flow {
    // What is declared inside is forgotten at the end.
    let count = variables.count
    defer { variables.removeLast(variables.count - count) }
    switch branch.kind {
    case .if:
      let holds = GoTemplateText.isTrue(try value(of: branch.pipeline, dot))
      return try perform(holds ? branch.body : branch.otherwise, dot: dot)
    case .with:
      let value = try value(of: branch.pipeline, dot)
      guard GoTemplateText.isTrue(value) else { return try perform(branch.otherwise, dot: dot) }
      return try perform(branch.body, dot: value)
    case .range: return try range(branch, dot)
    }
  }

  private mutating func range(
    _ branch: GoTemplate.Branch, _ dot: APIValue
  ) throws(GoTemplateError) -> Flow {
    var pipeline = branch.pipeline
    pipeline.variables = []
    let entries = try entries(of: value(of: pipeline, dot))
    if entries.isEmpty { return try perform(branch.otherwise, dot: dot) }
    for (key, value) in entries {
      let count = variables.count
      defer { variables.removeLast(variables.count - count) }
      let names = branch.pipeline.variables
      if names.count == 2 { variables.append((names[0], key)) }
      if let last = names.last { variables.append((last, value)) }
      if try perform(branch.body, dot: value) == .breaks { break }
    }
    return .goesOn
  }

  private func entries(
    of value: APIValue
  ) throws(GoTemplateError) -> [(key: APIValue, value: APIValue)] {
    switch value {
    case .null: return []
    case .array(let elements):
      return elements.enumerated().map { (.integer($0.offset), $0.element) }
    case .object: return value.sortedFields().map { (.string($0.key), $0.value) }
    // Go 1.22: as often as the number says.
    case .integer(let count):
      guard count <= Self.longest else {
        throw GoTemplateError("range over more than \(Self.longest)")
      }
      return (0..<max(count, 0)).map { (.integer($0), .integer($0)) }
    case .bool, .double, .string:
      throw GoTemplateError("range can't iterate over \(GoTemplateText.text(value))")
    }
  }

  mutating func value(
    of pipeline: GoTemplate.Pipeline, _ dot: APIValue
  ) throws(GoTemplateError) -> APIValue {
    var last: APIValue?
    for command in pipeline.commands { last = try value(of: command, last, dot) }
    let value = last ?? .null
    for name in pipeline.variables {
      if pipeline.assigns, let index = variables.lastIndex(where: { $0.name == name }) {
        variables[index].value = value
      } else {
        variables.append((name, value))
      }
    }
    return value
  }

  private mutating func value(
    of command: [GoTemplate.Operand], _ piped: APIValue?, _ dot: APIValue
  ) throws(GoTemplateError) -> APIValue {
    guard let first = command.first else { return .null }
    guard case .function(let name) = first, let function = GoTemplateFunction(rawValue: name) else {
      guard command.count == 1, piped == nil else {
        throw GoTemplateError("can't give argument to non-function \(GoTemplateText.text(dot))")
      }
      return try value(of: first, dot)
    }
    var arguments: [APIValue] = []
    for operand in command.dropFirst() { arguments.append(try value(of: operand, dot)) }
    if let piped { arguments.append(piped) }
    return try function.call(arguments)
  }

  private mutating func value(
    of operand: GoTemplate.Operand, _ dot: APIValue
  ) throws(GoTemplateError) -> APIValue {
    switch operand {
    case .literal(let value): return value
    case .field(let path): return try Self.field(path, of: dot)
    case .variable(let name, let path):
      guard let found = variables.last(where: { $0.name == name }) else {
        throw GoTemplateError("undefined variable \(GoSyntax.quoted(name))")
      }
      return try Self.field(path, of: found.value)
    case .function(let name):
      guard let function = GoTemplateFunction(rawValue: name) else { return .null }
      return try function.call([])
    case .group(let pipeline, let path):
      return try Self.field(path, of: try value(of: pipeline, dot))
    }
  }

  private static func field(
    _ path: [String], of value: APIValue
  ) throws(GoTemplateError) -> APIValue {
    var value = value
    for name in path {
      switch value {
      case .object(let fields): value = fields[name] ?? .null
      // What is missing stays missing, however deep one asks.
      case .null: break
      case .bool, .integer, .double, .string, .array:
        throw GoTemplateError("can't evaluate field \(name) in type interface {}")
      }
    }
    return value
  }
}
