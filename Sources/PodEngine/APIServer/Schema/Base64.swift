/// Base64 as Go's `encoding/base64` reads it (`StdEncoding`); engine code has no Foundation to ask.
package enum Base64 {
  /// The position that Go's error names where a text is no base64; nil where it is.
  package static func firstIllegalByte(in text: String) -> Int? {
    let bytes = Array(text.utf8).filter { $0 != 0x0A && $0 != 0x0D }
    var index = 0
    while index < bytes.count, value(of: bytes[index]) != nil { index += 1 }
    if index == bytes.count { return index % 4 == 0 ? nil : index - index % 4 }
    return paddingProblem(bytes, at: index)
  }

  private static func paddingProblem(_ bytes: [UInt8], at index: Int) -> Int? {
    guard bytes[index] == UInt8(ascii: "=") else { return index }
    switch index % 4 {
    case 2:
      guard index + 1 < bytes.count else { return bytes.count }
      if bytes[index + 1] != UInt8(ascii: "=") { return index + 1 }
      return index + 2 == bytes.count ? nil : index + 2
    case 3: return index + 1 == bytes.count ? nil : index + 1
    default: return index
    }
  }

  private static func value(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }

  /// The bytes of a text; nil where it is no base64.
  package static func decode(_ text: String) -> [UInt8]? {
    guard firstIllegalByte(in: text) == nil else { return nil }
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text.utf8 {
      guard let value = value(of: byte) else { continue }
      bits = (bits << 6 | UInt32(value)) & 0xFF_FFFF
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }

  /// The bytes of a text, read as UTF-8; nil where it is no base64.
  package static func text(_ text: String) -> String? {
    decode(text).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The text of bytes, padded.
  package static func encode(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits: UInt32 = 0
      for offset in 0..<3 {
        bits = bits << 8 | (offset < group.count ? UInt32(group[start + offset]) : 0)
      }
      for offset in 0..<4 {
        let index = Int(bits >> UInt32(18 - 6 * offset) & 63)
        result.append(offset <= group.count ? alphabet[index] : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
