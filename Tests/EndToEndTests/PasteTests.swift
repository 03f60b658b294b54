import Testing

/// Bracketed paste.
@Suite struct PasteTests {
  private static let manifest = """
    apply -f - <<YAML
    apiVersion: v1
    kind: Pod
    metadata:
      name: web
    spec:
      containers:
      - name: 网
        image: nginx
    YAML
    """

  private static func pasted(_ text: String) -> String { "\u{1B}[200~\(text)\u{1B}[201~" }

  @Test(arguments: ["\r", "\n", "\r\n"])
  func `pasted YAML waits for Enter and is one command`(_ newline: String) throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    let text = Self.manifest.replacing("网", with: "web")
    session.type(Self.pasted(text.split(separator: "\n").joined(separator: newline) + newline))
    try session.waitForLine("YAML")
    session.settle(milliseconds: 100)
    #expect(!session.contains("created"))
    #expect(session.screen.lines.contains("  - name: web"))
    session.type("\r")
    try session.waitFor("pod/web created")
    try session.waitForPrompt()
  }

  @Test func `several pasted commands run in order`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    session.type(
      Self.pasted("create pod a --image=nginx\ncreate pod b --image=nginx\nget pods -o name"))
    try session.waitForLine("get pods -o name")
    session.type("\r")
    try session.wait("pod/b") { $0.screen.lines.contains("pod/b") }
    #expect(session.screen.lines.contains("pod/a created"))
    #expect(session.screen.lines.contains("pod/a"))
  }

  @Test func `a paste cannot press keys`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    session.type(Self.pasted("a\u{1B}[31mb\u{7}c\u{1}d\te\u{1B}[200~f"))
    try session.waitForLine("pod@lab> a[31mbcd  e[200~f")
    session.type("!")
    try session.waitForLine("pod@lab> a[31mbcd  e[200~f!")
  }

  @Test func `wide characters can be pasted`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    session.type(Self.pasted("豆荚"))
    try session.waitForLine("pod@lab> 豆荚")
  }

  @Test func `Ctrl-C ends a paste that never ends`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    session.type("\u{1B}[200~abc")
    session.settle()
    session.type("\u{3}")
    try session.wait("the second prompt") { $0.prompts == 2 && $0.isAtPrompt }
  }

  @Test func `paste mode is on only while a line is edited`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    try session.enter("get nodes")
    session.type("\u{4}")
    _ = try session.exitCode()
    let modes = session.received.matches(of: /\x1B\[\?2004[hl]/).map { $0.output.last }
    #expect(modes == ["h", "l", "h", "l"])
  }
}
