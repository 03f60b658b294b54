internal import OrderedCollections

/// Values in the way Go prints them inside Kubernetes' messages.
package enum GoSyntax {
  /// A text in double quotes with what cannot be seen made visible (`strconv.Quote`, `%q`).
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default: result += isPrintable(scalar) ? String(scalar) : escaped(scalar)
      }
    }
    return result + "\""
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return false
    default: return scalar == " " || !scalar.properties.isWhitespace
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x07: "\\a"
    case 0x08: "\\b"
    case 0x0B: "\\v"
    case 0x0C: "\\f"
    case 0...0x7F: "\\x\(hexadecimal(scalar.value, width: 2))"
    case 0...0xFFFF: "\\u\(hexadecimal(scalar.value, width: 4))"
    default: "\\U\(hexadecimal(scalar.value, width: 8))"
    }
  }

  private static func hexadecimal(_ number: UInt32, width: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// A value as an error shows it: texts in quotes, numbers plain, lists and maps of texts as Go
  /// writes them, everything else as JSON.
  package static func shown(_ value: APIValue) -> String {
    switch value {
    case .null: "null"
    case .bool(let flag): "\(flag)"
    case .integer(let number): "\(number)"
    case .double(let number): "\(number)"
    case .string(let text): quoted(text)
    case .array(let elements): shown(elements)
    case .object(let fields): shown(fields)
    }
  }

  private static func shown(_ elements: [APIValue]) -> String {
    let texts = elements.compactMap(\.stringValue)
    if texts.count == elements.count { return shown(texts) }
    return "[\(elements.map(shown).joined(separator: ","))]"
  }

  /// A list of texts (`%#v` of a `[]string`).
  package static func shown(_ texts: [String]) -> String {
    "[]string{\(texts.map(quoted).joined(separator: ", "))}"
  }

  private static func shown(_ fields: APIObject) -> String {
    let isTexts = fields.values.allSatisfy { $0.stringValue != nil }
    let entries = fields.keys.sorted().map { key in
      "\(quoted(key)):\(shown(fields[key] ?? .null))"
    }
    return "\(isTexts ? "map[string]string" : ""){\(entries.joined(separator: ", "))}"
  }
}
