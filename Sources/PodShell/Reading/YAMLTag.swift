internal import PodEngine

/// Turns YAML scalars into values, as yaml.v2 does and sigs.k8s.io/yaml after it on the way to
/// JSON.
enum YAMLTag {
  private static let prefix = "tag:yaml.org,2002:"

  /// The value of a scalar with or without a tag such as `!!int`.
  static func value(
    of text: String, isPlain: Bool, tag: String?, _ event: YAMLEvents.Event
  ) throws(YAMLComposer.Failure) -> APIValue {
    guard let tag else {
      return isPlain ? try value(of: YAMLScalar(plain: text), text, event) : .string(text)
    }
    guard tag.hasPrefix(prefix) else { return .string(text) }
    let name = String(tag.dropFirst(prefix.count))
    switch name {
    case "str", "timestamp": return .string(text)
    case "binary": return try binary(text, event)
    case "null", "bool", "int", "float":
      let scalar = YAMLScalar(plain: text)
      guard shortName(scalar, wanted: name) == name else {
        throw failure(
          "cannot decode !!\(shortName(scalar, wanted: "")) `\(text)` as a !!\(name)", event)
      }
      return try value(of: scalar, text, event)
    default: return .string(text)
    }
  }

  private static func value(
    of scalar: YAMLScalar, _ text: String, _ event: YAMLEvents.Event
  ) throws(YAMLComposer.Failure) -> APIValue {
    switch scalar {
    case .null: return .null
    case .bool(let flag): return .bool(flag)
    case .integer(let number): return .integer(number)
    case .bigInteger(let number): return .double(Double(number))
    case .double(let number) where number.isFinite:
      // JSON stands between YAML and the object, and there 1e3 is 1000.
      return Int(exactly: number).map { .integer($0) } ?? .double(number)
    case .double(let number):
      let name = number.isNaN ? "NaN" : number < 0 ? "-Inf" : "+Inf"
      throw YAMLComposer.Failure(
        kind: .syntax, text: "json: unsupported value: \(name)", line: event.line,
        column: event.column, advice: "Put the word in quotes.")
    case .timestamp, .string: return .string(text)
    }
  }

  private static func shortName(_ scalar: YAMLScalar, wanted: String) -> String {
    switch scalar {
    case .null: "null"
    case .bool: "bool"
    case .integer, .bigInteger: wanted == "float" ? "float" : "int"
    case .double: "float"
    case .timestamp: "timestamp"
    case .string: "str"
    }
  }

  /// The text of a map key: JSON has no other kind.
  static func keyText(
    _ key: APIValue, of event: YAMLEvents.Event, value: APIValue
  ) throws(YAMLComposer.Failure) -> String {
    switch key {
    case .string(let text): return text
    case .bool(let flag): return flag ? "true" : "false"
    case .integer(let number): return floatText(of: event) ?? String(number)
    case .double(let number): return GoNumber.general(number)
    case .null:
      throw YAMLComposer.Failure(
        kind: .syntax,
        text: "unsupported map key of type: %!s(<nil>), key: <nil>, value: \(GoSyntax.text(value))",
        line: event.line, column: event.column, advice: "Put the key in quotes.")
    case .array, .object: throw failure("invalid map key: \(GoSyntax.yamlText(key))", event)
    }
  }

  /// A key such as `1e7` is whole but was a floating-point number, and is written as one.
  private static func floatText(of event: YAMLEvents.Event) -> String? {
    guard case .scalar(let text, true) = event.kind, event.tag == nil,
      case .double(let number) = YAMLScalar(plain: text)
    else { return nil }
    return GoNumber.general(number)
  }

  private static func binary(
    _ text: String, _ event: YAMLEvents.Event
  ) throws(YAMLComposer.Failure) -> APIValue {
    guard let bytes = Base64.decode(text) else {
      throw failure("!!binary value contains invalid base64 data", event)
    }
    return .string(String(decoding: bytes, as: UTF8.self))
  }

  private static func failure(_ text: String, _ event: YAMLEvents.Event) -> YAMLComposer.Failure {
    YAMLComposer.Failure(
      kind: .syntax, text: "yaml: \(text)", line: event.line, column: event.column)
  }
}

/// Base64 with the standard alphabet.
enum Base64 {
  /// Nil where the text is not base64; line ends are skipped.
  static func decode(_ text: String) -> [UInt8]? {
    let digits = text.utf8.filter { $0 != 0x0A && $0 != 0x0D }
    guard digits.count % 4 == 0 else { return nil }
    let padding = digits.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    guard padding <= 2 else { return nil }
    var bytes: [UInt8] = []
    var bits = 0
    var bitCount = 0
    for digit in digits.dropLast(padding) {
      guard let value = value(of: digit) else { return nil }
      bits = (bits << 6 | value) & 0xFFFF
      bitCount += 6
      if bitCount >= 8 {
        bitCount -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> bitCount))
      }
    }
    return bytes
  }

  private static func value(of digit: UInt8) -> Int? {
    switch digit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(digit) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(digit) - 97 + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(digit) - 48 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
