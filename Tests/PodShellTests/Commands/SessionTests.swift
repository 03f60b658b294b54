import PodEngine
import PodShell
import Testing

struct SessionTests {
  @Test func undoAndRedo() {
    var lab = Laboratory()
    _ = lab.type("create namespace shop && advance 10s")
    #expect(
      lab.type("undo 2")
        == "undone: advance 10s  (clock 0:00)\nundone: create namespace shop  (clock 0:00)\n")
    #expect(lab.type("undo") == "error: nothing to undo\n")
    #expect(lab.type("redo") == "redone: create namespace shop  (clock 0:00)\n")
    #expect(lab.type("redo 5") == "redone: advance 10s  (clock 0:10)\nnothing more to redo\n")
    #expect(lab.session.cluster.now == .start + .seconds(10))
  }

  @Test func aNewCommandEndsWhatCouldBeRedone() {
    var lab = Laboratory()
    _ = lab.type("advance 10s; undo; create namespace shop")
    #expect(lab.type("redo") == "error: nothing to redo\n")
  }

  @Test func readingChangesNothing() {
    var lab = Laboratory()
    _ = lab.type(
      "get nodes; help; clock; describe node node-1; config set-context --current --namespace=x")
    #expect(lab.session.history.past.isEmpty)
  }

  @Test func historyHasALimit() {
    var history = History()
    let cluster = Cluster(nodeCount: 0)
    for number in 0..<(History.limit + 5) { history.enter("\(number)", before: cluster) }
    #expect(history.past.count == History.limit)
    #expect(history.past.first?.command == "5")
  }

  @Test func rewindLeadsToTheSameCluster() {
    var (lab, other) = (Laboratory(), Laboratory())
    _ = lab.type(
      "run web --image=nginx && advance 20s && label pod web a=b && advance 40s && rewind 45s")
    _ = other.type("run web --image=nginx && advance 15s")
    #expect(lab.session.cluster.now == other.session.cluster.now)
    #expect(lab.type("get pod web -o yaml") == other.type("get pod web -o yaml"))
    #expect(lab.type("rewind 1h").hasPrefix("error: the history does not reach back 1h0m0s"))
  }

  @Test func andStopsAtTheFirstError() {
    var lab = Laboratory()
    let outcome = lab.session.submit("get pod nope && create namespace shop")
    #expect(outcome.error?.name == "not-found")
    #expect(lab.session.cluster.objects[ObjectKey(.namespaces, name: "shop")] == nil)
    _ = lab.session.submit("get pod nope; create namespace shop")
    #expect(lab.session.cluster.objects[ObjectKey(.namespaces, name: "shop")] != nil)
  }

  @Test func suggestionsOnlyAtATerminal() {
    var (terminal, plain) = (Laboratory(manner: .terminal), Laboratory())
    #expect(plain.type("gett") == "error: unknown command \"gett\" for \"podlab\"\n")
    #expect(
      terminal.type("gett") == "error: unknown command \"gett\" for \"podlab\"\ndid you mean get?\n"
    )
  }

  @Test(arguments: [
    ("gett pods", "unknown-command", 2, "1:1"), ("get pods\nget nope", "not-found", 1, "2:5"),
    ("get pods --bogus", "usage", 1, "1:10"), ("advance 5x", "invalid", 1, "1:9"),
    ("port-forward web", "unsupported", 1, "1:1"), ("apply -f no.yaml", "file", 1, "1:7"),
    ("create namespace default", "already-exists", 1, "1:1"),
    ("a | b", "unknown-command", 2, "1:5"),
    ("until 'pod/x exists' --max 1s", "timeout", 1, "1:7"),
    ("until 'pod/x phase=Running' --max 1s", "not-found", 1, "1:1"), ("advance", "usage", 2, "1:1"),
    ("create namespace A", "invalid", 1, "1:1"), ("kill node-1", "usage", 2, "1:6"),
  ])
  func errorsHaveNamesAndPlaces(command: String, name: String, code: Int, place: String) {
    var lab = Laboratory()
    let error = lab.session.submit(command).error
    #expect(error?.name == name)
    #expect(error?.exitCode == code)
    #expect(error?.position.map { "\($0)" } == place)
  }

  @Test func requestsToTheProgram() {
    var lab = Laboratory()
    #expect(lab.session.submit("exit").request == .exit(0))
    #expect(lab.session.submit("exit 3").request == .exit(3))
    #expect(lab.session.submit("lesson start 'a b'").request == .tutor(["lesson", "start", "a b"]))
    #expect(lab.session.submit("exit 300").error?.name == "usage")
  }

  @Test func aBadFileChangesNothing() {
    var lab = Laboratory(files: [
      "two.yaml": """
      apiVersion: v1
      kind: Namespace
      metadata: {name: good}
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: Bad
      spec:
        containers: [{name: a, image: b}]
      """
    ])
    let outcome = lab.session.submit("create -f two.yaml")
    #expect(outcome.standardOutput.isEmpty)
    #expect(outcome.error?.name == "invalid")
    #expect(outcome.error?.suggestion == "two.yaml:8:3: metadata.name")
    #expect(lab.session.history.past.isEmpty)
  }

  /// Whatever is typed, something is answered.
  @Test(arguments: [
    "\u{1b}]0;x\u{7}", "get \u{1b}[31m", "'", "<<", "&&", "--", "-", "=", "get -o", "kubectl",
    "k k k",
    "until", "until x", "wait", "probe", "probe fail", "hook", "exit a b", "undo 0", "undo x",
    "create pod", "create secret", "create service x y", "apply -f -", "patch pod web -p '{'",
    "label pod", "taint node node-1 a:b:c", "advance 999999999999999999h", "rewind 0s", "+",
    "get pods/", "get /", "get a/b/c", "kill node", "image", "cni", "cni bandwidth x", "help nope",
    "get pods -o custom-columns=A:.{", "get pods --sort-by={", "expose", "set image", "cordon",
    "create pod web --image=nginx --liveness=foo", "scale deploy/x --replicas=-1", "jitter x",
  ])
  func anythingIsAnswered(command: String) {
    var lab = Laboratory()
    let outcome = lab.session.submit(command)
    #expect(!outcome.output.isEmpty)
    #expect(!outcome.output.contains { $0.text.unicodeScalars.contains("\u{1b}") })
    #expect(lab.session.cluster.now == .start)
  }
}
