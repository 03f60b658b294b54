import Testing

/// podlab where nobody types: `-c`, pipes, scripts.
@Suite struct PipeTests {
  @Test func `a command given with -c is run`() throws {
    let run = try ProgramRun(["-c", "create pod web --image=nginx", "-c", "get pods -o name"])
    #expect(run.output == "pod/web created\npod/web\n")
    #expect(run.errors.isEmpty)
    #expect(run.code == 0)
  }

  @Test func `a pipe is a script without prompt or welcome`() throws {
    let run = try ProgramRun([], input: "create pod web --image=nginx\nget pods -o name\n")
    #expect(run.output == "pod/web created\npod/web\n")
    #expect(run.code == 0)
  }

  @Test func `a dumb terminal is read like a pipe`() throws {
    let session = try TerminalSession(environment: ["TERM=dumb"])
    session.type("create pod web --image=nginx\n\u{4}")
    #expect(try session.exitCode() == 0)
    #expect(session.contains("pod/web created"))
    #expect(!session.received.contains("pod@lab>"))
    #expect(!session.received.contains("\u{1B}"))
  }

  @Test func `no TERM is a dumb terminal`() throws {
    let session = try TerminalSession(environment: [])
    session.type("get pods\n\u{4}")
    #expect(try session.exitCode() == 0)
    #expect(!session.received.contains("pod@lab>"))
  }

  @Test(arguments: [["-c", "nope", "-c", "create pod web --image=nginx"], []])
  func `the first error ends it`(_ arguments: [String]) throws {
    let run = try ProgramRun(arguments, input: "nope\ncreate pod web --image=nginx\n")
    #expect(run.code != 0)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("nope"))
    #expect(!run.errors.contains(" at "))
  }

  @Test func `exit gives its code`() throws {
    #expect(try ProgramRun([], input: "exit 7\nnope\n").code == 7)
    #expect(try ProgramRun(["-c", "exit"]).code == 0)
  }

  @Test func `a manifest comes through a heredoc`() throws {
    let script = """
      # a comment

      apply -f - <<YAML
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
        - name: web
          image: nginx
      YAML
      get pods -o name

      """
    for text in [script, script.split(separator: "\n").joined(separator: "\r\n")] {
      let run = try ProgramRun([], input: "\u{FEFF}" + text)
      #expect(run.output == "pod/web created\npod/web\n")
      #expect(run.errors.isEmpty)
    }
  }

  @Test func `a heredoc without an end is said so`() throws {
    let run = try ProgramRun([], input: "apply -f - <<YAML\nkind: Pod\n")
    #expect(run.code == 2)
    #expect(run.errors.contains("YAML"))
    #expect(run.output.isEmpty)
  }

  @Test func `a closed standard output is no crash`() throws {
    let run = try ProgramRun(["-c", "get nodes"], closedOutput: true)
    #expect(run.code == 1)
    #expect(run.errors.contains("cannot write the output"))
  }

  @Test func `a reader that goes away is no crash`() throws {
    let folder = try TemporaryFolder()
    let script = try folder.write("script", String(repeating: "get nodes\n", count: 500))
    let run = try ShellRun(
      "'\(PodlabBinary.path)' run \(script) | head -n 1; echo ${PIPESTATUS[0]}")
    #expect(run.output.contains("NAME"))
    #expect(run.output.hasSuffix("\n0\n"))
  }
}
