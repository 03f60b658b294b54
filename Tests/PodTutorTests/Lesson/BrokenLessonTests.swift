import PodTutor
import Testing

@Suite("A broken lesson is refused with its place and what to do")
struct BrokenLessonTests {
  /// What to replace in the sound lesson, by what, and where the error must be.
  struct Break: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let place: String
    let message: String

    init(_ old: String, _ new: String, _ place: String, _ message: String) {
      (self.old, self.new, self.place, self.message) = (old, new, place, message)
    }

    var testDescription: String { message }
  }

  static let breaks: [Break] = [
    Break("---\npodlab: 1", "podlab: 1", "small.md:1:1", "no front matter"),
    Break("podlab: 1", "podlab: 2", "small.md:2:9", "from 1 to 1"),
    Break("id: small", "id: Small", "small.md:3:5", "an id of lower-case letters"),
    Break("id: small\n", "", "small.md:2:1", "`id` is missing"),
    Break("minutes: 1", "minutes: soon", "small.md:6:10", "a number from 1 to 120"),
    Break("minutes: 1", "minuts: 1", "small.md:6:1", "`minuts` is no field"),
    Break("minutes: 1", "minutes: [1", "small.md:7:1", "YAML:"),
    Break("minutes: 1", "minutes: 1\nid: other", "small.md:7:1", "twice"),
    Break("minutes: 1", "minutes: 1\nteaches: {a: b}", "small.md:7:10", "`teaches` can hold"),
    Break("minutes: 1", "minutes: 1\ncovers: [S46]", "small.md:7:9", "`S46` is no statement"),
    Break("# Small", "# Other", "small.md:9:1", "is not the title"),
    Break("podlab check make", "podlab czech make", "small.md:17:1", "is no block"),
    Break("podlab check make", "podlab check", "small.md:17:1", "the check has no id"),
    Break("pod/web exists else", "pod/web exist else", "small.md:18:16", "`exist` is no predicate"),
    Break("pod/web exists else", "pot/web exists else", "small.md:18:8", "names no object"),
    Break(
      "pod/web exists else", "pod/web {.status.fase} == Running else", "small.md:18:16",
      "no Pod has a field"),
    Break("else \"Make it.\"", "else \"Make it.", "small.md:18:28", "has no end"),
    Break("expect pod/web", "at never pod/web", "small.md:18:4", "no duration"),
    Break("expect pod/web exists", "once process of pod/web exists", "small.md:18:1", "look back"),
    Break("when: pod/web absent", "when: seeds 1..2 all pod/web absent", "small.md:22:12", "hint"),
    Break(
      "expect pod/web exists else", "hold ever pod/web exists else", "small.md:18:6", "no duration"),
    Break("when: pod/web absent", "when: pod/web", "small.md:22:19", "the line ends"),
    Break("```podlab solution", "- ```podlab solution", "small.md:29:1", "indented"),
    Break("create pod web --image=nginx\n", "apply -f - <<YAML\n", "small.md:30:1", "not complete"),
    Break("=> pod/web does not exist\n", "", "small.md:34:1", "needs a name and a line"),
    Break("? Was it hard?\n", "", "small.md:44:1", "no question"),
    Break("(x) No.", "[x] No.", "small.md:47:1", "is no line of a quiz"),
    Break("quiz think", "quiz make", "small.md:41:1", "two steps have the id"),
    Break("Hello.", "Hel\u{1B}[31mlo.", "small.md:11:4", "U+1B"),
    Break("Hello.", "Hello.\r", "small.md:11:7", "carriage return"),
    Break("## Make it\n", "", "small.md:16:1", "before the first step"),
    Break(
      "## Think\n", "## Play\n\n```podlab explore\nget pods\n```\n\nHave fun.\n\n## Think\n",
      "small.md:47:1", "words behind `explore`"),
  ]

  @Test("the sound lesson is read")
  func sound() throws {
    let lesson = try parseLesson(soundLesson)
    #expect(lesson.steps.map(\.id) == ["make", "think"])
    #expect(lesson.steps[0].hints.count == 1)
    #expect(lesson.steps[0].hints[0].condition != nil)
    #expect(lesson.steps[0].solutions[0].commands.map(\.text) == ["create pod web --image=nginx"])
    #expect(lesson.steps[0].wrongAttempts[0].expectedTexts[0].text == "pod/web does not exist")
    #expect(Prose.text(lesson.steps[0].instruction) == "Make a Pod named web.\n")
    #expect(Prose.text(lesson.steps[0].conclusion) == "That was it.\n")
    #expect(lesson.steps[1].quiz?.rightLetter == "b")
  }

  @Test("each mistake is found", arguments: breaks)
  func broken(_ change: Break) throws {
    let text = soundLesson.replacing(change.old, with: change.new, maxReplacements: 1)
    #expect(text != soundLesson)
    let errors = #expect(throws: SourceErrors.self) { try parseLesson(text) }
    let all = errors?.errors ?? []
    let found = all.contains {
      "\($0.position)" == change.place && $0.message.contains(change.message) && !$0.advice.isEmpty
    }
    #expect(found, "wanted \(change.place) \(change.message), found\n\(all)")
  }

  @Test("all mistakes are reported at once")
  func several() throws {
    let text = soundLesson.replacing("minutes: 1", with: "minutes: x")
      .replacing("exists else", with: "exist else")
    let errors = #expect(throws: SourceErrors.self) { try parseLesson(text) }
    #expect(errors?.errors.count == 2)
  }

  @Test("no prefix of a lesson crashes the parser")
  func prefixes() {
    for end in soundLesson.indices {
      _ = try? parseLesson(String(soundLesson[..<end]))
    }
  }

  @Test("a file that is too large is refused")
  func tooLarge() {
    let text = soundLesson + String(repeating: "x", count: 300_000)
    let errors = #expect(throws: SourceErrors.self) { try parseLesson(text) }
    #expect(errors?.errors.first?.message.contains("limit") == true)
  }
}
