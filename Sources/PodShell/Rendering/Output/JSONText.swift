internal import OrderedCollections
package import PodEngine

/// JSON as Go's `encoding/json` writes it: sorted keys, and `<`, `>`, `&`, U+2028 and U+2029
/// escaped.
package enum JSONText {
  /// `pretty` is the form of `kubectl get -o json` (four spaces, one field a line, a newline at the
  /// end); otherwise everything stands on one line without spaces, as in last-applied annotations
  /// and traces.
  package static func text(_ value: APIValue, pretty: Bool = false) -> String {
    var writer = Writer(isPretty: pretty)
    writer.write(value, depth: 0)
    return pretty ? writer.output + "\n" : writer.output
  }

  /// The pretty form of an object whose fields stand in the order in which Go declares them.
  static func text(declaring value: APIValue) -> String {
    var writer = Writer(isPretty: true)
    writer.order = GoFieldOrder.sorted
    writer.write(value, depth: 0)
    return writer.output + "\n"
  }

  /// On one line, with the fields as they stand.
  static func text(compact value: APIValue) -> String {
    var writer = Writer(isPretty: false)
    writer.order = asTheyStand
    writer.write(value, depth: 0)
    return writer.output
  }

  private static func asTheyStand(_ value: APIValue) -> [(key: String, value: APIValue)] {
    value.objectValue.map { $0.map { ($0.key, $0.value) } } ?? []
  }

  /// The pretty form of a document whose fields stand as they are; `version -o json`.
  static func text(asWritten value: APIValue, indent: Int) -> String {
    var writer = Writer(isPretty: true)
    writer.order = asTheyStand
    writer.indent = indent
    writer.write(value, depth: 0)
    return writer.output + "\n"
  }

  /// A JSON string literal.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars { appendEscaped(scalar, to: &result) }
    return result + "\""
  }

  private static func appendEscaped(_ scalar: Unicode.Scalar, to result: inout String) {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case "\u{08}": result += "\\b"
    case "\u{0C}": result += "\\f"
    case "<", ">", "&", "\u{00}"..<"\u{20}", "\u{2028}", "\u{2029}":
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }

  private struct Writer {
    let isPretty: Bool
    var output = ""
    var indent = 4
    var order: (APIValue) -> [(key: String, value: APIValue)] = { $0.sortedFields() }

    init(isPretty: Bool) { self.isPretty = isPretty }

    mutating func write(_ value: APIValue, depth: Int) {
      switch value {
      case .null: output += "null"
      case .bool(let flag): output += flag ? "true" : "false"
      case .integer(let number): output += String(number)
      case .double(let number): output += GoNumber.json(number)
      case .string(let text): output += JSONText.quoted(text)
      case .array(let elements): write(elements, depth: depth)
      case .object: write(fields: order(value), depth: depth)
      }
    }

    private mutating func write(_ elements: [APIValue], depth: Int) {
      if elements.isEmpty { return output += "[]" }
      output += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { output += "," }
        startLine(depth + 1)
        write(element, depth: depth + 1)
      }
      startLine(depth)
      output += "]"
    }

    private mutating func write(fields: [(key: String, value: APIValue)], depth: Int) {
      if fields.isEmpty { return output += "{}" }
      output += "{"
      for (index, field) in fields.enumerated() {
        if index > 0 { output += "," }
        startLine(depth + 1)
        output += JSONText.quoted(field.key) + (isPretty ? ": " : ":")
        write(field.value, depth: depth + 1)
      }
      startLine(depth)
      output += "}"
    }

    private mutating func startLine(_ depth: Int) {
      if isPretty { output += "\n" + String(repeating: " ", count: indent * depth) }
    }
  }
}
