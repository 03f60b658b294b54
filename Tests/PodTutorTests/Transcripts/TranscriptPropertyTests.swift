import PodShell
import PodTutor
import Testing

@Suite("update and verify agree on any page")
struct TranscriptPropertyTests {
  private struct Random {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  private static let commands = [
    "create namespace a", "get nodes -o name", "run web --image=nginx", "advance 5s", "clock",
    "get pods", "get pod nope", "frobnicate", "delete pod web", "undo", "describe pod web",
    "apply -f - <<YAML\n> apiVersion: v1\n> kind: Namespace\n> metadata: {name: other}\n> YAML",
    "get ns -o name | head -2", "exec web -- echo 'a  b'", "get pods > pods.txt",
  ]
  private static let output = ["", "wrong", "> looks like more", "  spaces  ", "[+5s] lie", "..."]
  private static let prose = [
    "Prose  stays.\n", "* a\n* b\n", "## Chapter\n", "    code\n", "\n\n",
  ]

  /// A page of any commands with any output, sound or not.
  private static func anyPage(_ seed: Int) -> TextFile {
    var random = Random(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1)
    var body = ""
    for _ in 0..<(2 + random.next(5)) {
      body += prose[random.next(prose.count)] + "\n"
      if random.next(4) == 0 { body += "<!-- podlab: expect error=not-found -->\n" }
      if random.next(6) == 0 { body += "<!-- podlab: reset -->\n" }
      var lines = ["pod@lab> \(commands[random.next(commands.count)])"]
      for _ in 0..<random.next(3) { lines.append(output[random.next(output.count)]) }
      body += "```console\n\(lines.joined(separator: "\n"))\n```\n"
    }
    return page(body)
  }

  @Test("an updated page verifies, and twice is once", arguments: 0..<60)
  func converges(_ seed: Int) throws {
    let draft = Self.anyPage(seed)
    let first = try TranscriptUpdater.update(draft, acceptErrors: true)
    let updated = TextFile(path: draft.path, text: first.text)
    let report = TranscriptVerifier.verify(files: [updated])
    #expect(report.exitCode == 0, "\(report.text)")
    #expect(try TranscriptUpdater.update(updated).text == updated.text)
  }

  @Test("prose, commands and their order are kept byte for byte", arguments: 0..<60)
  func preserves(_ seed: Int) throws {
    let draft = Self.anyPage(seed)
    let update = try TranscriptUpdater.update(draft, acceptErrors: true)
    #expect(Self.skeleton(update.text) == Self.skeleton(draft.text))
  }

  /// The lines that are no output and no directive about errors.
  private static func skeleton(_ text: String) -> [Substring] {
    var (lines, isInside, isCommand) = ([Substring](), false, false)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("<!-- podlab: expect") { continue }
      if line.hasPrefix("```") { isInside = line == "```console" }
      isCommand = line.hasPrefix("pod@lab>") || (isCommand && line.hasPrefix("> "))
      if !isInside || isCommand || line.hasPrefix("```") { lines.append(line) }
      if line == "> YAML" { isCommand = false }
      if isCommand, !line.contains("<<"), line.hasPrefix("pod@lab>") { isCommand = false }
    }
    return lines
  }

  @Test("the edits for editors make the same text", arguments: 0..<30)
  func edits(_ seed: Int) throws {
    let draft = Self.anyPage(seed)
    let update = try TranscriptUpdater.update(draft, acceptErrors: true)
    var lines = draft.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for edit in update.edits.reversed() {
      lines.replaceSubrange(
        edit.lines.lowerBound - 1..<edit.lines.upperBound - 1, with: edit.replacement)
    }
    #expect(lines.joined(separator: "\n") == update.text)
  }

  @Test("FILE:LINE updates one fence only")
  func oneFence() throws {
    let draft = page(console("pod@lab> clock", "x") + "\n" + console("pod@lab> clock", "y"))
    let update = try TranscriptUpdater.update(draft, line: 9)
    #expect(
      update.text == draft.text.replacing("\ny\n", with: "\nclock 0:00 (2026-01-01T00:00:00Z)\n"))
    #expect(
      update.edits.map { $0.json(of: "t.md") } == [
        "{\"file\": \"t.md\", \"fromLine\": 11, \"toLine\": 12, "
          + "\"content\": \"clock 0:00 (2026-01-01T00:00:00Z)\\n\"}\n"
      ])
    let errors = #expect(throws: SourceErrors.self) {
      try TranscriptUpdater.update(draft, line: 2)
    }
    #expect(errors?.errors.first?.message == "no session stands at this line")
  }

  @Test("--all shows every difference, and the command to accept says what it takes")
  func all() {
    let draft = page(
      console("pod@lab> clock", "x", "pod@lab> clock", "y") + "\n" + console("pod@lab> get pod n"))
    let short = TranscriptVerifier.verify(files: [draft]).text
    #expect(short.contains("-x") && !short.contains("-y"))
    #expect(
      short.contains("To accept what is so now: podlab transcript update --accept-errors t.md"))
    let long = TranscriptVerifier.verify(files: [draft], showsAll: true).text
    #expect(long.contains("-x") && long.contains("-y") && long.contains("error not-found"))
  }

  @Test("annotations cannot be broken out of")
  func github() {
    let file = TextFile(path: "a,b:c%\n::x.md", text: "no transcript\n")
    let text = TranscriptVerifier.verify(files: [file]).githubAnnotations
    #expect(text.hasPrefix("::error file=a%2Cb%3Ac%25%0A%3A%3Ax.md,line=1::"))
    #expect(text.split(separator: "\n").count == 1)
  }

  @Test("the debugger stops before a step, with the state of that moment")
  func debugger() throws {
    let draft = page(
      console("pod@lab> create namespace a", "namespace/a created", "pod@lab> advance 5s")
        + "\n" + console("pod@lab> clock", "wrong"))
    let transcript = try TranscriptVerifier.parse(draft)
    let failing = try #require(TranscriptDebugger(transcript, line: nil))
    #expect(failing.step.command == "clock")
    #expect(
      failing.greeting.contains("Before t.md:11, t=5s") && failing.greeting.contains("-wrong"))
    var session = failing.session
    #expect(session.submit("clock").standardOutput.hasPrefix("clock 0:05"))
    let second = try #require(TranscriptDebugger(transcript, line: 7))
    #expect(second.step.command == "advance 5s")
    var earlier = second.session
    #expect(earlier.submit("clock").standardOutput.hasPrefix("clock 0:00"))
    #expect(earlier.submit("get ns a -o name").error == nil)
    #expect(
      TranscriptDebugger(
        try TranscriptVerifier.parse(try truePage(console("pod@lab> clock"))), line: nil) == nil)
  }
}
