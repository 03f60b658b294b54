/// The text of a file in lines, after the checks that every file of ours has to pass: not too
/// large, and nothing in it that a terminal would obey.
struct SourceLines: Sendable {
  let file: String
  let text: String
  let lines: [String]

  /// Larger files are refused: no lesson and no transcript needs a quarter of a megabyte.
  static let maximumBytes = 262_144

  init(_ source: TextFile) throws(SourceError) {
    (file, text) = (source.path, source.text)
    guard source.text.utf8.count <= Self.maximumBytes else {
      throw SourceError(
        SourcePosition(source.path, 1),
        "the file has \(source.text.utf8.count) bytes; \(Self.maximumBytes) is the limit",
        advice: "Split it into several files.")
    }
    var lines = source.text.split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    if lines.last == "" { lines.removeLast() }
    self.lines = lines
    for (index, line) in lines.enumerated() { try Self.check(line, index + 1, source.path) }
  }

  /// A line by its number from 1; empty beyond the end.
  subscript(line: Int) -> String { lines.indices.contains(line - 1) ? lines[line - 1] : "" }

  func position(_ line: Int, _ column: Int = 1) -> SourcePosition {
    SourcePosition(file, line, column)
  }

  /// Markdown can write control characters without holding one: `&#27;`.
  func refuseControls(in block: MarkdownBlock, _ problems: inout Problems) {
    let text = block.content.texts.joined(separator: "\n")
    guard text.withVisibleControls != text else { return }
    problems.add(
      position(block.lines.lowerBound), "a character reference stands for a control character",
      advice: "Remove it, or write it out in words.")
  }

  private static func check(_ line: String, _ number: Int, _ file: String) throws(SourceError) {
    for (offset, scalar) in line.unicodeScalars.enumerated() where scalar.isUnsafeToPrint {
      let code = "U+" + String(scalar.value, radix: 16, uppercase: true)
      throw SourceError(
        SourcePosition(file, number, offset + 1),
        scalar == "\r"
          ? "the line ends with a carriage return" : "the control character \(code) is not allowed",
        advice: scalar == "\r"
          ? "Save the file with Unix line ends (LF)." : "Remove it, or write it out in words.")
    }
  }
}

extension Unicode.Scalar {
  /// Control characters, and those that turn the direction of writing; a tab counts too: columns
  /// must be certain.
  var isUnsafeToPrint: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029,
      0x061C, 0x200E, 0x200F, 0xFEFF:
      true
    default: false
    }
  }
}

extension StringProtocol {
  /// The text with control characters as `\u{1B}`, so that it is safe to print; line ends stay.
  package var withVisibleControls: String {
    guard unicodeScalars.contains(where: { $0.isUnsafeToPrint && $0 != "\n" }) else {
      return String(self)
    }
    return unicodeScalars.map {
      $0.isUnsafeToPrint && $0 != "\n"
        ? "\\u{\(String($0.value, radix: 16, uppercase: true))}" : String($0)
    }.joined()
  }
}
