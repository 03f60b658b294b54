/// `fold [-w WIDTH] [FILE…]`.
struct FoldUtility: LineFilter {
  private let width: Int

  static func program(_ arguments: [String]) -> any Program {
    var width = 80
    var files: [String] = []
    var words = arguments[...]
    while let word = words.popFirst() {
      if word.hasPrefix("-w") {
        let text = word.count > 2 ? String(word.dropFirst(2)) : words.popFirst() ?? ""
        width = max(1, Int(text) ?? 80)
      } else if !word.hasPrefix("-") {
        files.append(word)
      }
    }
    return FilterProgram("fold", files: files, Lines(FoldUtility(width: width)))
  }

  private init(width: Int) { self.width = width }

  mutating func take(line: Bytes, hasEnd: Bool, _ output: inout Bytes) -> Bool {
    var rest = line
    while rest.count > width {
      output.append(rest.removeFirst(width))
      output.append("\n")
    }
    output.append(rest)
    if hasEnd { output.append("\n") }
    return true
  }

  mutating func end(_ output: inout Bytes) -> Int { 0 }
}
