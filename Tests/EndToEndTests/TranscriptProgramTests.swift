import Glibc
import Testing

/// `podlab transcript …` and recording, with real files and a real terminal.
@Suite struct TranscriptProgramTests {
  private static let page = """
    <!-- podlab-transcript: v1 seed=1 size=80x24 -->
    # T

    ```console
    pod@lab> create namespace a
    pod@lab> clock
    ```

    """

  @Test func `update keeps permissions and links`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("t.md", Self.page)
    _ = unsafe chmod(path, 0o640)
    _ = unsafe symlink(path, folder.file("link.md"))
    let run = try ProgramRun(["transcript", "update", folder.file("link.md")])
    #expect(run.code == 0, "\(run.errors)")
    #expect(try folder.read("t.md").contains("namespace/a created\n"))
    var status = stat()
    #expect(unsafe stat(path, &status) == 0 && status.st_mode & 0o777 == 0o640)
    #expect(unsafe lstat(folder.file("link.md"), &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
    #expect(try ProgramRun(["transcript", "verify", path]).code == 0)
  }

  @Test func `update refuses where CI is set, and writes nothing for an editor`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("t.md", Self.page)
    let refused = try ProgramRun(["transcript", "update", path], environment: ["CI=true"])
    #expect(refused.code == 2 && refused.errors.contains("CI is set"))
    let edits = try ProgramRun(["transcript", "update", "--emit-edits", "\(path):5"])
    #expect(edits.code == 0 && edits.output.contains("\"fromLine\": 6, \"toLine\": 6"))
    #expect(try folder.read("t.md") == Self.page)
  }

  @Test func `verify tells what differs from what is malformed`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("t.md", Self.page)
    #expect(try ProgramRun(["transcript", "verify", path]).code == 1)
    #expect(try ProgramRun(["transcript", "verify", folder.write("x.md", "x\n")]).code == 2)
    #expect(try ProgramRun(["transcript", "verify", folder.file("none")]).code == 2)
    let empty = try folder.write("sub", "")
    #expect(try ProgramRun(["transcript", "verify", empty]).code == 2)
    let json = try ProgramRun(["transcript", "verify", "--json", path])
    #expect(json.output.contains("\"status\": \"differs\""))
  }

  @Test func `a page reads its own folder, also through links no more`() throws {
    let folder = try TemporaryFolder()
    let outside = try TemporaryFolder()
    _ = try outside.write("secret", "apiVersion: v1\nkind: Namespace\nmetadata: {name: secret}\n")
    _ = try folder.write("mine.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: mine}\n")
    _ = unsafe symlink(outside.file("secret"), folder.file("link.yaml"))
    let body = Self.page.replacing("create namespace a", with: "apply -f mine.yaml")
      .replacing("clock", with: "apply -f link.yaml")
    let run = try ProgramRun(["transcript", "verify", "--all", folder.write("t.md", body)])
    #expect(run.output.contains("+namespace/mine created"))
    #expect(run.output.contains("lies outside the folder of the page"))
    #expect(!run.output.contains("namespace/secret"))
  }

  @Test func `export writes what check accepts, and check sees a change`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("t.md", Self.page)
    #expect(try ProgramRun(["transcript", "export", path]).errors.contains("is not true"))
    _ = try ProgramRun(["transcript", "update", path])
    #expect(try ProgramRun(["transcript", "export", "--check", path]).code == 2)
    let run = try ProgramRun(["transcript", "export", path, "--cast=2", "--svg", "--html"])
    #expect(run.code == 0, "\(run.errors)")
    #expect(try ProgramRun(["transcript", "export", "--check", path]).code == 0)
    let stale = try folder.read("t.svg").replacing("namespace/a", with: "namespace/b")
    _ = try folder.write("t.svg", stale)
    let check = try ProgramRun(["transcript", "export", "--check", path])
    #expect(check.code == 1 && check.output.contains("t.svg: differs from its page"))
  }

  @Test func `debug-at opens the prompt before the step`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("t.md", Self.page)
    let session = try TerminalSession(["transcript", "verify", "--debug-at", "\(path):6"])
    try session.waitForPrompt()
    #expect(session.contains("The page goes on:"))
    try session.enter("get ns a -o name")
    #expect(session.contains("namespace/a"))
  }

  @Test func `a recording has no keystrokes, and Ctrl-D finishes it`() throws {
    let folder = try TemporaryFolder()
    let session = try TerminalSession(["--record", folder.file("x.md")])
    try session.waitForPrompt()
    try session.enter("create namespacf\u{7F}e a")
    try session.enter("frobnicate")
    try session.enter("record note It's there.")
    session.type("\u{4}")
    #expect(try session.exitCode() == 0)
    #expect(session.received.contains("Replayed, it prints the"))
    #expect(
      try folder.read("x.md").hasSuffix(
        "pod@lab> create namespace a\nnamespace/a created\n```\n\nIt's there.\n"))
    #expect(try ProgramRun(["transcript", "verify", folder.file("x.md")]).code == 0)
  }

  @Test func `what was recorded survives a kill`() throws {
    let folder = try TemporaryFolder()
    let session = try TerminalSession()
    try session.waitForPrompt()
    try session.enter("record start \(folder.file("x.md"))")
    try session.enter("create namespace a")
    session.send(signal: SIGKILL)
    #expect(try session.exitCode() == 137)
    let path = try folder.write("draft.md", folder.read("x.md.partial"))
    #expect(try ProgramRun(["transcript", "verify", path]).code == 0)
    #expect(try folder.read("draft.md").contains("namespace/a created"))
  }

  @Test func `a script can be recorded, below its folder only`() throws {
    let folder = try TemporaryFolder()
    let run = try ShellRun(
      "cd \(folder.path) && printf 'create namespace a\\nget pod nope\\n' > s.pod && "
        + "\(PodlabBinary.path) run --record x.md s.pod; echo code $?")
    #expect(run.output.contains("Recorded x.md: 1 command") && run.output.hasSuffix("code 1\n"))
    let outside = try ProgramRun(["--record", folder.file("y.md"), "-c", "clock"])
    #expect(outside.code == 2 && outside.errors.contains("is not below the working folder"))
  }
}
