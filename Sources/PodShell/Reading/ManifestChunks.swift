/// A file cut at its `---` lines, before anything is parsed: kubectl does so too, which is why its
/// line numbers count from the start of a document.
struct ManifestChunks {
  /// One document of the file.
  struct Chunk {
    var bytes: [UInt8] = []
    /// Lines of the file before it.
    let lineOffset: Int
  }

  private(set) var chunks: [Chunk] = []

  /// Throws for a separator with something other than a comment behind it.
  init(_ text: String) throws(YAMLComposer.Failure) {
    var chunk = Chunk(lineOffset: 0)
    var number = 0
    for line in Self.lines(of: text) {
      number += 1
      if line.starts(with: Array("---".utf8)) {
        try Self.checkSeparator(line, number)
        chunks.append(chunk)
        chunk = Chunk(lineOffset: number)
      } else {
        chunk.bytes += line
      }
    }
    chunks.append(chunk)
  }

  /// The lines with their ends; a byte order mark at the start is dropped and CRLF becomes LF, as
  /// kubectl's line reader does it.
  private static func lines(of text: String) -> [[UInt8]] {
    var bytes = Array(text.utf8)[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { line in
      (line.last == 0x0D ? Array(line.dropLast()) : Array(line)) + [0x0A]
    }
  }

  private static func checkSeparator(
    _ line: [UInt8], _ number: Int
  ) throws(YAMLComposer.Failure) {
    let rest = String(decoding: line.dropFirst(3), as: UTF8.self)
    let after = rest.drop { $0.isWhitespace }
    guard !after.isEmpty, after.first != "#" else { return }
    var shown = after
    while shown.last?.isWhitespace == true { shown.removeLast() }
    throw YAMLComposer.Failure(
      kind: .syntax, text: "invalid Yaml document separator: \(shown)", line: number, column: 4,
      advice: "Let the document start on the line after '---'.")
  }
}
