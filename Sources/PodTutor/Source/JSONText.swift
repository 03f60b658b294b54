/// Writes the few JSON lines that reports are made of, keys in the order given.
enum JSONText {
  indirect enum Value: Sendable {
    case text(String)
    case number(Int)
    case list([Value])
    case object([(String, Value)])
  }

  static func object(_ fields: [(String, Value)]) -> String {
    "{" + fields.map { "\(quoted($0.0)): \(text($0.1))" }.joined(separator: ", ") + "}"
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .text(let text): quoted(text)
    case .number(let number): String(number)
    case .list(let values): "[" + values.map(text).joined(separator: ", ") + "]"
    case .object(let fields): object(fields)
    }
  }

  static func quoted(_ text: String) -> String {
    "\"" + text.unicodeScalars.map(escaped).joined() + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\t": return "\\t"
    default:
      guard scalar.value < 0x20 || scalar.value == 0x7F else { return String(scalar) }
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}
