/// `cat [-n] [-A] [-e] [-v] [FILE…]`.
struct CatUtility: Filter {
  static func program(_ arguments: [String]) -> any Program {
    let letters = arguments.filter { $0.hasPrefix("-") }.joined()
    let files = arguments.filter { $0 == "-" || !$0.hasPrefix("-") }
    guard letters.contains(where: { "nAevbET".contains($0) }) else {
      return FilterProgram("cat", files: files, CatUtility())
    }
    return FilterProgram("cat", files: files, Lines(MarkedLines(letters)))
  }

  mutating func take(_ bytes: Bytes, _ output: inout Bytes) -> Bool {
    output.append(bytes)
    return true
  }

  mutating func end(_ output: inout Bytes) -> Int { 0 }
}

/// Lines with numbers, or with marks for what one does not see.
private struct MarkedLines: LineFilter {
  private let letters: String
  private var number = 0

  init(_ letters: String) { self.letters = letters }

  mutating func take(line: Bytes, hasEnd: Bool, _ output: inout Bytes) -> Bool {
    if letters.contains("n") || letters.contains("b") && !line.isEmpty {
      number += 1
      let text = String(number)
      output.append(String(repeating: " ", count: max(0, 6 - text.count)) + text + "\t")
    }
    let showsTabs = letters.contains("A") || letters.contains("T")
    output.append(
      line.mapped { byte in
        if byte == 9 { return showsTabs ? Array("^I".utf8) : [byte] }
        let isControl = byte < 32 || byte == 127
        return isControl && (showsTabs || letters.contains("v") || letters.contains("e"))
          ? [UInt8(ascii: "^"), byte ^ 64] : [byte]
      })
    if letters.contains("A") || letters.contains("e") || letters.contains("E") {
      output.append("$")
    }
    if hasEnd { output.append("\n") }
    return true
  }

  mutating func end(_ output: inout Bytes) -> Int { 0 }
}
