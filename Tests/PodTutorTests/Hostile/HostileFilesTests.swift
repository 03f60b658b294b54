import PodShell
import PodTutor
import Testing

@Suite("Files of a stranger are refused with their place, or do no harm")
struct HostileFilesTests {
  /// A file, and what must be said of it.
  struct Attack: Sendable, CustomTestStringConvertible {
    let path: String
    let text: String
    let place: String
    let message: String

    var testDescription: String { "\(path) \(message)" }
  }

  private static func lesson(_ old: String, _ new: String, _ place: String, _ message: String)
    -> Attack
  {
    Attack(
      path: "small.md", text: soundLesson.replacing(old, with: new, maxReplacements: 1),
      place: "small.md:" + place, message: message)
  }

  private static func setup(_ command: String, _ message: String) -> Attack {
    lesson(
      "## Make it\n", "```podlab setup\n\(command)\n```\n\n## Make it\n", "14:1", message)
  }

  private static func pack(_ text: String, _ place: String, _ message: String) -> Attack {
    Attack(
      path: "pack.yaml", text: "podlab: 1\nid: p\ntitle: P\n" + text, place: "pack.yaml:" + place,
      message: message)
  }

  static let attacks: [Attack] = [
    // Orders to the terminal, open and in disguise.
    lesson("Hello.", "\u{1B}]0;owned\u{07}Hello.", "11:1", "U+1B"),
    lesson("Hello.", "Hello &#27;[2J&#x9b;.", "11:1", "stands for a control character"),
    lesson("Try it.", "Try &#7;it.", "24:1", "stands for a control character"),
    lesson("title: Small", "title: \"Sm\\e[31mall\"", "4:8", "`title` holds a control character"),
    lesson("minutes: 1", "minutes: 1\nteaches: [\"\\u009b2J\"]", "7:11", "a control character"),
    lesson("Hello.", "Hel\u{202E}lo.", "11:4", "U+202E"),
    lesson("Hello.", "Hello.\u{2028}x", "11:7", "U+2028"),
    // The host.
    setup(
      "apply -f /etc/passwd", "the setup fails: error: the path \"/etc/passwd\" does not exist"),
    setup("create configmap x --from-file=/etc/hostname", "the setup fails"),
    setup("source ../../secret.pod", "the setup fails"),
    setup("get pods > /tmp/podlab-was-here", "the setup fails"),
    setup("load /var/lib/world.json", "the setup fails"),
    setup("save /tmp/podlab-was-here", "the setup fails"),
    lesson(
      "Make a Pod named web.", "Make a Pod named web.\n\n```yaml file=../../.bashrc\nx\n```",
      "17:1",
      "is no file name of a lesson"),
    lesson("id: small", "id: ../../../etc/passwd", "3:5", "must be an id"),
    // The tutor and the program.
    setup("exit", "a lesson cannot leave podlab"),
    setup("lesson start small", "a lesson cannot type the tutor's own words"),
    setup("progress forget all", "a lesson cannot type the tutor's own words"),
    setup("create pod web --image=nginx\nedit pod web", "the setup fails"),
    // Never coming to an end.
    setup("advance 8000h", "the clock goes no further"),
    lesson(
      "create pod web --image=nginx\n", "create pod web --image=nginx\nadvance 8000h\n", "31:1",
      "the clock goes no further"),
    lesson(
      "expect pod/web", "seeds 1..18446744073709551615 any pod/web", "18:7", "at most 20 seeds"),
    lesson("expect pod/web", "hold 999999999999999999h pod/web", "18:6", "no duration"),
    // Too much of everything.
    lesson("minutes: 1", "minutes: 99999999999999999999999", "6:10", "from 1 to 120"),
    lesson("minutes: 1", "minutes: 1\nnodes: 5001", "7:8", "from 0 to 100"),
    lesson(
      "create pod web --image=nginx\n", String(repeating: "get pods\n", count: 101), "30:1",
      "101 commands; 100 is the limit"),
    lesson(
      "## Think", (0..<41).map { "## Step \($0)\n\nText.\n\n" }.joined() + "## Think", "1:1",
      "43 steps; 40 is the limit"),
    lesson(
      "(x) No.", String(repeating: "( ) x\n    y\n", count: 20) + "(x) No.", "44:1", "answers; 8"),
    lesson(
      "Hello.", (0..<21).map { "```yaml file=f\($0)\nx\n```\n\n" }.joined(), "14:1", ""),
    lesson(
      "minutes: 1", String(repeating: "# x\n", count: 201) + "minutes: 1", "2:1", "lines of YAML"),
    lesson("Hello.", String(repeating: "<details>", count: 5000), "18:1", "never been told"),
    Attack(
      path: "small.md", text: String(repeating: "> ", count: 100_000), place: "small.md:1:1",
      message: "no front matter"),
    // YAML that grows.
    lesson(
      "minutes: 1", "minutes: 1\nteaches: &a [x]\nrequires: [*a, *a]", "7:10", "can hold a text"),
    lesson("minutes: 1", "minutes: 1\nteaches: [[[[[[[[x]]]]]]]]", "7:11", "can hold a text"),
    setup(
      "apply -f - <<YAML\nx: " + String(repeating: "[", count: 20_000) + "\nYAML",
      "the setup fails: error: error parsing STDIN"),
    setup(
      "apply -f - <<YAML\na: &a [x, x, x, x, x, x, x, x]\n"
        + (1...9).map {
          "a\($0): &a\($0) ["
            + Array(repeating: $0 == 1 ? "*a" : "*a\($0 - 1)", count: 8)
            .joined(separator: ", ") + "]\n"
        }.joined() + "YAML", "the setup fails: error: error parsing STDIN"),
    // Files of other kinds, and check lines that no grammar wants.
    lesson("---\npodlab: 1", "\u{FEFF}---\npodlab: 1", "1:1", "U+FEFF"),
    lesson("Hello.", "Hel\0lo.", "11:4", "U+0"),
    lesson("title: Small", "title: Small\r", "4:13", "carriage return"),
    lesson(
      "pod/web exists", "pod/web {" + String(repeating: ".a[b]", count: 5000) + "} == 1", "18:16",
      "no Pod has a field"),
    lesson("pod/web exists", "count(count(count(pods))) == 1", "18:14", "neither a subject nor"),
    lesson(
      "pod/web exists", "pod/" + String(repeating: "a", count: 50_000) + " exists", "18:1", ""),
    // A crowd, stopped while it grows.
    setup(
      "create deployment d --image=nginx --replicas=5000\nadvance 1m",
      "the setup fails: error: the cluster holds no more than 2000 objects here"),
    // Packs and translations.
    pack("lessons: [../../etc/passwd]\n", "1:1", "is no lesson here"),
    pack("lessons: []\nwelcome: \"\\e]52;c;aGk=\\a\"\n", "5:10", "holds a control character"),
    pack("lessons: []\nskip: perhaps\n", "5:7", "is no value of `skip`"),
    pack("lessons: []\nrun: rm -rf /\n", "5:1", "is no field"),
    Attack(
      path: "other.zh-Hans.md", text: TranslationTests.chinese, place: "other.zh-Hans.md:2:1",
      message: "Name the file"),
    Attack(
      path: "small.zh-Hans.md",
      text: TranslationTests.chinese.replacing("你好。", with: "&#27;[31m"),
      place: "small.zh-Hans.md:11:1", message: "stands for a control character"),
    Attack(
      path: "small.zh-Hans.md",
      text: TranslationTests.chinese.replacing(
        "你好。", with: "```podlab solution\ndelete pod web\n```"),
      place: "small.zh-Hans.md:11:1", message: "has no place"),
  ]

  @Test("each is found in its place", arguments: attacks)
  func refused(_ attack: Attack) {
    var sources = [TextFile(path: attack.path, text: attack.text)]
    if attack.path != "small.md" { sources.append(TextFile(path: "small.md", text: soundLesson)) }
    let report = LessonLinter.run(library: LessonLibrary(sources: sources))
    #expect(!report.text.unicodeScalars.contains { $0 == "\u{1B}" || $0.value == 0x9B })
    // One that says nothing wrong must only end.
    guard !attack.message.isEmpty else { return }
    let found = (report.problems + report.lessons.flatMap(\.problems)).map(\.description)
    #expect(report.exitCode != 0)
    let file = attack.place.split(separator: ":").first.map(String.init) ?? ""
    let isFound = found.contains { problem in
      let isThere =
        attack.message.contains("setup") ? problem.hasPrefix(file) : problem.hasPrefix(attack.place)
      return isThere && problem.contains(attack.message)
    }
    #expect(isFound, "wanted \(attack.place) \(attack.message), found \(found)")
  }

  @Test("a hostile lesson cannot be taken either, and nothing of it reaches the terminal")
  func taken() {
    let text = soundLesson.replacing(
      "## Make it\n", with: "```podlab setup\napply -f /etc/passwd\n```\n\n## Make it\n")
    var tutor = Tutor(library: LessonLibrary(sources: [TextFile(path: "small.md", text: text)]))
    let outcome = tutor.begin()
    #expect(outcome.error?.name == "broken-lesson")
    #expect(outcome.standardError.contains("small.md:14:1"))
    #expect(tutor.run == nil)
  }

  @Test("too many files are no course")
  func files() {
    let sources = (0..<501).map { TextFile(path: "l/a\($0).md", text: soundLesson) }
    let library = LessonLibrary(sources: sources)
    #expect(library.lessons.isEmpty)
    #expect(library.errors.first?.message.contains("500 is the limit") == true)
  }

  @Test("a file of progress or a journal says nothing to the terminal")
  func progress() {
    let files = MemoryStateFiles([
      "progress": "podlab progress 1\n\u{1B}[31m x passed hints=0\n",
      "journal": "podlab journal 1 lesson=small text=\u{1B}]0;x\n> exit\n> lesson start small\n",
      "language": "\u{1B}[2J", "praise": "\u{1B}",
    ])
    var tutor = Tutor(
      library: LessonLibrary(sources: [TextFile(path: "small.md", text: soundLesson)]),
      store: ProgressStore(files))
    let outcome = tutor.begin()
    let text = outcome.output.map(\.text).joined()
    #expect(!text.unicodeScalars.contains("\u{1B}"))
    #expect(text.contains("progress:2"))
    #expect(tutor.run?.lesson.id == "small")
  }
}
