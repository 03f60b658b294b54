internal import PodShell

/// Writes into a translation which state of the source it was made from: `podlab lesson stamp`.
package enum TranslationStamp {
  /// The text of a translation with the digests of its lesson or pack. Throws where one of them
  /// cannot be read.
  package static func stamped(_ file: TextFile, by source: TextFile) throws(SourceErrors) -> String
  {
    if source.name == "pack.yaml" { return try stamped(file, try Pack.parse(source)) }
    let lesson = try LessonParser.parse(source, isIncomplete: Session.isIncomplete)
    return try stamped(file, lesson)
  }

  private static func stamped(_ file: TextFile, _ lesson: Lesson) throws(SourceErrors) -> String {
    _ = try TranslationParser.parse(file)
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let end = lines.dropFirst().firstIndex(of: "---") ?? 0
    return (head(lines[..<end], lesson.headDigest) + lines[end...].map { step($0, lesson) })
      .joined(separator: "\n")
  }

  private static func stamped(_ file: TextFile, _ pack: Pack) throws(SourceErrors) -> String {
    _ = try PackTranslation.parse(file)
    let lines = file.text.trimmedEnd.split(separator: "\n", omittingEmptySubsequences: false)
    return head(lines.map(String.init)[...], pack.digest).joined(separator: "\n") + "\n"
  }

  private static func head(_ lines: ArraySlice<String>, _ digest: String) -> [String] {
    lines.filter { !$0.hasPrefix("source:") } + ["source: \"\(digest)\""]
  }

  private static func step(_ line: String, _ lesson: Lesson) -> String {
    guard line.hasPrefix("<!-- step:"), line.hasSuffix("-->") else { return line }
    let words = line.dropFirst("<!-- step:".count).dropLast(3).split(separator: " ")
    guard let id = words.first, let step = lesson.steps.first(where: { $0.id == id }) else {
      return line
    }
    return "<!-- step: \(id) source=\(step.digest) -->"
  }
}
