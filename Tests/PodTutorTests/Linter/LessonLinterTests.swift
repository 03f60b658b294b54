import Foundation
import PodTutor
import Testing

@Suite("lesson test proves lessons, and finds those that do not work")
struct LessonLinterTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let breaks: [(old: String, new: String, message: String)] = [
    (
      "expect pod/web exists else \"Make it.\"", "expect node/node-1 exists",
      "before anything was done"
    ),
    ("expect pod/web exists", "never pod/web exists", "the solution does not pass"),
    (
      "create pod web --image=nginx\n", "create pod other --image=nginx\n",
      "the solution does not pass"
    ),
    ("create pod web --image=nginx\n", "creat pod web\n", "a command of the solution fails"),
    (
      "create pod web --image=nginx\n", "create pod web --image=nginx\ncordon node-2\n",
      "the step passes without `cordon node-2`"
    ),
    (
      "create pod wob --image=nginx", "create pod web --image=httpd",
      "the wrong attempt `name` passes"
    ),
    ("=> pod/web does not exist", "=> something else", "is not told `something else`"),
    ("(x) No.", "( ) No.", "0 of them right"),
    ("( ) Yes.\n    It was one line.\n", "( ) Yes.\n", "has no reason"),
    ("Make a Pod named web.", "Make a Pod.", "never been told"),
    ("Try it.", "Type create pod web --image=nginx now.", "gives the solution away"),
    ("expect pod/web exists", "expect quiz/no-such right", "there is no quiz `no-such`"),
    ("## Make it\n", "```podlab setup\ncreat pod x\n```\n\n## Make it\n", "the setup fails"),
    (
      "Make a Pod named web.",
      "Make a Pod named web.\n\n```console\npod@lab> get pods\nnothing\n```",
      "the excerpt is not what is printed"
    ),
    (
      "expect pod/web exists", "expect pod/web {.metadata.uid} != $old",
      "nothing has been remembered"
    ),
    ("minutes: 1", "minutes: 1\nrequires: [none]", "`requires` names `none`"),
    (
      "expect pod/web exists", "at 1h pod/web exists", "the solution does not pass: this step is 0s"
    ),
    (
      "expect pod/web exists", "seeds 1..3 all pod/web condition=Ready",
      "with seed 1 pod/web has no condition Ready yet"
    ),
    ("expect pod/web exists", "expect process of pod/web exists", "there is no process of pod/web"),
    ("Hello.", "WRITE: write.", "small.md:11:1: error: this is still to be written"),
    ("It was one line.", "WRITE: why.", "this is still to be written"),
    (
      "expect pod/web exists", "expect pod/web absent\nexpect pod/web exists",
      "the solution does not pass: pod/web exists"
    ),
    (
      "create pod web --image=nginx\n```", "create pod web --image=nginx\nget -w pods\n```",
      "a lesson cannot wait for Ctrl-C"
    ),
  ]

  private func lint(_ text: String) -> LintReport {
    LessonLinter.run(library: LessonLibrary(sources: [TextFile(path: "small.md", text: text)]))
  }

  @Test("a sound lesson passes")
  func sound() {
    let report = lint(soundLesson)
    #expect(report.exitCode == 0, "\(report.text)")
    #expect(report.assertionCount > 3)
  }

  @Test("a lesson that does not work is found out", arguments: breaks.indices)
  func broken(_ index: Int) {
    let change = Self.breaks[index]
    let text = soundLesson.replacing(change.old, with: change.new, maxReplacements: 1)
    #expect(text != soundLesson)
    let report = lint(text)
    #expect(report.exitCode != 0)
    #expect(report.text.contains(change.message), "\(report.text)")
  }

  @Test("what comes true by waiting is found out")
  func waiting() {
    let text = soundLesson.replacing(
      "## Make it\n", with: "```podlab setup\nrun web --image=nginx\n```\n\n## Make it\n"
    )
    .replacing("pod/web exists", with: "pod/web condition=Ready")
    .replacing("create pod web --image=nginx", with: "advance 5s")
    #expect(lint(text).text.contains("an hour of waiting passes"))
  }

  @Test("no lesson, and no assertion, is a failure")
  func nothing() {
    #expect(LessonLinter.run(library: LessonLibrary(sources: [])).exitCode == 2)
    let text = soundLesson.components(separatedBy: "## Make it")[0] + "## Read\n\nText.\n"
    #expect(lint(text).exitCode != 0)
  }

  @Test("the lessons of podlab are sound")
  func embedded() {
    let report = LessonLinter.run(library: .embedded)
    #expect(report.exitCode == 0, "\(report.text)")
    #expect(report.assertionCount > 50)
  }

  @Test("the folder, the manifest and the list hold the same lessons")
  func folder() throws {
    let folder = Self.root.appendingPathComponent("lessons")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".md") || $0.hasSuffix(".yaml") }.sorted()
    let library = LessonLibrary.embedded
    #expect(library.errors.isEmpty)
    let translations = library.lessons.map { "\($0.id).zh-Hans.md" }
    let packs = ["pack.yaml", "pack.zh-Hans.yaml"]
    #expect(names == (library.lessons.map { "\($0.id).md" } + translations + packs).sorted())
    for lesson in library.lessons {
      let text = try String(
        contentsOf: folder.appendingPathComponent("\(lesson.id).md"), encoding: .utf8)
      #expect(try parseLesson(text, path: lesson.file).digest == lesson.digest)
    }
  }
}
