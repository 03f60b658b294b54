/// Quoted texts as kubectl's JSONPath reads them: Go escapes in single or double quotes.
enum GoLiteral {
  /// The text between the quotes, nil where an escape is wrong.
  static func unquoted(_ literal: String) -> String? {
    var rest = Array(literal.unicodeScalars)[...]
    guard rest.count >= 2, let quote = rest.popFirst(), rest.popLast() == quote else { return nil }
    var result = ""
    while let scalar = rest.popFirst() {
      if scalar != "\\" {
        if scalar == quote || scalar == "\n" { return nil }
        result.unicodeScalars.append(scalar)
        continue
      }
      guard let escaped = escape(&rest, quote: quote) else { return nil }
      result.unicodeScalars.append(escaped)
    }
    return result
  }

  private static func escape(
    _ rest: inout ArraySlice<Unicode.Scalar>, quote: Unicode.Scalar
  ) -> Unicode.Scalar? {
    guard let mark = rest.popFirst() else { return nil }
    switch mark {
    case "a": return "\u{07}"
    case "b": return "\u{08}"
    case "f": return "\u{0C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "v": return "\u{0B}"
    case "\\": return "\\"
    case "'", "\"": return mark == quote ? mark : nil
    case "x": return number(&rest, digits: 2, radix: 16)
    case "u": return number(&rest, digits: 4, radix: 16)
    case "U": return number(&rest, digits: 8, radix: 16)
    case "0"..."7":
      rest = [mark] + rest
      return number(&rest, digits: 3, radix: 8)
    default: return nil
    }
  }

  private static func number(
    _ rest: inout ArraySlice<Unicode.Scalar>, digits: Int, radix: Int
  ) -> Unicode.Scalar? {
    let text = String(String.UnicodeScalarView(rest.prefix(digits)))
    guard text.unicodeScalars.count == digits, let value = UInt32(text, radix: radix) else {
      return nil
    }
    rest = rest.dropFirst(digits)
    return Unicode.Scalar(value)
  }
}
