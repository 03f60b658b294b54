import PodShell
import PodTutor
import Testing

@Suite("Authors get a file that works before it has words")
struct AuthoringTests {
  /// The problems of a draft, those about missing words left out.
  private func problems(_ text: String, _ id: String) -> [String] {
    let source = TextFile(path: "\(id).md", text: text)
    let report = LessonLinter.run(library: LessonLibrary(sources: [source]))
    #expect(report.assertionCount > 0, "\(report.text)")
    return (report.problems + report.lessons.flatMap(\.problems)).map(\.description)
      .filter { !$0.contains("still to be written") }
  }

  @Test("a new lesson lacks its words and nothing else")
  func skeleton() {
    let text = LessonSkeleton.text("my-lesson")
    #expect(text.contains("title: My lesson"))
    #expect(problems(text, "my-lesson") == [])
    let source = TextFile(path: "my-lesson.md", text: text)
    let report = LessonLinter.run(library: LessonLibrary(sources: [source]))
    #expect(report.exitCode == 1)
    #expect(report.text.contains("my-lesson.md:16:1: error: this is still to be written"))
  }

  static let sessions: [[String]] = [
    ["section Make it", "create pod web --image=nginx", "advance 3s", "get pods"],
    [
      "create pod web --image=nginx", "advance 3s", "section Crash it", "exit web 1", "advance 5s",
      "section Remove it", "delete pod web", "advance 30s",
    ],
    ["section Cordon", "cordon node-1"],
    [
      "section Scale", "create deployment d --image=nginx --replicas=2", "advance 5s", "nonsense",
      "cordon node-2", "undo", "section Look", "get pods",
    ],
    ["section No image", "create pod bad --image=nope:1", "advance 2m"],
  ]

  @Test("what was played becomes a draft that passes, but for its words", arguments: sessions)
  func recorded(_ commands: [String]) throws {
    var recorder = LessonRecorder("draft", configuration: SessionConfiguration(manner: .terminal))
    for command in commands { _ = recorder.submit(command) }
    let draft = recorder.draft
    #expect(!draft.contains("nonsense") && !draft.contains("undo"))
    let expected = draft.contains("WRITE: nothing here tells") ? 1 : 0
    #expect(problems(draft, "draft").count <= expected * 2, "\(problems(draft, "draft"))\n\(draft)")
    #expect(draft.contains("podlab check"))
  }

  @Test("a presenter types every lesson to its end without a slip")
  func presentation() {
    for lesson in LessonLibrary.embedded.lessons {
      var tutor = Tutor()
      _ = tutor.begin(lesson: lesson.id)
      for command in Presentation.commands(of: lesson) {
        #expect(tutor.submit(command).error == nil, "\(lesson.id): \(command)")
      }
      #expect(tutor.run == nil)
      #expect(tutor.book.isFinished(lesson))
    }
  }

  @Test("a presenter types scripts and transcripts, and is told what is wrong in them")
  func files() throws {
    let script = TextFile(path: "talk.pod", text: "# hello\nget pods\napply -f - <<E\nx\nE\n")
    #expect(try Presentation.commands(in: script) == ["get pods", "apply -f - <<E\nx\nE"])
    let page = TextFile(
      path: "p.md",
      text:
        "<!-- podlab-transcript: v1 seed=1 size=80x24 -->\n\n# P\n\n```console\npod@lab> get pods\nnone\n```\n"
    )
    #expect(try Presentation.commands(in: page) == ["get pods"])
    #expect(throws: SourceErrors.self) {
      try Presentation.commands(in: TextFile(path: "talk.pod", text: "a <<E\n"))
    }
  }

  @Test("the report says who has done what")
  func report() {
    var book = ProgressBook()
    book.enter(.passed, "make", in: "small", hints: 2)
    let library = LessonLibrary(sources: [TextFile(path: "small.md", text: soundLesson)])
    let report = ProgressReport([("ann.txt", book), ("", ProgressBook())], library: library)
    #expect(report.text == "ann.txt\n  small: 1 of 2, open: think\n  small: 0 of 2\n")
    #expect(
      report.json.split(separator: "\n").first.map(String.init)
        == "{\"version\": 1, \"learner\": \"ann.txt\", \"pack\": \"\", \"lessons\": [{\"id\": \"small\", "
        + "\"title\": \"Small\", \"status\": \"begun\", \"done\": 1, \"of\": 2, \"steps\": ["
        + "{\"id\": \"make\", \"title\": \"Make it\", \"status\": \"passed\", \"hints\": 2}, "
        + "{\"id\": \"think\", \"title\": \"Think\", \"status\": \"open\", \"hints\": 0}]}]}")
  }
}
