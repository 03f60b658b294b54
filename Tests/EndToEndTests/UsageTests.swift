import Testing

/// The command line of the program itself.
@Suite struct UsageTests {
  @Test(arguments: [
    ["--nope"], ["get", "pods"], ["run"], ["run", "/does/not/exist"], ["--nodes", "0"],
    ["--nodes", "many"], ["-c"], ["run", "/dev/zero"], ["run", "/tmp"], ["--color", "pink"],
  ])
  func `what cannot be understood exits 2 and says why on standard error`(
    _ arguments: [String]
  ) throws {
    let run = try ProgramRun(arguments)
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(!run.errors.isEmpty)
  }

  @Test func `a command without -c is told how`() throws {
    #expect(try ProgramRun(["get", "pods"]).errors.contains("podlab -c 'get pods'"))
    #expect(try !ProgramRun(["run"]).errors.contains("podlab -c"))
  }

  @Test(arguments: [["--help"], ["help", "run"], ["run", "--help"], ["--version"], ["version"]])
  func `help and version go to standard output`(_ arguments: [String]) throws {
    let run = try ProgramRun(arguments)
    #expect(run.code == 0)
    #expect(!run.output.isEmpty)
    #expect(run.errors.isEmpty)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `a shell can complete the command line`(_ shell: String) throws {
    let run = try ProgramRun(["--generate-completion-script", shell])
    #expect(run.code == 0)
    #expect(run.output.contains("resume"))
    #expect(run.output.contains("transcript"))
    let folder = try TemporaryFolder()
    let script = try folder.write("completion", run.output)
    if shell == "bash" { #expect(try ShellRun("bash -n \(script)").code == 0) }
  }

  @Test func `a script names the place of its error`() throws {
    let folder = try TemporaryFolder()
    let script = try folder.write("demo.pod", "get nodes -o name\n\n  get pod nope\nget pods\n")
    let run = try ProgramRun(["run", script])
    #expect(run.code == 1)
    #expect(
      run.errors == """
        Error from server (NotFound): pods "nope" not found
          at \(script):3:11 error[not-found]

        """)
  }

  @Test func `keep going runs the rest and still fails`() throws {
    let folder = try TemporaryFolder()
    let script = try folder.write("demo.pod", "get pod nope\ncreate pod web --image=nginx\n")
    let run = try ProgramRun(["run", "--keep-going", script])
    #expect(run.code == 1)
    #expect(run.output == "pod/web created\n")
  }

  @Test func `json has one object per command`() throws {
    let run = try ProgramRun(
      ["run", "--json", "--keep-going", "-"], input: "get pod nope\ncreate pod web --image=nginx\n")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.contains(#""column":1,"command":"get pod nope""#) == true)
    #expect(lines.first?.contains(#""name":"not-found""#) == true)
    #expect(lines.last?.contains(#""error":null,"errorOutput":"","exitCode":0,"line":2"#) == true)
  }

  @Test func `a trace has one object per change`() throws {
    let folder = try TemporaryFolder()
    let trace = folder.file("trace")
    let run = try ProgramRun(
      ["run", "--trace", trace, "-"], input: "create pod web --image=nginx\nadvance 1500ms\n")
    #expect(run.code == 0)
    let lines = try folder.read("trace").split(separator: "\n")
    #expect(lines.allSatisfy { $0.hasPrefix(#"{"t":"#) && $0.hasSuffix("}") })
    #expect(lines.contains { $0.contains(#""type":"ADDED""#) && $0.contains(#""name":"web""#) })
    #expect(lines.contains { $0.hasPrefix(#"{"t":0.000,"#) })
  }

  @Test func `a trace that cannot be written is said so before anything runs`() throws {
    let run = try ProgramRun(["run", "--trace", "/does/not/exist", "-"], input: "get nodes\n")
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
  }
}
