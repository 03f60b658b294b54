/// `rev [FILE…]`.
struct ReverseUtility: LineFilter {
  static func program(_ arguments: [String]) -> any Program {
    FilterProgram("rev", files: arguments, Lines(ReverseUtility()))
  }

  mutating func take(line: Bytes, hasEnd: Bool, _ output: inout Bytes) -> Bool {
    output.append(String(line.text().reversed()))
    output.append("\n")
    return true
  }

  mutating func end(_ output: inout Bytes) -> Int { 0 }
}
