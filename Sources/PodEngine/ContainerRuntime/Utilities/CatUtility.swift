/// `cat [FILE…]`.
struct CatUtility: Filter {
  static func program(_ arguments: [String]) -> any Program {
    FilterProgram(
      "cat", files: arguments.filter { $0 == "-" || !$0.hasPrefix("-") }, CatUtility())
  }

  mutating func take(_ bytes: Bytes, _ output: inout Bytes) -> Bool {
    output.append(bytes)
    return true
  }

  mutating func end(_ output: inout Bytes) -> Int { 0 }
}
