/// `uniq [-c] [-d] [-u] [FILE]`.
struct UniqueUtility: LineFilter {
  private let counts: Bool
  private let onlyRepeated: Bool
  private let onlyUnique: Bool
  private var previous: Bytes?
  private var count = 0

  static func program(_ arguments: [String]) -> any Program {
    let files = arguments.filter { !$0.hasPrefix("-") }
    return FilterProgram(
      "uniq", files: files,
      Lines(UniqueUtility(arguments.filter { $0.hasPrefix("-") }.joined())))
  }

  private init(_ letters: String) {
    counts = letters.contains("c")
    onlyRepeated = letters.contains("d")
    onlyUnique = letters.contains("u")
  }

  mutating func take(line: Bytes, hasEnd: Bool, _ output: inout Bytes) -> Bool {
    if line == previous {
      count += 1
      return true
    }
    flush(&output)
    previous = line
    count = 1
    return true
  }

  private func flush(_ output: inout Bytes) {
    guard let previous, !(onlyRepeated && count == 1), !(onlyUnique && count > 1) else { return }
    if counts {
      let text = String(count)
      output.append(String(repeating: " ", count: max(0, 7 - text.count)) + text + " ")
    }
    output.append(previous)
    output.append("\n")
  }

  mutating func end(_ output: inout Bytes) -> Int {
    flush(&output)
    return 0
  }
}
