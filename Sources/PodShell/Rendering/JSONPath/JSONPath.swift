package import PodEngine

/// A JSONPath template in kubectl's dialect (`k8s.io/client-go/util/jsonpath`): text with actions
/// in braces, `{range .items[*]}{.metadata.name}{"\n"}{end}`.
package struct JSONPath: Hashable, Sendable {
  /// The template as the user wrote it.
  package let template: String
  let nodes: [Node]

  /// One part of a template or of an action.
  indirect enum Node: Hashable, Sendable {
    case text(String)
    case action([Node])
    case field(String)
    case slice(Slice)
    case filter(left: [Node], right: [Node], comparison: String)
    case integer(Int)
    case double(Double)
    case bool(Bool)
    case wildcard
    case recursive
    case union([[Node]])
    case identifier(String)
  }

  /// `[start:end:step]`; nil where left out. `[3]` is a slice of one element.
  struct Slice: Hashable, Sendable {
    var start: Int?
    var end: Int?
    var step: Int?
    /// The end was not written but follows from `[3]`; `[-1]` would otherwise end at 0.
    var isSingle = false
  }

  /// Parses a template: what follows `-o jsonpath=`.
  package init(parsing template: String) throws(JSONPathError) {
    self.template = template
    nodes = try JSONPathParser.nodes(of: template)
  }

  /// Parses the relaxed form of custom columns and `--sort-by`, where braces and the first dot may
  /// be missing: `{.a.b}`, `.a.b` or `a.b`.
  package init(relaxed text: String) throws(JSONPathError) {
    try self.init(parsing: try Self.template(relaxed: text))
  }

  /// The template that a relaxed form stands for; whether it can be parsed is seen later, as in
  /// kubectl.
  static func template(relaxed text: String) throws(JSONPathError) -> String {
    // Nothing finds nothing: kubectl accepts `NAME:` as a column without values.
    if text.isEmpty { return "" }
    var path = Substring(text)
    if path.hasPrefix("{"), path.hasSuffix("}"), path.count > 1 {
      path = path.dropFirst().dropLast()
    }
    if path.hasPrefix(".") { path = path.dropFirst() }
    guard !path.isEmpty, !path.contains(where: { $0 == "{" || $0 == "}" }) else {
      throw JSONPathError(
        "unexpected path string, expected a 'name1.name2' or '.name1.name2' or "
          + "'{name1.name2}' or '{.name1.name2}'")
    }
    return "{.\(path)}"
  }

  /// All values that the template finds, in order; fields that are missing give none.
  package func values(in object: APIValue) throws(JSONPathError) -> [APIValue] {
    try results(in: object).flatMap(\.self)
  }

  /// The values, one list for each action of the template.
  func results(in object: APIValue) throws(JSONPathError) -> [[APIValue]] {
    var evaluator = JSONPathEvaluator(nodes: nodes)
    return try evaluator.results(in: object)
  }

  /// What `-o jsonpath=` prints. The error has kubectl's text with template and object.
  package func text(for object: APIValue) throws(JSONPathError) -> String {
    do {
      return try results(in: object).map(Self.text(of:)).joined()
    } catch {
      throw executionError(error, object)
    }
  }

  /// What `-o jsonpath-as-json=` prints: each action's values as a JSON list.
  package func json(for object: APIValue) throws(JSONPathError) -> String {
    do {
      return try results(in: object).map { JSONText.text(.array($0), pretty: true) }.joined()
    } catch {
      throw executionError(error, object)
    }
  }

  private func executionError(_ error: JSONPathError, _ object: APIValue) -> JSONPathError {
    JSONPathError(
      """
      error executing jsonpath \(GoSyntax.quoted(template)): Error executing template: \
      \(error.message). Printing more information for debugging the template:
      \ttemplate was:
      \t\t\(template)
      \tobject given to jsonpath engine was:
      \t\t\(GoSyntax.text(object))



      """)
  }

  private static func text(of values: [APIValue]) -> String {
    values.map { value in
      switch value {
      case .array, .object: JSONText.text(value)
      case .null, .bool, .integer, .double, .string: GoSyntax.plain(value)
      }
    }.joined(separator: " ")
  }
}

/// Why a template could not be read or filled in; the text is kubectl's, without `error: `.
package struct JSONPathError: Error, Hashable, Sendable {
  package let message: String
  /// What kubectl has printed before it comes to the error.
  package let printed: String

  init(_ message: String, printed: String = "") {
    self.message = message
    self.printed = printed
  }
}
