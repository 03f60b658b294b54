import PodShell
import PodTutor
import Testing

/// Pages that somebody wrote to do harm. Each is refused with a reason; none hangs, reaches outside
/// or prints what a terminal would obey.
@Suite("Pages from strangers")
struct HostileTranscriptTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let file: TextFile
    /// What the report must say.
    let says: String
    var testDescription: String { name }

    init(_ name: String, _ body: String, header: String = "v1 seed=1 size=80x24", says: String) {
      (self.name, self.says) = (name, says)
      file = page(body, header: header)
    }

    /// One command that fails.
    init(_ name: String, command: String..., says: String) {
      let lines = command.map { "pod@lab> \($0)" }
      self.init(name, "```console\n\(lines.joined(separator: "\n"))\n```\n", says: says)
    }
  }

  static let malformed: [Case] = [
    Case("an escape sequence in the prose", "a\u{1B}[2Jb\n", says: "t.md:4:2: error: the control"),
    Case("text that runs backwards", "a\u{202E}b\n", says: "t.md:4:2: error: the control"),
    Case("a C1 control", console("pod@lab> get \u{9B}31m"), says: "t.md:5:14: error: the control"),
    Case("carriage returns hide what is before", "a\rb\n", says: "carriage return"),
    Case("a large file", String(repeating: "x\n", count: 140_000), says: "is the limit"),
    Case(
      "hundreds of commands",
      "```console\n" + String(repeating: "pod@lab> clock\n", count: 501) + "```\n",
      says: "t.md:505:1: error: 501 commands; 500 is the limit of a page"),
    Case(
      "thousands of nodes", console("pod@lab> clock"), header: "v1 nodes=5000", says: "no setting"),
    Case("less than no node", console("pod@lab> clock"), header: "v1 nodes=-1", says: "no setting"),
    Case(
      "a giant terminal", console("pod@lab> clock"), header: "v1 size=99999x9", says: "no setting"),
    Case(
      "a seed that overflows", console("pod@lab> clock"), header: "v1 seed=99999999999999999999",
      says: "no setting"),
    Case("a file at the root", "```text file=/etc/passwd\nx\n```\n", says: "is no name of a file"),
    Case("a file above", "```text file=../x\nx\n```\n", says: "is no name of a file"),
    Case("a file of the home", "```text file=~/.bashrc\nx\n```\n", says: "is no name of a file"),
    Case(
      "a hidden session without end", "<!-- podlab: hidden\npod@lab> clock\n", says: "has no end"),
    Case("a heredoc without end", console("pod@lab> apply -f - <<X", "> a"), says: "not complete"),
    Case(
      "a directive that does not exist", "<!-- podlab: run rm -->\n" + console("pod@lab> clock"),
      says: "is no directive"),
    Case("nothing at all", "", says: "has no command"),
    Case("another format", "", header: "v9", says: "`v9` is not known"),
  ]

  static let refused: [Case] = [
    Case("reads the root", command: "apply -f /etc/passwd", says: "lies outside the folder"),
    Case(
      "reads above", command: "apply -f ../../../../etc/passwd", says: "lies outside the folder"),
    Case("reads the home", command: "apply -f ~/.ssh/id_rsa", says: "lies outside the folder"),
    Case("reads a device", command: "cat /dev/zero", says: "lies outside the folder"),
    Case("writes to the root", command: "get ns > /etc/x", says: "lies outside the folder"),
    Case("writes above", command: "get ns | tee ../x", says: "lies outside the folder"),
    Case("saves to the home", command: "save ~/.profile", says: "lies outside the folder"),
    Case("opens an editor", command: "edit namespace default", says: "cannot open an editor"),
    Case("watches for ever", command: "get pods -w", says: "cannot wait for Ctrl-C"),
    Case("takes lessons", command: "lesson start first-pod", says: "cannot take lessons"),
    Case(
      "records over files", command: "record start /etc/x", says: "cannot take lessons or record"),
    Case("asks for a host command", command: "!touch /tmp/x", says: "unknown command"),
    Case("substitutes a command", command: "$(touch /tmp/x)", says: "unknown command"),
    Case("starts a shell", command: "sh -c 'touch /tmp/x'", says: "write exec sh -- touch"),
    Case("runs the clock for weeks", command: "advance 1000h", says: "no further than 24h"),
    Case(
      "waits for years", command: "until 'pod/web exists' --max 99999h", says: "no further than 24h"
    ),
    Case(
      "a hundred thousand Pods",
      command: "create deployment web --image=nginx --replicas=100000", "advance 1m",
      says: "no more than 1000 objects"),
    Case(
      "a process that never rests, and undo gives no new work",
      command: "run w --image=busybox -- sh -c 'while true; do sleep 0.01; done'",
      "advance 20h || undo || advance 20h", says: "asks for more than a page may"),
    Case(
      "scripts that multiply",
      "```text file=a\n\(String(repeating: "source a\n", count: 12))```\n"
        + console("pod@lab> source a"), says: "error limit"),
    Case(
      "an alias bomb",
      "```yaml file=b\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
        + "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
        + "e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n```\n"
        + console("pod@lab> apply -f b"), says: "undocumented"),
    Case(
      "files that grow",
      "```text file=g\n"
        + String(repeating: String(repeating: "x", count: 99) + "\n", count: 2000) + "```\n"
        + console(
          "pod@lab> cat g g g g > h; cat h h > i; cat i i > j", "pod@lab> clock"),
      says: "is too large"),
    Case(
      "an escape sequence in a log",
      command: "run w --image=busybox -- printf '\\033]0;owned\\007'", "advance 5s", "logs w",
      says: "^[]0;owned^G"),
    Case(
      "an escape sequence in an object",
      command: "create namespace a && annotate namespace a x='\u{41}'", "frob\\nicate",
      says: "unknown command"),
    Case(
      "more lines than anybody reads",
      command: "run w --image=busybox -- seq 1 9000", "advance 5s", "logs w", says: "lines more"),
  ]

  private func check(_ hostile: Case, code: Int) {
    let report = TranscriptVerifier.verify(files: [hostile.file], showsAll: true)
    let text = report.text + report.json + report.githubAnnotations
    #expect(text.contains(hostile.says), "\(report.text.prefix(2000))")
    #expect(report.exitCode == code)
    let controls = text.unicodeScalars.filter {
      $0 != "\n" && $0.properties.generalCategory == .control
    }
    #expect(controls.isEmpty)
    #expect(!text.unicodeScalars.contains("\u{202E}"))
    #expect(throws: SourceErrors.self) { try PublishedPage(hostile.file) }
  }

  @Test("are refused before anything runs", arguments: malformed)
  func isRefused(_ hostile: Case) { check(hostile, code: 2) }

  @Test("run within their limits", arguments: refused)
  func keepsLimits(_ hostile: Case) { check(hostile, code: 1) }

  @Test("cannot be made to wait by patterns")
  func patterns() {
    let lines = String(repeating: "...\n", count: 30_000)
    let body = "<!-- podlab: elide -->\n```console\npod@lab> get nodes\n\(lines)x\n```\n"
    #expect(TranscriptVerifier.verify(files: [page(body)]).exitCode == 1)
  }

  @Test("write into memory only, and read it back")
  func scratch() throws {
    let disk = MemoryFiles(["beside.yaml": "apiVersion: v1\nkind: Namespace\nmetadata: {name: b}\n"]
    )
    let file = page(
      console(
        "pod@lab> get ns default -o name > x", "pod@lab> cat x", "namespace/default",
        "pod@lab> apply -f beside.yaml", "namespace/b created"))
    let report = TranscriptVerifier.verify(files: [file], beside: FilesOfPage { _ in disk })
    #expect(report.exitCode == 0, "\(report.text)")
    #expect(disk.names == ["beside.yaml"])
  }
}
