import PodShell
import PodTutor
import Testing

@Suite("A translation holds words, and is held against its source")
struct TranslationTests {
  static let chinese = """
    ---
    podlab: 1
    id: small
    lang: zh-Hans
    title: 小课
    summary: 一步。
    ---

    # 小课

    你好。

    ## 创建
    <!-- step: make -->

    创建一个名叫 web 的 Pod。

    ```podlab check make
    else "请创建它。"
    ```

    <details><summary>提示 1</summary>

    试一试。
    </details>

    完成了。

    ## 想一想
    <!-- step: think -->

    ```podlab quiz think
    ? 难吗？
    ( ) 难。
        只有一行。
    (x) 不难。
        就一行。
    ```

    """

  private static let source = TextFile(path: "small.md", text: soundLesson)

  private static func stamped(_ text: String = chinese) throws -> TextFile {
    let file = TextFile(path: "small.zh-Hans.md", text: text)
    return TextFile(path: file.path, text: try TranslationStamp.stamped(file, by: source))
  }

  @Test("a stamped translation is complete, and stamping again changes nothing")
  func sound() throws {
    let words = try Self.stamped()
    #expect(words.text.contains("<!-- step: make source="))
    #expect(try TranslationStamp.stamped(words, by: Self.source) == words.text)
    let report = LessonLinter.run(library: LessonLibrary(sources: [Self.source, words]))
    #expect(report.exitCode == 0, "\(report.text)")
    #expect(report.text.contains("ok  small.zh-Hans.md  3 parts"))
  }

  @Test("words come from the translation, the rest from the source; stale parts stay English")
  func translated() throws {
    let library = LessonLibrary(sources: [Self.source, try Self.stamped()])
    let lesson = try #require(library.lesson("small", in: .chinese))
    #expect(lesson.title == "小课")
    #expect(lesson.steps.map(\.title) == ["创建", "想一想"])
    #expect(lesson.steps[0].check?.assertions.map(\.advice) == ["请创建它。"])
    #expect(lesson.steps[0].hints[0].condition != nil)
    #expect(lesson.steps[0].solutions.count == 1)
    #expect(library.lesson("small", in: .english)?.title == "Small")
    let other = TextFile(
      path: "small.md", text: soundLesson.replacing("That was it.", with: "That is all."))
    let mixed = try #require(
      LessonLibrary(sources: [other, try Self.stamped()]).lesson("small", in: .chinese))
    #expect(mixed.steps.map(\.title) == ["Make it", "想一想"])
  }

  /// What is replaced in the stamped translation, by what, and the problem with its line.
  static let breaks: [(old: String, new: String, place: String, message: String)] = [
    ("lang: zh-Hans", "lang: xx", "small.zh-Hans.md:4:7", "does not speak `xx`"),
    ("<!-- step: make", "<!-- stop: make", "small.zh-Hans.md:14:1", "does not say which one"),
    (
      "<!-- step: think", "<!-- step: make", "small.zh-Hans.md:30:1", "stands here twice"
    ),
    ("<!-- step: make", "<!-- step: make it", "small.zh-Hans.md:15:1", "not in order here"),
    ("## 想一想", "## 想\n<!-- step: brood -->\n\n## 想一想", "small.zh-Hans.md:31:1", "no step `brood`"),
    ("else \"请创建它。\"", "expect pod/web exists else \"请\"", "small.zh-Hans.md:20:1", "no line of"),
    ("else \"请创建它。\"", "else \"请创建它。", "small.zh-Hans.md:20:6", "has no end"),
    ("else \"请创建它。\"\n", "", "small.zh-Hans.md:14:1", "0 `else` texts, the source has 1"),
    ("else \"请创建它。\"", "else \"Make it.\"", "small.zh-Hans.md:20:1", "not translated"),
    ("podlab check make", "podlab solution", "small.zh-Hans.md:19:1", "has no place"),
    ("一个名叫 web 的", "一个", "small.zh-Hans.md:14:1", "names `web`"),
    ("试一试。", "create pod web --image=nginx", "small.zh-Hans.md:23:1", "gives the solution away"),
    ("试一试。", "```text\nget pods\n```", "small.zh-Hans.md:23:1", "1 block of code here, 0"),
    (
      "<details>", "<!-- when: pod/web exists -->\n\n<details>", "small.zh-Hans.md:23:1",
      "come from"
    ),
    ("</details>", "", "small.zh-Hans.md:23:1", "has no end"),
    ("(x) 不难。", "( ) 不难。", "small.zh-Hans.md:34:1", "the quiz is not that of small.md:41:1"),
    ("就一行。", "It was one line.", "small.zh-Hans.md:37:1", "not translated"),
    ("你好。", "你\u{1B}[31m好。", "small.zh-Hans.md:12:2", "U+1B"),
    ("你好。", "```podlab setup\nget pods\n```", "small.zh-Hans.md:12:1", "has no place"),
    ("title: 小课", "title: 大课", "small.zh-Hans.md:10:1", "is not the title"),
    ("summary: 一步。\n", "", "small.zh-Hans.md:2:1", "`summary` is missing"),
    ("id: small", "id: other", "small.zh-Hans.md:2:1", "the file is `small.zh-Hans.md`"),
  ]

  @Test("each mistake is found in its place", arguments: breaks.indices)
  func broken(_ index: Int) throws {
    let change = Self.breaks[index]
    let words = try Self.stamped()
    let text = words.text.replacing(change.old, with: change.new, maxReplacements: 1)
    #expect(text != words.text)
    let report = LessonLinter.run(
      library: LessonLibrary(sources: [Self.source, TextFile(path: words.path, text: text)]))
    let found = (report.problems + report.translations.flatMap(\.problems)).map {
      "\($0.position) \($0.message)"
    }
    #expect(
      found.contains { $0.hasPrefix(change.place) && $0.contains(change.message) },
      "wanted \(change.place) \(change.message), found \(found)")
    #expect(report.exitCode != 0)
  }

  @Test("a change of the source makes exactly its part stale")
  func stale() throws {
    let other = TextFile(
      path: "small.md", text: soundLesson.replacing("That was it.", with: "That is all."))
    let report = LessonLinter.run(library: LessonLibrary(sources: [other, try Self.stamped()]))
    let problems = report.translations.flatMap(\.problems).map { "\($0.position) \($0.message)" }
    #expect(
      problems == ["small.zh-Hans.md:15:1 stale: the step `make` has changed in small.md:13:1"])
  }

  @Test("a language that the pack promises must be there")
  func promised() {
    let pack = TextFile(
      path: "pack.yaml",
      text: "podlab: 1\nid: p\ntitle: P\nlessons: [small]\nlanguages: [zh-Hans]\n")
    let report = LessonLinter.run(library: LessonLibrary(sources: [Self.source, pack]))
    let problems = report.problems.map { "\($0.position) \($0.message)" }
    #expect(
      problems == [
        "pack.yaml:5:12 the translation small.zh-Hans.md is missing",
        "pack.yaml:5:12 the translation pack.zh-Hans.yaml is missing",
      ])
  }
}
