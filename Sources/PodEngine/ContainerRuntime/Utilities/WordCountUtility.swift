/// `wc [-l -w -c] [FILE…]`.
struct WordCountUtility: Filter {
  private struct Counts {
    var lines = 0
    var words = 0
    var bytes = 0
  }
  private let letters: String
  private var counts = Counts()
  private var total = Counts()
  private var isInWord = false
  private var file: String?
  private var files = 0

  static func program(_ arguments: [String]) -> any Program {
    let files = arguments.filter { !$0.hasPrefix("-") || $0 == "-" }
    let letters = arguments.filter { $0.hasPrefix("-") }.joined().filter { $0 != "-" }
    return FilterProgram("wc", files: files, WordCountUtility(letters: letters))
  }

  private init(letters: String) { self.letters = letters }

  mutating func begin(file: String?, isFirst: Bool, _ output: inout Bytes) {
    if !isFirst { endFile(&output) }
    self.file = file
    files += 1
  }

  mutating func take(_ bytes: Bytes, _ output: inout Bytes) -> Bool {
    counts.lines += bytes.occurrences(of: UInt8(ascii: "\n"))
    counts.bytes += bytes.count
    for run in bytes.runs {
      countWords(run.pattern)
      guard run.times > 1 else { continue }
      let before = counts.words
      countWords(run.pattern)
      counts.words = before + (counts.words - before) * (run.times - 1)
    }
    return true
  }

  private mutating func countWords(_ bytes: [UInt8]) {
    for byte in bytes {
      let isSpace = byte == 32 || (9...13).contains(byte)
      if !isSpace, !isInWord { counts.words += 1 }
      isInWord = !isSpace
    }
  }

  private mutating func endFile(_ output: inout Bytes) {
    print(counts, file, &output)
    total.lines += counts.lines
    total.words += counts.words
    total.bytes += counts.bytes
    counts = Counts()
    isInWord = false
  }

  private func print(_ counts: Counts, _ name: String?, _ output: inout Bytes) {
    var columns: [Int] = []
    if letters.isEmpty || letters.contains("l") { columns.append(counts.lines) }
    if letters.isEmpty || letters.contains("w") { columns.append(counts.words) }
    if letters.isEmpty || letters.contains("c") || letters.contains("m") {
      columns.append(counts.bytes)
    }
    let width = columns.count == 1 ? 0 : 9
    let text = columns.enumerated().map { index, number in
      let digits = String(number)
      return String(repeating: " ", count: max(0, width - digits.count - (index > 0 ? 0 : 0)))
        + digits
    }.joined(separator: columns.count > 1 ? " " : "")
    output.append(text + (name.map { " \($0)" } ?? "") + "\n")
  }

  mutating func end(_ output: inout Bytes) -> Int {
    endFile(&output)
    if files > 1 { print(total, "total", &output) }
    return 0
  }
}
