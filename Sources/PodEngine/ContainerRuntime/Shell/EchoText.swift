/// What `echo` prints.
struct EchoText {
  private(set) var bytes: Bytes

  /// Busybox reads escapes after `-e` only, dash always.
  init(_ arguments: [String], readsEscapes: Bool) {
    var words = arguments[...]
    var endsLine = true
    var readsEscapes = readsEscapes
    // Dash knows one option, and reads escapes always.
    let isDash = readsEscapes
    let letters = isDash ? "n" : "neE"
    while let word = words.first, word.count > 1, word.hasPrefix("-"),
      word.dropFirst().allSatisfy({ letters.contains($0) }), !isDash || word == "-n"
    {
      words = words.dropFirst()
      if word.contains("n") { endsLine = false }
      if word.contains("e") { readsEscapes = true }
    }
    let text = words.joined(separator: " ")
    guard readsEscapes else {
      bytes = Bytes(endsLine ? text + "\n" : text)
      return
    }
    let result = Escapes.read(Array(text.utf8), stopsAtC: true)
    bytes = Bytes(result.bytes)
    if endsLine && !result.stopped { bytes.append("\n") }
  }
}

/// The escapes of `echo -e` and `printf`.
enum Escapes {
  static func read(
    _ text: [UInt8], stopsAtC: Bool, unescapesQuotes: Bool = false
  ) -> (bytes: [UInt8], stopped: Bool) {
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      guard byte == UInt8(ascii: "\\"), index < text.count else {
        result.append(byte)
        continue
      }
      let letter = text[index]
      index += 1
      if letter == UInt8(ascii: "c"), stopsAtC { return (result, true) }
      if let plain = plain[letter] {
        result.append(plain)
      } else if unescapesQuotes, letter == UInt8(ascii: "'") || letter == UInt8(ascii: "\"") {
        result.append(letter)
      } else if letter == UInt8(ascii: "x") {
        result.append(number(text, &index, radix: 16, digits: 2) ?? letter)
      } else if (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(letter) {
        if letter != UInt8(ascii: "0") { index -= 1 }
        result.append(number(text, &index, radix: 8, digits: 3) ?? 0)
      } else {
        result += [byte, letter]
      }
    }
    return (result, false)
  }

  private static let plain: [UInt8: UInt8] = [
    UInt8(ascii: "n"): 10, UInt8(ascii: "t"): 9, UInt8(ascii: "r"): 13, UInt8(ascii: "a"): 7,
    UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "v"): 11, UInt8(ascii: "e"): 27,
    UInt8(ascii: "\\"): 92,
  ]

  private static func number(
    _ text: [UInt8], _ index: inout Int, radix: Int, digits: Int
  ) -> UInt8? {
    var value: Int?
    var count = 0
    while count < digits, index < text.count,
      let digit = Int(String(decoding: [text[index]], as: UTF8.self), radix: radix)
    {
      value = (value ?? 0) * radix + digit
      index += 1
      count += 1
    }
    return value.map { UInt8(truncatingIfNeeded: $0) }
  }
}
