/// Reads what `JSONText.quoted` writes: one JSON string on one line.
enum JSONString {
  /// The text of a JSON string; nil when it is none.
  static func decode(_ json: some StringProtocol) -> String? {
    let scalars = Array(json.unicodeScalars)
    guard scalars.count >= 2, scalars.first == "\"", scalars.last == "\"" else { return nil }
    var units: [UInt16] = []
    var rest = scalars[1..<(scalars.count - 1)]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\":
        guard let unit = escape(&rest) else { return nil }
        units.append(unit)
      case "\"", "\u{0}"..."\u{1F}": return nil
      default: units.append(contentsOf: UTF16.encode(scalar).map(Array.init) ?? [])
      }
    }
    return String(validating: units, as: UTF16.self)
  }

  private static func escape(_ rest: inout ArraySlice<Unicode.Scalar>) -> UInt16? {
    switch rest.popFirst() {
    case "n": return 10
    case "t": return 9
    case "r": return 13
    case "b": return 8
    case "f": return 12
    case "\"": return 34
    case "\\": return 92
    case "/": return 47
    case "u":
      guard rest.count >= 4 else { return nil }
      var digits = ""
      digits.unicodeScalars.append(contentsOf: rest.prefix(4))
      rest = rest.dropFirst(4)
      return digits.allSatisfy(\.isHexDigit) ? UInt16(digits, radix: 16) : nil
    default: return nil
    }
  }
}
