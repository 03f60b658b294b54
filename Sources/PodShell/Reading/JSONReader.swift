internal import OrderedCollections
package import PodEngine

/// Why a text is not JSON, in the words of Go's `encoding/json`.
package struct JSONError: Error, Hashable, Sendable {
  /// `invalid character '}' looking for beginning of value`, `unexpected end of JSON input`.
  package let message: String
  /// Bytes before the place, counted as Go's `SyntaxError.Offset`: the wrong byte is included.
  package let offset: Int
  /// Counted from 1.
  package let line: Int
  package let column: Int
}

/// JSON and nothing else; several values may follow each other.
package enum JSONReader {
  /// Nested lists and maps; Go allows 10000.
  package static let depthLimit = 500

  /// The only value of a text.
  package static func value(_ text: String) throws(JSONError) -> APIValue {
    var parser = JSONParser(Array(text.utf8))
    let (value, _) = try parser.nextValue(depth: 0)
    parser.skipSpace()
    guard parser.isAtEnd else { throw parser.unexpected("after top-level value") }
    return value
  }
}

/// Reads values from bytes, with a source map. The texts of its errors are those of Go's scanner.
struct JSONParser {
  private let bytes: [UInt8]
  private(set) var index = 0
  private let lineOffset: Int
  private var line = 1
  private var column = 1

  init(_ bytes: [UInt8], lineOffset: Int = 0) {
    self.bytes = bytes
    self.lineOffset = lineOffset
  }

  var isAtEnd: Bool { index >= bytes.count }

  /// The next value and where it stands.
  mutating func nextValue(depth: Int = 0) throws(JSONError) -> (APIValue, SourceMap) {
    skipSpace()
    let map = position
    guard let byte = current else { throw endOfInput }
    if depth > JSONReader.depthLimit { throw error("exceeded max depth") }
    switch byte {
    case UInt8(ascii: "{"): return try object(map, depth: depth)
    case UInt8(ascii: "["): return try array(map, depth: depth)
    case UInt8(ascii: "\""): return (.string(try string()), map)
    case UInt8(ascii: "t"): return (try word("true", .bool(true)), map)
    case UInt8(ascii: "f"): return (try word("false", .bool(false)), map)
    case UInt8(ascii: "n"): return (try word("null", .null), map)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return (try number(), map)
    default: throw unexpected("looking for beginning of value")
    }
  }

  mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      advance()
    }
  }

  /// `invalid character 'x' …` for the current byte, or the end of the input.
  func unexpected(_ context: String) -> JSONError {
    guard index < bytes.count else { return endOfInput }
    return error("invalid character \(shownCharacter) \(context)", including: 1)
  }

  private var shownCharacter: String {
    let scalar = Unicode.Scalar(bytes[index])
    switch scalar {
    case "'": return "'\\''"
    case "\"": return "'\"'"
    default:
      // Go shows the byte as a Latin-1 character.
      return "'" + GoSyntax.quoted(String(Character(scalar))).dropFirst().dropLast() + "'"
    }
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private var position: SourceMap { SourceMap(line: line + lineOffset, column: column) }

  private var endOfInput: JSONError { error("unexpected end of JSON input") }

  private func error(_ message: String, including extra: Int = 0) -> JSONError {
    let place = position
    return JSONError(
      message: message, offset: index + extra, line: place.line, column: place.column)
  }

  private mutating func advance() {
    if bytes[index] == 0x0A {
      line += 1
      column = 1
    } else if bytes[index] & 0xC0 != 0x80 {
      // Columns count characters: the later bytes of a character count nothing.
      column += 1
    }
    index += 1
  }

  private mutating func word(_ text: String, _ value: APIValue) throws(JSONError) -> APIValue {
    for (offset, expected) in text.utf8.enumerated() {
      guard let byte = current else { throw endOfInput }
      guard byte == expected else {
        let letter = Character(Unicode.Scalar(expected))
        let rest = offset == 0 ? "" : "in literal \(text) (expecting '\(letter)')"
        throw unexpected(rest)
      }
      advance()
    }
    return value
  }
}

extension JSONParser {
  private mutating func object(
    _ start: SourceMap, depth: Int
  ) throws(JSONError) -> (APIValue, SourceMap) {
    var fields: APIObject = [:]
    var map = start
    advance()
    skipSpace()
    if current == UInt8(ascii: "}") {
      advance()
      return (.object(fields), map)
    }
    while true {
      skipSpace()
      let keyPosition = position
      guard current == UInt8(ascii: "\"") else {
        throw unexpected("looking for beginning of object key string")
      }
      let key = try string()
      skipSpace()
      guard current == UInt8(ascii: ":") else { throw unexpected("after object key") }
      advance()
      var (value, part) = try nextValue(depth: depth + 1)
      (part.keyLine, part.keyColumn) = (keyPosition.line, keyPosition.column)
      // Of two equal keys the last one wins, as in Go.
      fields[key] = value
      map.fields[key] = part
      skipSpace()
      if current == UInt8(ascii: "}") { break }
      guard current == UInt8(ascii: ",") else { throw unexpected("after object key:value pair") }
      advance()
    }
    advance()
    return (.object(fields), map)
  }

  private mutating func array(
    _ start: SourceMap, depth: Int
  ) throws(JSONError) -> (APIValue, SourceMap) {
    var elements: [APIValue] = []
    var map = start
    advance()
    skipSpace()
    if current == UInt8(ascii: "]") {
      advance()
      return (.array(elements), map)
    }
    while true {
      let (value, part) = try nextValue(depth: depth + 1)
      elements.append(value)
      map.elements.append(part)
      skipSpace()
      if current == UInt8(ascii: "]") { break }
      guard current == UInt8(ascii: ",") else { throw unexpected("after array element") }
      advance()
    }
    advance()
    return (.array(elements), map)
  }

  private mutating func string() throws(JSONError) -> String {
    advance()
    var units: [UInt8] = []
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        advance()
        return String(decoding: units, as: UTF8.self)
      case UInt8(ascii: "\\"):
        advance()
        units += Array(try escape().utf8)
      case 0..<0x20: throw unexpected("in string literal")
      default:
        units.append(byte)
        advance()
      }
    }
    throw endOfInput
  }

  private mutating func escape() throws(JSONError) -> String {
    guard let byte = current else { throw endOfInput }
    let plain: String?
    switch byte {
    case UInt8(ascii: "\""): plain = "\""
    case UInt8(ascii: "\\"): plain = "\\"
    case UInt8(ascii: "/"): plain = "/"
    case UInt8(ascii: "b"): plain = "\u{08}"
    case UInt8(ascii: "f"): plain = "\u{0C}"
    case UInt8(ascii: "n"): plain = "\n"
    case UInt8(ascii: "r"): plain = "\r"
    case UInt8(ascii: "t"): plain = "\t"
    case UInt8(ascii: "u"): plain = nil
    default: throw unexpected("in string escape code")
    }
    advance()
    if let plain { return plain }
    return try unicodeEscape()
  }

  /// `\u00e9`; two halves of a surrogate pair are joined, a lone half becomes U+FFFD.
  private mutating func unicodeEscape() throws(JSONError) -> String {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(UInt32(first)) { return String(Character(scalar)) }
    let isPair =
      UTF16.isLeadSurrogate(first) && index + 1 < bytes.count && bytes[index] == UInt8(ascii: "\\")
      && bytes[index + 1] == UInt8(ascii: "u")
    guard isPair else { return "\u{FFFD}" }
    let mark = self
    advance()
    advance()
    let second = try hexadecimal()
    guard UTF16.isTrailSurrogate(second) else {
      self = mark
      return "\u{FFFD}"
    }
    return String(decoding: [first, second], as: UTF16.self)
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt16 {
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = current else { throw endOfInput }
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw unexpected("in \\u hexadecimal character escape")
      }
      value = value << 4 | UInt16(digit)
      advance()
    }
    return value
  }

  private mutating func number() throws(JSONError) -> APIValue {
    let start = index
    if current == UInt8(ascii: "-") { advance() }
    guard let first = current else { throw endOfInput }
    guard isDigit(first) else { throw unexpected("in numeric literal") }
    advance()
    if first != UInt8(ascii: "0") { skipDigits() }
    var isWhole = true
    if current == UInt8(ascii: ".") {
      isWhole = false
      advance()
      try requireDigit("after decimal point in numeric literal")
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      isWhole = false
      advance()
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { advance() }
      try requireDigit("in exponent of numeric literal")
    }
    return try number(String(decoding: bytes[start..<index], as: UTF8.self), isWhole: isWhole)
  }

  private func number(_ text: String, isWhole: Bool) throws(JSONError) -> APIValue {
    if isWhole, let number = Int(text) { return .integer(number) }
    guard let number = Double(text), number.isFinite else {
      throw error("json: cannot unmarshal number \(text) into Go value of type float64")
    }
    return .double(number)
  }

  private mutating func requireDigit(_ context: String) throws(JSONError) {
    guard let byte = current else { throw endOfInput }
    guard isDigit(byte) else { throw unexpected(context) }
    skipDigits()
  }

  private mutating func skipDigits() {
    while let byte = current, isDigit(byte) { advance() }
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
