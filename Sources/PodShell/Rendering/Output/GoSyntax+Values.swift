internal import PodEngine

// Values as Go's `%#v` and `%v` write them; kubectl's error texts contain them.
extension GoSyntax {
  /// `map[string]interface {}{"a":1}`: `%#v` of a decoded JSON value.
  static func text(_ value: APIValue) -> String {
    switch value {
    case .null: "interface {}(nil)"
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .double(let number): GoNumber.general(number)
    case .string(let text): quoted(text)
    case .array(let elements): "[]interface {}{" + joined(elements.map(text)) + "}"
    case .object:
      "map[string]interface {}{"
        + joined(value.sortedFields().map { "\(quoted($0.key)):\(text($0.value))" }) + "}"
    }
  }

  /// The same where yaml.v2 has read the value: its maps have keys of any type.
  static func yamlText(_ value: APIValue) -> String {
    switch value {
    case .null, .bool, .integer, .double, .string: text(value)
    case .array(let elements): "[]interface {}{" + joined(elements.map(yamlText)) + "}"
    case .object:
      "map[interface {}]interface {}{"
        + joined(value.sortedFields().map { "\(quoted($0.key)):\(yamlText($0.value))" }) + "}"
    }
  }

  /// `map[a:1 b:[x y]]`: `%v`.
  static func plain(_ value: APIValue) -> String {
    switch value {
    case .null: "<nil>"
    case .bool, .integer, .double, .string: value.scalarText ?? ""
    case .array(let elements): "[" + elements.map(plain).joined(separator: " ") + "]"
    case .object:
      "map["
        + value.sortedFields().map { "\($0.key):\(plain($0.value))" }.joined(separator: " ") + "]"
    }
  }

  private static func joined(_ parts: [String]) -> String { parts.joined(separator: ", ") }
}
