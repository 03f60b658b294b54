internal import PodEngine

extension YAMLWriter {
  /// Scalars longer than this are folded at the next space.
  private static let bestWidth = 80

  private enum Style { case plain, singleQuoted, doubleQuoted, literal }

  /// Writes a scalar; lines on which it goes on start at `indent`. A key never goes on.
  mutating func writeScalar(_ value: APIValue, indent: Int, isKey: Bool) {
    switch value {
    case .string(let text): write(text, style: style(of: text, isKey: isKey), indent, isKey)
    case .double(let number): write(GoNumber.yaml(number), style: .plain, indent, isKey)
    case .integer(let number): write(String(number), style: .plain, indent, isKey)
    case .bool(let flag): write(flag ? "true" : "false", style: .plain, indent, isKey)
    case .null, .array, .object: write("null", style: .plain, indent, isKey)
    }
  }

  private func style(of text: String, isKey: Bool) -> Style {
    let shape = YAMLScalarShape(text)
    if isKey && shape.isMultiline { return .doubleQuoted }
    if text.unicodeScalars.contains("\n") {
      return shape.allowsBlock && !isKey ? .literal : .doubleQuoted
    }
    let looksLikeString = YAMLScalar(plain: text) == .string && !Self.isBaseSixty(text)
    guard looksLikeString else { return .doubleQuoted }
    if shape.allowsPlain { return .plain }
    return shape.allowsSingleQuotes ? .singleQuoted : .doubleQuoted
  }

  /// `12:30:45` was a number in YAML 1.1; yaml.v2 reads it as text but still quotes it for the sake
  /// of others.
  private static func isBaseSixty(_ text: String) -> Bool {
    var parts = text.split(separator: ":", omittingEmptySubsequences: false)[...]
    guard parts.count > 1, var first = parts.popFirst(), var last = parts.popLast() else {
      return false
    }
    if first.first == "-" || first.first == "+" { first.removeFirst() }
    guard first.first.map(isDigit) == true, first.allSatisfy({ isDigit($0) || $0 == "_" }) else {
      return false
    }
    if let point = last.firstIndex(of: ".") {
      guard last[last.index(after: point)...].allSatisfy({ isDigit($0) || $0 == "_" }) else {
        return false
      }
      last = last[..<point]
    }
    return (parts + [last]).allSatisfy { part in
      part.allSatisfy(isDigit) && (part.count == 1 || part.count == 2 && part < "60")
    }
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private mutating func write(_ text: String, style: Style, _ indent: Int, _ isKey: Bool) {
    let scalars = Array(text.unicodeScalars)
    switch style {
    case .plain: writePlain(scalars, indent: indent, folds: !isKey)
    case .singleQuoted: writeSingleQuoted(scalars, indent: indent, folds: !isKey)
    case .doubleQuoted: writeDoubleQuoted(scalars, indent: indent, folds: !isKey)
    case .literal: writeLiteral(scalars, indent: indent)
    }
  }

  private mutating func writePlain(_ scalars: [Unicode.Scalar], indent: Int, folds: Bool) {
    if !endsWithSpace { put(" ") }
    var isAfterSpace = false
    for (index, scalar) in scalars.enumerated() {
      let isSpace = YAMLScalarShape.isSpace(scalar)
      let isBeforeSpace = index + 1 < scalars.count && YAMLScalarShape.isSpace(scalars[index + 1])
      if isSpace, folds, !isAfterSpace, column > Self.bestWidth, !isBeforeSpace {
        startLine(indent)
      } else {
        put(scalar)
        if !isSpace { isIndentation = false }
      }
      isAfterSpace = isSpace
    }
    (endsWithSpace, isIndentation) = (false, false)
  }

  private mutating func writeSingleQuoted(_ scalars: [Unicode.Scalar], indent: Int, folds: Bool) {
    writeIndicator("'")
    var isAfterSpace = false
    var isAfterBreak = false
    for (index, scalar) in scalars.enumerated() {
      if YAMLScalarShape.isSpace(scalar) {
        let isInside = index > 0 && index < scalars.count - 1
        if folds, !isAfterSpace, column > Self.bestWidth, isInside,
          !YAMLScalarShape.isSpace(scalars[index + 1])
        {
          startLine(indent)
        } else {
          put(scalar)
        }
        isAfterSpace = true
      } else if YAMLScalarShape.isBreak(scalar) {
        putBreak(scalar)
        isAfterBreak = true
      } else {
        if isAfterBreak { startLine(indent) }
        put(scalar == "'" ? "''" : String(Character(scalar)))
        (isIndentation, isAfterSpace, isAfterBreak) = (false, false, false)
      }
    }
    put("'")
    (endsWithSpace, isIndentation) = (false, false)
  }

  private mutating func putBreak(_ scalar: Unicode.Scalar) {
    if scalar == "\n" { return lineBreak() }
    output.unicodeScalars.append(scalar)
    column = 0
    isIndentation = true
  }

  private mutating func writeDoubleQuoted(_ scalars: [Unicode.Scalar], indent: Int, folds: Bool) {
    writeIndicator("\"")
    // yaml.v2 looks for the byte order mark at the start of the text, not at the current character:
    // a text that starts with one is escaped throughout.
    let startsWithMark = scalars.first == "\u{FEFF}"
    var isAfterSpace = false
    for (index, scalar) in scalars.enumerated() {
      if startsWithMark || needsEscape(scalar) {
        put(escape(scalar))
        isAfterSpace = false
      } else if YAMLScalarShape.isSpace(scalar) {
        let isInside = index > 0 && index < scalars.count - 1
        if folds, !isAfterSpace, column > Self.bestWidth, isInside {
          startLine(indent)
          if YAMLScalarShape.isSpace(scalars[index + 1]) { put("\\") }
        } else {
          put(scalar)
        }
        isAfterSpace = true
      } else {
        put(scalar)
        isAfterSpace = false
      }
      isIndentation = false
    }
    put("\"")
    (endsWithSpace, isIndentation) = (false, false)
  }

  private func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    !YAMLScalarShape.isPrintable(scalar) || YAMLScalarShape.isBreak(scalar) || scalar == "\""
      || scalar == "\\"
  }

  private func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x00: "\\0"
    case 0x07: "\\a"
    case 0x08: "\\b"
    case 0x09: "\\t"
    case 0x0A: "\\n"
    case 0x0B: "\\v"
    case 0x0C: "\\f"
    case 0x0D: "\\r"
    case 0x1B: "\\e"
    case 0x22: "\\\""
    case 0x5C: "\\\\"
    case 0x85: "\\N"
    case 0xA0: "\\_"
    case 0x2028: "\\L"
    case 0x2029: "\\P"
    case ...0xFF: "\\x" + hexadecimal(scalar, digits: 2)
    case ...0xFFFF: "\\u" + hexadecimal(scalar, digits: 4)
    default: "\\U" + hexadecimal(scalar, digits: 8)
    }
  }

  private func hexadecimal(_ scalar: Unicode.Scalar, digits: Int) -> String {
    let text = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: digits - text.count) + text
  }

  private mutating func writeLiteral(_ scalars: [Unicode.Scalar], indent: Int) {
    writeIndicator("|" + literalHints(scalars))
    lineBreak()
    var isAfterBreak = true
    for scalar in scalars {
      if YAMLScalarShape.isBreak(scalar) {
        putBreak(scalar)
        isAfterBreak = true
      } else {
        if isAfterBreak { startLine(indent) }
        put(scalar)
        (isIndentation, isAfterBreak) = (false, false)
      }
    }
  }

  /// The indentation where the text starts with white space, and what happens to the line ends at
  /// its end.
  private func literalHints(_ scalars: [Unicode.Scalar]) -> String {
    guard let first = scalars.first, let last = scalars.last else { return "" }
    let startsBlank = YAMLScalarShape.isSpace(first) || YAMLScalarShape.isBreak(first)
    let indentation = startsBlank ? "2" : ""
    guard YAMLScalarShape.isBreak(last) else { return indentation + "-" }
    let beforeLast = scalars.dropLast().last
    return beforeLast.map(YAMLScalarShape.isBreak) ?? true ? indentation + "+" : indentation
  }
}
