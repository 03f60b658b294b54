internal import OrderedCollections
package import PodEngine

/// A template of Go's `text/template` as `-o go-template=` takes it: fields, pipelines, variables,
/// `if`, `range`, `with` and the functions that kubectl knows. `define`, `template` and `block` are
/// refused.
package struct GoTemplate: Hashable, Sendable {
  /// The template as the user wrote it.
  let source: String
  let nodes: [Node]

  indirect enum Node: Hashable, Sendable {
    case text(String)
    case output(Pipeline)
    case branch(Branch)
    case `break`
    case `continue`
  }

  struct Branch: Hashable, Sendable {
    enum Kind: String { case `if`, range, with }
    let kind: Kind
    let pipeline: Pipeline
    var body: [Node]
    var otherwise: [Node]
  }

  /// `$x := a | b`
  struct Pipeline: Hashable, Sendable {
    /// The variables that are set; two with `range`.
    var variables: [String] = []
    /// Whether they exist already: `=` in place of `:=`.
    var assigns = false
    var commands: [[Operand]] = []
    var text = ""
  }

  indirect enum Operand: Hashable, Sendable {
    case literal(APIValue)
    /// `.`, `.a.b`
    case field([String])
    /// `$`, `$x.a`
    case variable(String, [String])
    case function(String)
    /// `(a | b).c`
    case group(Pipeline, [String])
  }

  package init(parsing source: String) throws(GoTemplateError) {
    self.source = source
    var parser = GoTemplateParser(try GoTemplateLexer.parts(of: source))
    nodes = try parser.all()
  }

  /// What the template makes of an object.
  package func text(for object: APIValue) throws(GoTemplateError) -> String {
    var run = GoTemplateRun(object)
    _ = try run.perform(nodes, dot: object)
    return run.output
  }
}

/// Why a template cannot be read or carried out, without `template: output:`.
package struct GoTemplateError: Error, Hashable, Sendable {
  package let message: String

  init(_ message: String, line: Int? = nil) {
    self.message = line.map { "\($0): \(message)" } ?? message
  }
}
