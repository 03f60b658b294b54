/// `head [-n LINES] [-c BYTES] [FILE…]`.
struct HeadUtility: Filter {
  private var remaining: Int
  private let countsBytes: Bool

  static func program(_ arguments: [String]) -> any Program {
    var words = arguments[...]
    var files: [String] = []
    var count = 10
    var countsBytes = false
    while let word = words.popFirst() {
      guard word.hasPrefix("-"), word.count > 1 else {
        files.append(word)
        continue
      }
      let letter = word.dropFirst().first
      var value = String(word.dropFirst(letter == "n" || letter == "c" ? 2 : 1))
      if letter == "c" { countsBytes = true }
      if value.isEmpty { value = words.popFirst() ?? "" }
      if letter == "n", value.hasPrefix("-"), let number = Int(value.dropFirst()) {
        return FilterProgram("head", files: files + Array(words), Lines(AllButLast(number)))
      }
      guard let number = SizeText.bytes(value), number >= 0 else {
        return ImmediateUtility("head", [value]) { call in
          call.complain("invalid number '\(call.arguments.first ?? "")'")
        }
      }
      count = number
    }
    let content = HeadUtility(remaining: count, countsBytes: countsBytes)
    return FilterProgram("head", files: files, content)
  }

  mutating func take(_ bytes: Bytes, _ output: inout Bytes) -> Bool {
    if countsBytes {
      output.append(bytes.slice(from: 0, length: remaining))
      remaining -= min(remaining, bytes.count)
      return remaining > 0
    }
    var rest = bytes
    while remaining > 0, let index = rest.firstIndex(of: UInt8(ascii: "\n")) {
      output.append(rest.removeFirst(index + 1))
      remaining -= 1
    }
    if remaining > 0 { output.append(rest) }
    return remaining > 0
  }

  mutating func end(_ output: inout Bytes) -> Int { 0 }
}

/// `head -n -2`: all lines but the last two.
private struct AllButLast: LineFilter {
  private let count: Int
  private var held: [Bytes] = []

  init(_ count: Int) { self.count = min(count, 10_000) }

  mutating func take(line: Bytes, hasEnd: Bool, _ output: inout Bytes) -> Bool {
    held.append(line)
    if held.count > count {
      output.append(held.removeFirst())
      output.append("\n")
    }
    return true
  }

  mutating func end(_ output: inout Bytes) -> Int { 0 }
}

/// Numbers with a unit: `60`, `1M`, `4k`, `512b`.
enum SizeText {
  static func bytes(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits) else { return nil }
    let factor: Int
    switch text.dropFirst(digits.count) {
    case "", "c": factor = 1
    case "w": factor = 2
    case "b": factor = 512
    case "k", "K", "KiB", "Ki": factor = 1 << 10
    case "kB", "KB": factor = 1000
    case "m", "M", "MiB", "Mi": factor = 1 << 20
    case "MB": factor = 1_000_000
    case "g", "G", "GiB", "Gi": factor = 1 << 30
    case "GB": factor = 1_000_000_000
    default: return nil
    }
    let product = number.multipliedReportingOverflow(by: factor)
    return product.overflow ? nil : product.partialValue
  }
}
