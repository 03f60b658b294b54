import PodShell
import PodTutor
import Testing

@Suite("A session becomes a page")
struct RecorderTests {
  private let disk = MemoryFiles([
    "/home/me/two.yaml": "apiVersion: v1\nkind: Namespace\nmetadata: {name: two}\n"
  ])

  private func tutor(_ library: LessonLibrary = LessonLibrary(sources: [])) -> Tutor {
    Tutor(library: library, configuration: SessionConfiguration(manner: .terminal, files: disk))
  }

  /// Types commands and returns what the last one printed.
  @discardableResult
  private func type(_ commands: String..., into tutor: inout Tutor) -> String {
    var last = ""
    for command in commands { last = tutor.submit(command).output.map(\.text).joined() }
    return last
  }

  private static let header = "<!-- podlab-transcript: v1 seed=1 size=80x24 -->\n"

  @Test("commands, notes and sections, and nothing of the recorder")
  func page() {
    var tutor = tutor()
    let end = type(
      "record start 07-small-page.md", "record note It's a `namespace`:", "create namespace a",
      "record section What is there", "get ns a -o name", "clock", "record stop", into: &tutor)
    #expect(
      disk["07-small-page.md"] == Self.header + """
        # Small page

        It's a `namespace`:

        ```console
        pod@lab> create namespace a
        namespace/a created
        ```

        ## What is there

        ```console
        pod@lab> get namespace a -o name
        namespace/a
        pod@lab> clock
        clock 0:00 (2026-01-01T00:00:00Z)
        ```

        """)
    #expect(end == "Recorded 07-small-page.md: 3 commands, t=0s. Replayed, it prints the same.\n")
    #expect(disk["07-small-page.md.partial"] == nil)
  }

  @Test("whatever ends the program, the draft is a page already")
  func crash() throws {
    var tutor = tutor()
    type("record start x.md", into: &tutor)
    for command in ["create namespace a", "advance 5s", "get pod nope", "record keep", "clock"] {
      type(command, into: &tutor)
      guard let draft = disk["x.md.partial"], draft.contains("pod@lab>") else {
        Issue.record("no draft after \(command)")
        continue
      }
      let report = TranscriptVerifier.verify(files: [TextFile(path: "x.md", text: draft)])
      #expect(report.exitCode == 0, "\(report.text)")
    }
    var next = self.tutor()
    #expect(type("record start x.md", into: &next).contains("x.md.partial exists; it is what"))
  }

  @Test("what learners type instead is shown as podlab's own words")
  func canonical() throws {
    var tutor = tutor()
    type(
      "record start x", "kubectl create ns a", "k get ns a -o name", "ls", "  get   po  ",
      "record stop", into: &tutor)
    let text = try #require(disk["x.md"])
    for command in ["create namespace a", "get namespace a -o name", "get pods"] {
      #expect(text.contains("pod@lab> \(command)\n"))
    }
  }

  @Test("slips are left out, other failures on request, real effects always")
  func errors() throws {
    var tutor = tutor()
    type("record start x.md", "frobnicate", into: &tutor)
    #expect(type("get pod nope", into: &tutor).contains("`record keep` takes it into the page"))
    type("record keep", "create namespace a", "delete ns a nope", into: &tutor)
    type("record keep-errors", "get pod gone", "record stop", into: &tutor)
    let text = try #require(disk["x.md"])
    #expect(!text.contains("frobnicate"))
    let directive = "<!-- podlab: expect error=not-found -->\n```console\npod@lab> "
    for name in ["get pod nope", "delete namespace a nope", "get pod gone"] {
      #expect(text.contains("\(directive)\(name)\n"))
    }
  }

  @Test("hide runs the next command unseen")
  func hide() throws {
    var tutor = tutor()
    type(
      "record start x.md", "record hide", "create namespace a", "get ns a -o name", "record stop",
      into: &tutor)
    let text = try #require(disk["x.md"])
    #expect(text.contains("<!-- podlab: hidden\npod@lab> create namespace a\n-->"))
    #expect(text.contains("```console\npod@lab> get namespace a -o name\nnamespace/a\n```"))
  }

  @Test("record undo takes the last thing out of page and session; undo is a command like others")
  func undo() throws {
    var tutor = tutor()
    type("record start x.md", "create namespace a", "record note Wrong.", into: &tutor)
    #expect(type("record undo", into: &tutor) == "Dropped: the note\n")
    #expect(type("record undo", into: &tutor) == "Dropped and undone: create namespace a\n")
    #expect(tutor.submit("get ns a").error?.name == "not-found")
    type("create namespace b", "undo", "get ns -o name", "record stop", into: &tutor)
    let text = try #require(disk["x.md"])
    #expect(!text.contains("namespace a") && text.contains("pod@lab> undo\n"))
  }

  @Test("files that commands read come into the page, so that it stands alone")
  func files() throws {
    var tutor = tutor()
    type("record start x.md", "apply -f /home/me/two.yaml", "record stop", into: &tutor)
    let text = try #require(disk["x.md"])
    #expect(
      text.contains("```yaml file=two.yaml\napiVersion: v1\n")
        && text.contains("pod@lab> apply -f two.yaml\nnamespace/two created\n"))
    #expect(!text.contains("/home/me"))
  }

  @Test("heredocs, several lines and back quotes")
  func heredoc() throws {
    var tutor = tutor()
    type(
      "record start x.md",
      "apply -f - <<YAML\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n"
        + "data: {a: \"```\\n\"}\nYAML",
      "get configmap c -o jsonpath='{.data.a}'", "record stop", into: &tutor)
    let text = try #require(disk["x.md"])
    #expect(text.contains("````console\npod@lab> apply -f - <<YAML\n> apiVersion: v1\n"))
    #expect(text.contains("\n```\n````\n"))
  }

  @Test("what happened before the recording runs unseen")
  func before() throws {
    var tutor = tutor()
    type("create namespace a", "advance 5s", into: &tutor)
    #expect(type("record start x.md", into: &tutor).contains("2 commands from before"))
    type("get ns a -o name", "record stop", into: &tutor)
    let text = try #require(disk["x.md"])
    #expect(
      text.contains("<!-- podlab: hidden\npod@lab> create namespace a\npod@lab> advance 5s\n-->"))
  }

  @Test("a lesson can be recorded: the commands, not the words of the tutor")
  func lesson() throws {
    let library = LessonLibrary(sources: [TextFile(path: "small.md", text: soundLesson)])
    var tutor = tutor(library)
    type(
      "lesson start small", "record start x.md", "hint", "create pod web --image=nginx", "next",
      "get pods", "record stop", into: &tutor)
    let text = try #require(disk["x.md"])
    #expect(text.contains("pod@lab> create pod web --image=nginx\n"))
    #expect(text.contains("pod@lab> get pods\n"))
    #expect(!text.contains("Step 1") && !text.contains("hint"))
  }

  @Test("a reset of the lesson starts afresh in the page")
  func reset() throws {
    let library = LessonLibrary(sources: [TextFile(path: "small.md", text: soundLesson)])
    var tutor = tutor(library)
    type(
      "lesson start small", "record start x.md", "create pod web --image=nginx", "lesson reset",
      "get pods", "record stop", into: &tutor)
    let text = try #require(disk["x.md"])
    #expect(text.contains("<!-- podlab: reset -->"))
  }

  @Test("a page that would not come out the same is not called recorded, and is kept")
  func untrue() throws {
    var tutor = tutor()
    type("record start x.md", "get ns -o name > /home/me/list", into: &tutor)
    // The page writes beside itself only, so this command fails when it is replayed.
    let outcome = tutor.submit("record stop")
    #expect(outcome.error?.name == "not-recorded" && outcome.error?.exitCode == 1)
    #expect(outcome.standardError.contains("It is kept as x.md.partial"))
    #expect(disk["x.md"] == nil)
    #expect(try #require(disk["x.md.partial"]).contains("> /home/me/list"))
  }

  @Test("a session in Chinese is replayed in Chinese")
  func chinese() throws {
    var configuration = SessionConfiguration(manner: .terminal, files: disk)
    configuration.language = .chinese
    var tutor = Tutor(library: LessonLibrary(sources: []), configuration: configuration)
    type("create namespace a", into: &tutor)
    #expect(type("record start x.md", into: &tutor).contains("开始录制"))
    #expect(type("lang", "record stop", into: &tutor).contains("重放一遍，输出相同"))
    let text = try #require(disk["x.md"])
    let hidden = "<!-- podlab: hidden\npod@lab> lang zh\npod@lab> create namespace a\n-->"
    #expect(text.contains(hidden))
  }

  @Test("words that make no sense are refused with advice")
  func words() {
    var tutor = tutor()
    #expect(type("record stop", into: &tutor).contains("record start FILE begins"))
    #expect(type("record start", into: &tutor).contains("needs the name of a file"))
    type("record start x.md", into: &tutor)
    #expect(type("record start y.md", into: &tutor).contains("x.md is being recorded already"))
    #expect(type("record nonsense", into: &tutor).contains("try start, stop, note"))
    #expect(type("record note ```console", into: &tutor).contains("a note is a sentence"))
    #expect(
      type("record note <!-- podlab: reset -->", into: &tutor).contains("a note is a sentence"))
    #expect(type("record undo", into: &tutor).contains("nothing was recorded yet"))
    #expect(type("record keep", into: &tutor).contains("was not left out"))
    #expect(type("record stop", into: &tutor) == "Nothing was recorded.\n")
    #expect(disk.names == ["/home/me/two.yaml"])
  }

  @Test("an apostrophe in a note opens no quotation")
  func apostrophe() {
    let tutor = tutor()
    #expect(tutor.continuation(of: "record note it's") == nil)
    #expect(tutor.continuation(of: "annotate ns a x='it") != nil)
  }

  @Test("leaving ends the recording")
  func leaving() {
    var tutor = tutor()
    type("record start x.md", "create namespace a", into: &tutor)
    #expect(tutor.close().standardOutput.hasPrefix("Recorded x.md: 1 command"))
    type("record start y.md", "clock", into: &tutor)
    #expect(type("exit", into: &tutor).contains("Recorded y.md"))
  }
}
