import PodShell
import Testing

/// Commands in containers, and the lines that people type to them.
struct ExecTests {
  private func laboratory(image: String = "busybox:1.36") -> Laboratory {
    var lab = Laboratory()
    _ = lab.type("run box --image=\(image) --command -- sleep 100000 && advance 5s")
    return lab
  }

  @Test(arguments: [
    ("busybox:1.36", "/ # ", "/etc # "), ("debian", "root@box:/# ", "root@box:/etc# "),
  ])
  func `a shell prompts as the image's shell does`(
    image: String, prompt: String, promptThere: String
  ) {
    var lab = laboratory(image: image)
    #expect(lab.type("exec -it box -- \(image == "debian" ? "bash" : "sh")") == "")
    #expect(lab.session.containerPrompt == prompt)
    #expect(lab.type("cd /etc") == "")
    #expect(lab.session.containerPrompt == promptThere)
    #expect(lab.type("hostname; false") == "box\n")
    _ = lab.type("exit")
    #expect(lab.session.containerPrompt == nil)
  }

  @Test func `a command that is not complete goes on in the next line`() {
    var lab = laboratory()
    _ = lab.type("exec -it box -- sh")
    for line in ["for i in 1 2; do", "cat <<END", "number $i", "END"] {
      #expect(lab.type(line) == "")
      #expect(lab.session.containerPrompt == "> ")
    }
    #expect(lab.type("done") == "number 1\nnumber 2\n")
    #expect(lab.session.containerPrompt == "/ # ")
  }

  @Test func `mistakes do not end a shell, and its status is that of exec`() {
    var lab = laboratory()
    _ = lab.type("exec -it box -- sh")
    #expect(lab.type("if fi") == "sh: syntax error: unexpected \"fi\"\n")
    #expect(lab.type("nope") == "sh: nope: not found\n")
    #expect(lab.type("echo $?") == "127\n")
    #expect(lab.type("exit 3") == "command terminated with exit code 3\n")
    #expect(lab.type("clock").hasPrefix("clock 0:05"))
  }

  @Test func `Ctrl-C stops what runs, Ctrl-D leaves`() {
    var lab = laboratory()
    _ = lab.type("exec -it box -- sh")
    #expect(lab.type("while true; do sleep 1; done").hasSuffix("clock +1h0m0s → 1:00:05\n"))
    #expect(lab.type("echo $?") == "130\n")
    _ = lab.type("echo 'open")
    #expect(lab.type(Session.interrupt) == "\n")
    #expect(lab.session.containerPrompt == "/ # ")
    #expect(lab.type(Session.endOfInput) == "command terminated with exit code 130\n")
    #expect(lab.session.containerPrompt == nil)
  }

  @Test func `a program may ask, and its question is the prompt`() {
    var lab = laboratory()
    _ = lab.type("exec -it box -- sh -c 'read -p \"name: \" x; echo hello $x; sleep 2'")
    #expect(lab.session.containerPrompt == "name: ")
    #expect(lab.type("Ada") == "hello Ada\nclock +2s → 0:07\n")
  }

  @Test func `the lines are undone with the exec, and done again by load`() {
    var lab = laboratory()
    _ = lab.type("exec -it box -- sh")
    _ = lab.type("sleep 5; touch /tmp/x")
    _ = lab.type("exit")
    #expect(lab.type("exec box -- ls /tmp") == "x\n")
    _ = lab.type("save world.json")
    #expect(lab.type("undo").hasPrefix("undone: exec box -- ls /tmp"))
    #expect(lab.type("undo") == "undone: exec -it box -- sh  (clock 0:05)\n")
    #expect(lab.type("exec box -- ls /tmp") == "")
    #expect(lab.type("load world.json").contains("verified  (clock 0:10)"))
    #expect(lab.type("exec box -- ls /tmp") == "x\n")
  }

  @Test func `without a terminal lines are a script`() {
    var lab = laboratory()
    #expect(lab.type("exec -i box -- sh") == "")
    #expect(lab.session.containerPrompt == "")
    #expect(lab.type("echo one") == "one\n")
    #expect(lab.type("if fi").contains("syntax error"))
    #expect(lab.session.containerPrompt == nil)
  }

  @Test(arguments: [
    ("exec box -- sh -c 'sleep 90; echo late'", "late\nclock +1m30s → 1:35\n"),
    (
      "exec box --for 3s -- sh -c 'while true; do echo x; sleep 2; done'",
      "x\nx\nclock +3s → 0:08\n"
    ),
    ("exec box -- sh -c 'printf abc; sleep 1'", "abc\nclock +1s → 0:06\n"),
    ("exec box -- sh -c 'echo out; echo err >&2' | cut -c 1-2", "err\nou\n"),
    ("exec -i box -- cat <<A\nx\nA", "x\n"),
    ("exec box -- cat <<A\nx\nA", ""),
    (
      "exec -it box -- sh; get pods",
      "error: the command in the container reads the next lines; not run: get pods\n"
    ),
  ])
  func `a command runs to its end`(command: String, expected: String) {
    var lab = laboratory()
    #expect(lab.type(command) == expected)
  }

  @Test func `what cannot be run is refused as kubectl refuses it`() {
    var lab = laboratory()
    _ = lab.type("run done --image=busybox:1.36 --restart=Never -- true && run early --image=nginx")
    #expect(
      lab.type("exec early -- ls")
        == "Error from server (BadRequest): pod early does not have a host assigned\n")
    _ = lab.type("run bad --image=nope:1 && advance 5s")
    let table = [
      ("exec", "error: pod, type/name or --filename must be specified\n"),
      ("exec box --", "error: you must specify at least one command for the container\n"),
      (
        "exec box ls",
        "error: exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead\n"
          + "See 'kubectl exec -h' for help and examples\n"
      ),
      ("exec nope -- ls", "Error from server (NotFound): pods \"nope\" not found\n"),
      (
        "exec box -c x -- ls",
        "Error from server (BadRequest): container x is not valid for pod box\n"
      ),
      (
        "exec done -- ls",
        "error: cannot exec into a container in a completed pod; current phase is Succeeded\n"
      ),
      (
        "exec bad -- ls",
        "error: Internal error occurred: unable to upgrade connection: container not found (\"bad\")\n"
      ),
    ]
    for (command, expected) in table { #expect(lab.type(command) == expected) }
    let refused = lab.type("exec box -- /bin/nope")
    #expect(
      refused.hasPrefix("error: Internal error occurred: Internal error occurred: error exec"))
    #expect(refused.contains("exec: \"/bin/nope\": stat /bin/nope: no such file or directory"))
  }
}
