internal import OrderedCollections
internal import PodEngine

/// How Go's `fmt` prints what templates handle.
enum GoTemplateText {
  static func text(_ value: APIValue) -> String {
    switch value {
    case .null: "<no value>"
    case .array, .object, .bool, .integer, .double, .string: inner(value)
    }
  }

  /// A value inside another one.
  static func inner(_ value: APIValue) -> String {
    switch value {
    case .null: "<nil>"
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .double(let number): GoNumber.general(number)
    case .string(let text): text
    case .array(let elements): "[" + elements.map(inner).joined(separator: " ") + "]"
    case .object:
      "map[" + value.sortedFields().map { "\($0.key):\(inner($0.value))" }.joined(separator: " ")
        + "]"
    }
  }

  /// Go's `Print`: a space only between two values of which neither is a text.
  static func print(_ values: [APIValue]) -> String {
    var text = ""
    for (index, value) in values.enumerated() {
      let needsSpace =
        index > 0 && values[index - 1].stringValue == nil && value.stringValue == nil
      text += (needsSpace ? " " : "") + inner(value)
    }
    return text
  }

  /// Go's truth: everything but the zero value.
  static func isTrue(_ value: APIValue) -> Bool {
    switch value {
    case .null: false
    case .bool(let flag): flag
    case .integer(let number): number != 0
    case .double(let number): number != 0
    case .string(let text): !text.isEmpty
    case .array(let elements): !elements.isEmpty
    case .object(let fields): !fields.isEmpty
    }
  }

  static func type(of value: APIValue) -> String {
    switch value {
    case .null: "interface {}"
    case .bool: "bool"
    case .integer: "int64"
    case .double: "float64"
    case .string: "string"
    case .array: "[]interface {}"
    case .object: "map[string]interface {}"
    }
  }

  /// `printf`: the verbs s, v, d, f, q, t and T, with width, precision, `-` and `0`.
  static func format(_ format: String, _ values: [APIValue]) -> String {
    var (text, rest, values) = ("", format[...], values[...])
    while let next = rest.popFirst() {
      guard next == "%" else {
        text.append(next)
        continue
      }
      let layout = rest.prefix { $0 == "-" || $0 == "." || $0.isNumber }
      rest = rest.dropFirst(layout.count)
      guard let verb = rest.popFirst() else { return text + "%!(NOVERB)" }
      if verb == "%" {
        text.append("%")
      } else if let value = values.popFirst() {
        text += padded(piece(verb, value, Precision(layout)), layout)
      } else {
        text += "%!\(verb)(MISSING)"
      }
    }
    return text
  }

  private static func piece(
    _ verb: Character, _ value: APIValue, _ precision: Precision
  ) -> String {
    switch (verb, value) {
    case ("T", _): value.isNull ? "<nil>" : type(of: value)
    case ("f", .double(let number)): precision.fixed(number)
    case ("s", .string(let text)): precision.cut(text)
    case ("q", .string(let text)): GoSyntax.quoted(text)
    case ("s", .null), ("d", .null), ("q", .null): "%!\(verb)(<nil>)"
    case ("v", .null): "<nil>"
    case ("s", .string), ("s", .array), ("s", .object), ("v", _), ("d", .integer), ("t", .bool):
      inner(value)
    default: "%!\(verb)(\(type(of: value))=\(inner(value)))"
    }
  }

  private static func padded(_ text: String, _ layout: Substring) -> String {
    let isLeft = layout.hasPrefix("-")
    let digits = layout.drop { $0 == "-" }.prefix { $0 != "." }
    let missing = max(0, min(Int(digits) ?? 0, 1000) - text.count)
    if digits.hasPrefix("0"), !isLeft {
      let sign = text.hasPrefix("-") ? "-" : ""
      return sign + String(repeating: "0", count: missing) + text.dropFirst(sign.count)
    }
    let space = String(repeating: " ", count: missing)
    return isLeft ? text + space : space + text
  }
}
