/// `grep [-c -q -v -i -n -o -E -F -w] PATTERN [FILE…]`.
struct GrepUtility: LineFilter {
  /// One of them is enough.
  private let patterns: [TextPattern]
  private let letters: String
  private let showsNames: Bool
  private var file: String?
  private var matched = 0
  private var matchedInFile = 0
  private var line = 0

  static func program(_ arguments: [String]) -> any Program {
    var letters = ""
    var operands: [String] = []
    var texts: [String] = []
    var words = arguments[...]
    while let word = words.popFirst() {
      if word == "-e" {
        if let text = words.popFirst() { texts.append(text) }
      } else if word.hasPrefix("-"), word.count > 1 {
        letters += word.dropFirst()
      } else {
        operands.append(word)
      }
    }
    if texts.isEmpty, !operands.isEmpty { texts = [operands.removeFirst()] }
    guard !texts.isEmpty else {
      return ImmediateUtility("grep", []) { call in
        call.complain("missing pattern", status: 2)
      }
    }
    do throws(TextPattern.Failure) {
      var patterns: [TextPattern] = []
      for text in texts {
        patterns.append(
          try TextPattern(
            letters.contains("x") ? "^\(text)$" : text, isExtended: letters.contains("E"),
            ignoresCase: letters.contains("i"), isFixed: letters.contains("F")))
      }
      let content = GrepUtility(
        patterns: patterns, letters: letters,
        showsNames: operands.count > 1 && !letters.contains("h"))
      return FilterProgram("grep", files: operands, Lines(content))
    } catch {
      return ImmediateUtility("grep", texts) { call in
        call.complain("bad regex '\(call.arguments.first ?? "")'", status: 2)
      }
    }
  }

  private init(patterns: [TextPattern], letters: String, showsNames: Bool) {
    self.patterns = patterns
    self.letters = letters
    self.showsNames = showsNames
  }

  private var prefix: String { showsNames ? "\(file ?? "(standard input)"):" : "" }

  mutating func begin(file: String?, isFirst: Bool, _ output: inout Bytes) {
    if !isFirst { endFile(&output) }
    self.file = file
    (line, matchedInFile) = (0, 0)
  }

  mutating func take(line text: Bytes, hasEnd: Bool, _ output: inout Bytes) -> Bool {
    line += 1
    let bytes = text.array(limit: RuntimeLimits.pipeBytes) ?? []
    let match = patterns.lazy.compactMap { $0.firstMatch(in: bytes) }.first
    guard (match != nil) != letters.contains("v") else { return true }
    matched += 1
    matchedInFile += 1
    if letters.contains("q") { return false }
    if letters.contains("c") { return true }
    if letters.contains("l") { return true }
    if letters.contains("o"), let match {
      printMatches(bytes, match, &output)
      return true
    }
    output.append(prefix + (letters.contains("n") ? "\(line):" : ""))
    output.append(text)
    output.append("\n")
    return true
  }

  private func printMatches(_ bytes: [UInt8], _ first: Range<Int>, _ output: inout Bytes) {
    var next: Range<Int>? = first
    while let match = next {
      output.append(prefix)
      output.append(Bytes(Array(bytes[match])))
      output.append("\n")
      guard match.upperBound < bytes.count, !match.isEmpty else { return }
      next = patterns.lazy.compactMap { $0.firstMatch(in: bytes, from: match.upperBound) }.first
    }
  }

  private func endFile(_ output: inout Bytes) {
    if letters.contains("q") { return }
    if letters.contains("c") { output.append("\(prefix)\(matchedInFile)\n") }
    if letters.contains("l"), matchedInFile > 0 {
      output.append("\(file ?? "(standard input)")\n")
    }
  }

  mutating func end(_ output: inout Bytes) -> Int {
    endFile(&output)
    return matched > 0 ? 0 : 1
  }
}
