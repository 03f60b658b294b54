/// Small filters that work line by line: `nl`, `fold`, `expand`, `tac`, `paste`.
struct NumberLinesUtility: LineFilter {
  private var number = 0
  private let numbersAll: Bool

  static func program(_ arguments: [String]) -> any Program {
    let all = arguments.contains("-ba") || arguments.contains("a")
    let files = arguments.filter { !$0.hasPrefix("-") && $0 != "a" }
    return FilterProgram("nl", files: files, Lines(NumberLinesUtility(numbersAll: all)))
  }

  private init(numbersAll: Bool) { self.numbersAll = numbersAll }

  mutating func take(line: Bytes, hasEnd: Bool, _ output: inout Bytes) -> Bool {
    if line.isEmpty && !numbersAll {
      output.append("       \n")
      return true
    }
    number += 1
    let text = String(number)
    output.append(String(repeating: " ", count: max(0, 6 - text.count)) + text + "\t")
    output.append(line)
    output.append("\n")
    return true
  }

  mutating func end(_ output: inout Bytes) -> Int { 0 }
}

/// `tac [FILE…]`: the lines in reverse order.
struct ReverseLinesUtility: LineFilter {
  private var lines: [Bytes] = []
  private var byteCount = 0

  static func program(_ arguments: [String]) -> any Program {
    FilterProgram(
      "tac", files: arguments.filter { !$0.hasPrefix("-") || $0 == "-" },
      Lines(ReverseLinesUtility()))
  }

  var heldBytes: Int { byteCount }

  mutating func take(line: Bytes, hasEnd: Bool, _ output: inout Bytes) -> Bool {
    byteCount += line.count + 1
    guard lines.count < RuntimeLimits.storedBytesPerFile / 16 else { return false }
    lines.append(line)
    return true
  }

  mutating func end(_ output: inout Bytes) -> Int {
    for line in lines.reversed() {
      output.append(line)
      output.append("\n")
    }
    return 0
  }
}
