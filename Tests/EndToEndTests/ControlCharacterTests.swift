import Testing

/// Whatever a field holds, no control character of it reaches a terminal: not in any output, not
/// in what the editor draws.
@Suite struct ControlCharacterTests {
  /// C0, DEL, C1, CSI, OSC, DCS, text direction. Podlab itself never sends colour 35 or OSC.
  private static let payload =
    "\u{1B}[35mA\u{1B}]0;B\u{7}C\u{8}D\u{7F}E\u{9B}35mF\u{90}G\u{85}H\u{202E}I\u{2066}J\u{FEFF}K\u{1}L"

  /// The same in a double-quoted scalar of YAML, which allows no raw control characters.
  private static let escaped =
    #"\e[35mA\e]0;B\aC\bD\x7fE\x9b35mF\x90G\x85H\u202eI\u2066J\ufeffK\x01L"#

  private static let manifest = """
    apiVersion: v1
    kind: Pod
    metadata:
      name: web
      annotations: {note: "\(escaped)"}
    spec:
      containers:
      - name: web
        image: busybox
        command: [sh, -c, 'echo "$NASTY"; echo "$NASTY" > /dev/termination-log; exit 3', "\(escaped)"]
        args: ["\(escaped)"]
        env: [{name: NASTY, value: "\(escaped)"}]
        workingDir: "/\(escaped)"
      - name: bad
        image: "x\(escaped)"
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: map}
    data: {key: "\(escaped)"}
    ---
    apiVersion: v1
    kind: Event
    metadata: {name: web.1, namespace: default}
    involvedObject: {kind: Pod, name: web, namespace: default}
    reason: "\(escaped)"
    message: "\(escaped)"
    type: Normal

    """

  /// Ways to show what the manifest holds.
  private static let shows = [
    "get pods", "get pods -o wide", "get pods -o yaml", "get pods -o json", "get pods -o name",
    "get pods -o jsonpath='{.items[*].metadata.annotations.note}'",
    "get pods -o custom-columns='A:.metadata.annotations.note,B:.spec.containers[*].image'",
    "describe pod web", "describe configmap map", "get configmap map -o yaml",
    "get configmap map -o jsonpath='{.data.key}'", "events", "get events", "describe node node-1",
    "logs web", "logs web -c web -p", "logs web --all-containers --prefix", "columns web",
    "conditions web",
    "diff", "history", "get pods --show-labels", "explain pod", "node ps node-1", "fix web",
    "get pods -o json | grep note", "get pods --sort-by=.metadata.annotations.note",
    "timeline web", "timeline web -o json", "timeline web -o svg", "timeline node-1", "why web",
    "why web -o json", "why pod/bad", "history --script",
    "lang zh", "why web", "help get", "lang en",
    "ipc web", "image list x", "top pod", "rollout history deployment/web", "step", "step back",
    "get pods -o go-template='{{range .items}}{{.metadata.annotations.note}}{{end}}'",
    "get pods -w --for 1s", "logs web -f --for 1s", "break list", "clock",
    "until 'log of pod/web contains A' --max 1s", "cat map /x", "exec web -- env",
    "debug web --image=busybox", "replace --force -f FOLDER/m.yaml",
  ]

  /// Commands that are refused and say why.
  private static var refused: [String] {
    [
      "nope\(payload)", "get \(payload)", "get pod '\(payload)'", "get pods -l '\(payload)'",
      "get pods --\(payload)", "get pods -o '\(payload)'", "get pods -o jsonpath='{\(payload)}'",
      "apply -f '/tmp/\(payload)'", "source '\(payload)'", "load '\(payload)'",
      "create pod '\(payload)' --image=nginx", "create pod a --image='\(payload)'",
      "label pod web 'a=\(payload)'", "annotate pod web 'a\(payload)=b'", "advance '\(payload)'",
      "explain pod.\(payload)", "until '\(payload)'", "break '\(payload)'",
      "wait pod/web --for='\(payload)'",
      "logs web -c '\(payload)'", "kill '\(payload)'", "probe fail web '\(payload)'",
      "alias '\(payload)=x'",
      "patch pod web -p '\(payload)'", "lesson start '\(payload)'", "help '\(payload)'",
      "apropos '\(payload)'",
      "until 'log of pod/web contains \(payload)' --max 1s", "until 'pod/web age >= \(payload)'",
      "timeline '\(payload)'", "timeline web -o '\(payload)'", "why '\(payload)'",
      "why pod/'\(payload)' -o json", "cat web '\(payload)'", "write web '\(payload)' x",
      "cp '\(payload)' web:/tmp", "listen web '\(payload)'", "slow-start web '\(payload)'",
      "image describe '\(payload)'", "image add '\(payload)' --like=nginx", "rewind '\(payload)'",
      "record start '\(payload)'", "save '/nowhere/\(payload)'", "lang '\(payload)'",
      "get pods > '/nowhere/\(payload)'", "get pods | grep '['\(payload)",
      "config set-context --current --namespace='\(payload)'",
    ]
  }

  /// What is left of the text when what podlab and libedit themselves send is taken away.
  private static func foreign(in received: String) -> [Unicode.Scalar] {
    let known = /\x1B\[[0-9;?]*[A-Za-ln-z@]|\x1B\[(0|1|2|4|31|32|33|31;4)?m/
    return received.replacing(known, with: "").unicodeScalars.filter { scalar in
      // Line ends, TABs, and what libedit moves and rings with.
      if ["\r", "\n", "\t", "\u{8}", "\u{7}"].contains(scalar) { return false }
      let category = scalar.properties.generalCategory
      return category == .control || category == .format
    }
  }

  private static func run(_ script: String) throws -> TerminalSession {
    let folder = try TemporaryFolder()
    _ = try folder.write("m.yaml", manifest)
    let file = try folder.write("script.pod", script.replacing("FOLDER", with: folder.path))
    let session = try TerminalSession(["run", "--keep-going", file], folder: folder)
    _ = try session.exitCode()
    return session
  }

  /// A script at a terminal: no escape sequence of podlab's own but colour.
  @Test func `no output has one`() throws {
    let steps = ["apply -f FOLDER/m.yaml", "advance 30s"] + Self.shows
    let session = try Self.run(steps.joined(separator: "\n") + "\n")
    #expect(session.received.contains("pod/web created"))
    // It is there, and can be seen.
    #expect(session.received.contains("^[[35mA^[]0;B^GC^HD^?E\\u{9B}35mF"))
    #expect(Self.foreign(in: session.received).isEmpty)
    #expect(!session.received.contains("\u{1B}[35m"))
    #expect(!session.received.contains("\u{7}"))
    #expect(!session.received.contains("\u{8}"))
  }

  @Test func `no error has one`() throws {
    let setup = "create pod web --image=nginx\nadvance 5s\n"
    let session = try Self.run(setup + Self.refused.joined(separator: "\n") + "\n")
    #expect(session.received.contains("unknown command"))
    #expect(Self.foreign(in: session.received).isEmpty)
    #expect(!session.received.contains("\u{1B}[35m"))
    #expect(!session.received.contains("\u{7}"))
  }

  @Test func `names of files and options have none`() throws {
    for arguments in [
      ["run", "/tmp/\(Self.payload)"], ["--\(Self.payload)"],
      ["transcript", "verify", "/\(Self.payload)"], ["lesson", "test", "/\(Self.payload)"],
    ] {
      let session = try TerminalSession(arguments)
      #expect(try session.exitCode() == 2)
      #expect(Self.foreign(in: session.received).isEmpty)
      #expect(!session.received.contains("\u{1B}[35m"))
    }
  }

  @Test func `a file or pipe gets every byte of logs and values`() throws {
    let folder = try TemporaryFolder()
    let manifest = try folder.write("m.yaml", Self.manifest)
    for command in ["logs web -c web", "get configmap map -o jsonpath='{.data.key}'"] {
      let run = try ProgramRun(["-c", "apply -f \(manifest)", "-c", "advance 1s", "-c", command])
      #expect(run.output.contains(Self.payload))
    }
  }

  @Test func `the editor draws none`() throws {
    let folder = try TemporaryFolder()
    let session = try TerminalSession(folder: folder)
    _ = try folder.write("m.yaml", Self.manifest)
    _ = try folder.write("nasty\(Self.payload.replacing("/", with: "")).yaml", "")
    try session.waitForPrompt()
    try session.enter("apply -f \(folder.path)/m.yaml")
    session.type("oom web/\t\t")
    try session.waitFor("web/bad")
    session.type("\u{15}apply -f \(folder.path)/\t\t")
    try session.waitFor("m.yaml")
    session.type("\u{15}get pods -o \u{1B}OP")
    session.type("\u{15}\u{1B}[200~get \(Self.payload)\u{1B}[201~")
    try session.waitForLine("pod@lab> get [35mA]0;BCDE35mFGHIJKL")
    session.type("\u{1B}OP\t\t\r")
    try session.wait("a prompt") { $0.isAtPrompt }
    #expect(Self.foreign(in: session.received).isEmpty)
    #expect(!session.received.contains("\u{1B}[35m"))
  }

  @Test func `a history that somebody else wrote shows none`() throws {
    let folder = try TemporaryFolder()
    let line = #""get \u001b[35mA\u009b35m\u202e\u0007""# + "\n\"get nodes\"\n"
    let file = try folder.write("history", line)
    let session = try TerminalSession(
      environment: ["TERM=xterm", "PODLAB_HISTORY=\(file)"], folder: folder)
    try session.waitForPrompt()
    session.type("get ")
    session.settle(milliseconds: 50)
    session.type("\u{1B}[A\u{1B}[A\u{1B}[A")
    try session.waitForLine("pod@lab> get nodes")
    #expect(Self.foreign(in: session.received).isEmpty)
  }
}
