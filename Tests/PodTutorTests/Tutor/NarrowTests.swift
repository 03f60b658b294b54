import PodShell
import PodTutor
import Testing

/// Sixty columns are enough: for the words of every lesson and of the tutor, in each language.
@Suite("Nothing that is said in lessons is wider than a narrow terminal")
struct NarrowTests {
  private static let columns = 60

  /// Lines that are too wide, but for what is typed or printed by a cluster, which stands indented.
  private func wide(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter {
      DisplayWidth.of(String($0)) > Self.columns && !$0.hasPrefix("    ")
    }
  }

  @Test("lessons", arguments: LessonLibrary.embedded.lessons.map(\.id), Language.allCases)
  func lesson(_ id: String, _ language: Language) throws {
    var configuration = SessionConfiguration(manner: .terminal)
    configuration.language = language
    var tutor = Tutor(
      configuration: configuration, style: TutorStyle(marks: true, width: Self.columns - 1))
    let first = tutor.begin(lesson: id)
    var text = first.standardOutput
    let lesson = try #require(LessonLibrary.embedded.lesson(id, in: language))
    for step in lesson.steps {
      for word in ["lesson", "quiz", "check", "hint", "hint", "hint", "solution", "solution"] {
        text += tutor.submit(word).standardOutput
      }
      for option in step.quiz?.options ?? [] where !option.isRight {
        text += tutor.submit(option.letter).standardOutput
      }
      if let letter = step.quiz?.rightLetter { text += tutor.submit(letter).standardOutput }
      let hints = step.hints.map { Prose.text($0.text, width: Self.columns - 1) }
      text += hints.joined() + Prose.text(step.conclusion, width: Self.columns - 1)
      text += tutor.submit("skip").standardOutput
    }
    #expect(tutor.run == nil)
    #expect(wide(text) == [])
  }

  @Test("lists, progress and errors", arguments: Language.allCases)
  func words(_ language: Language) {
    var configuration = SessionConfiguration(manner: .terminal)
    configuration.language = language
    var tutor = Tutor(configuration: configuration, style: TutorStyle(width: Self.columns - 1))
    var text = tutor.begin().output.map(\.text).joined()
    for command in [
      "run web --image=nginx", "lesson list", "progress", "progress export", "next",
      "explore", "explore", "back", "back", "reset", "undo", "goto 9", "lesson start nothing",
      "lesson nonsense", "progress forget", "praise", "lesson praise off", "reset everything",
    ] {
      text += tutor.submit(command).output.map(\.text).joined()
    }
    #expect(wide(text) == [])
  }
}
