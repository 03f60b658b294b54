internal import PodShell

/// What a presenter types: `podlab present`. Pure text; who shows it decides when.
package enum Presentation {
  /// The commands of a lesson that was taken without a slip, with the tutor's own words between.
  package static func commands(of lesson: Lesson) -> [String] {
    lesson.steps.flatMap { step -> [String] in
      let answer = step.quiz?.rightLetter.map { [$0] } ?? []
      return answer + (step.solutions.first?.commands.map(\.text) ?? []) + ["next"]
    }
  }

  /// The commands of a transcript, or of a script with one command a line. Throws what is wrong in
  /// the file.
  package static func commands(in file: TextFile) throws(SourceErrors) -> [String] {
    if file.name.hasSuffix(".md") {
      return try TranscriptParser.parse(file, isIncomplete: Session.isIncomplete)
        .blocks.filter { $0.skipReason == nil && !$0.isHidden }.flatMap(\.steps).map(\.command)
    }
    do {
      let source = try SourceLines(file)
      let reader = CommandReader(source: source, isIncomplete: Session.isIncomplete)
      return try reader.commands(in: 1..<source.lines.count + 1).commands.map(\.text)
    } catch { throw SourceErrors([error]) }
  }
}
