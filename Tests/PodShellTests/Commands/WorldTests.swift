import PodEngine
import PodShell
import Testing

/// Whole sessions: saved, replayed, compared, stopped.
struct WorldTests {
  private static func worked() -> Laboratory {
    var lab = Laboratory(files: [
      "ns.yaml": "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n",
      "s": "# makes a Pod\nrun web --image=nginx\n\nadvance 5s\n",
    ])
    _ = lab.type("apply -f ns.yaml; source s; get pods; undo; advance 7s; jitter on")
    return lab
  }

  @Test func aSavedWorldComesBack() {
    var lab = Self.worked()
    #expect(lab.type("save w").contains("clock 0:07"))
    let (pods, log) = (lab.type("get pods -A -o yaml"), lab.session.cluster.watchLog.count)
    _ = lab.type("delete pod web; advance 1m")
    let said = lab.type("load w")
    #expect(said.hasPrefix("loaded: 6 commands replayed, checksum "), "\(said)")
    #expect(lab.type("get pods -A -o yaml") == pods)
    #expect(lab.session.cluster.watchLog.count == log)
    // What was loaded can be saved again, and undone step by step.
    #expect(lab.type("advance 1s && save w2 && load w2").contains("7 commands replayed"))
    #expect(lab.type("undo").contains("undone: advance 1s"))
  }

  @Test(arguments: [
    ("{", "error: w:1:2: unexpected end of JSON input"), ("{}", "error: w is no saved world"),
    ("{\"format\": \"podlab world\"}", "error: w: version: a number is missing"),
    (
      "{\"format\": \"podlab world\", \"version\": 2}",
      "error: w has version 2 of the format; this podlab reads 1"
    ),
    (
      "{\"format\": \"podlab world\", \"version\": 1, \"seed\": \"1\", \"nodes\": 3, "
        + "\"commands\": [{\"command\": 5}]}",
      "error: w: commands[0]: a command with its files is missing"
    ),
  ])
  func aDamagedWorldIsRefused(text: String, problem: String) {
    var lab = Laboratory(files: ["w": text])
    #expect(lab.type("load w").hasPrefix(problem), "\(lab.type("load w"))")
  }

  @Test func aChangedWorldIsRefused() throws {
    var lab = Self.worked()
    _ = lab.type("save w")
    let text = try lab.session.configuration.files.read("w")
    try lab.session.configuration.files.write(
      text.replacing("nginx", with: "httpd"), to: "w", appending: false)
    let now = lab.session.cluster.now
    #expect(lab.type("load w").contains("comes out otherwise than it was saved"))
    #expect(lab.session.cluster.now == now)
  }

  @Test func historyBecomesAScript() throws {
    var lab = Laboratory()
    _ = lab.type("run web --image=nginx")
    _ = lab.type("get nope")
    _ = lab.type("annotate pod web a='b c'")
    #expect(
      lab.type("history")
        == " 1  run web --image=nginx\n 2 !get nope\n 3  annotate pod web a='b c'\n")
    _ = lab.type("history --script > s")
    let pods = lab.type("get pods -o yaml")
    var other = Laboratory(files: ["s": try lab.session.configuration.files.read("s")])
    #expect(other.type("source s") == "pod/web created\npod/web annotated\n")
    #expect(other.type("get pods -o yaml") == pods)
  }

  @Test func sourceStopsAtTheFirstError() {
    var lab = Laboratory(files: [
      "s": "get ns default\n\nget nope\nadvance 5s", "loop": "source loop",
    ])
    let outcome = lab.session.submit("source s")
    #expect(outcome.error?.name == "not-found")
    #expect(outcome.standardError.hasSuffix("  in s:3\n"))
    #expect(lab.session.cluster.now == .start)
    #expect(lab.session.submit("source loop").error?.name == "limit")
    #expect(lab.session.submit("source none").error?.name == "file")
  }

  @Test func advanceStopsAtABreakpoint() {
    var lab = Laboratory()
    _ = lab.type("load image nginx && create pod web --image=nginx --readiness=http:80/")
    #expect(
      lab.type("break 'pod/web condition=Ready=False'")
        == "breakpoint 1: pod/web condition=Ready=False\n")
    #expect(lab.type("break pod/web condition=Ready").hasPrefix("breakpoint 2: "))
    #expect(lab.type("advance 1m").contains("stopped at breakpoint 1: "))
    #expect(lab.type("advance 1m").contains("stopped at breakpoint 2: "))
    _ = lab.type("probe fail web readiness")
    #expect(lab.type("advance 1h").contains("stopped at breakpoint 1: "))
    #expect(lab.session.cluster.now < .start + .minutes(1))
    #expect(lab.type("break delete 3").hasPrefix("error: there is no breakpoint 3"))
    #expect(lab.type("break delete 1") == "breakpoint 1 deleted: pod/web condition=Ready=False\n")
    #expect(lab.type("break list") == "1  pod/web condition=Ready\n")
    #expect(lab.type("break delete all; break list") == "1 breakpoint deleted\nno breakpoints\n")
  }

  @Test func diffShowsWhatHasChanged() {
    var lab = Laboratory()
    #expect(lab.type("diff").hasPrefix("error: no command has changed anything yet"))
    _ = lab.type("create configmap a --from-literal=x=1 && advance 10s && label configmap a k=v")
    #expect(
      lab.type("diff") == """
        diff -u -N before/v1.ConfigMap.default.a after/v1.ConfigMap.default.a
        --- before/v1.ConfigMap.default.a  0:10
        +++ after/v1.ConfigMap.default.a  0:10
        @@ -4,6 +4,8 @@
         kind: ConfigMap
         metadata:
           creationTimestamp: "2026-01-01T00:00:00Z"
        +  labels:
        +    k: v
           name: a
           namespace: default
           uid: \(Self.uid(lab))

        """)
    #expect(lab.type("diff 5s").contains("+    k: v\n"))
    #expect(lab.type("diff 1m").contains("--- before/v1.ConfigMap.default.a  0:00\n"))
    #expect(lab.type("delete configmap a && diff").contains("@@ -1,11 +0,0 @@\n-apiVersion: v1\n"))
    #expect(lab.type("advance 1s && diff") == "nothing has changed\n")
  }

  @Test func diffOfAManifestIsWhatApplyWouldChange() {
    var lab = Laboratory()
    _ = lab.type("create configmap a --from-literal=x=1")
    let manifest = """
      -f - <<YAML
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: a}
      data: {x: "2"}
      YAML
      """
    let outcome = lab.session.submit("diff " + manifest)
    #expect(outcome.standardOutput.contains("-  x: \"1\"\n+  x: \"2\"\n"))
    #expect(outcome.error?.exitCode == 1)
    _ = lab.type("apply " + manifest)
    #expect(lab.type("diff " + manifest) == "")
    #expect(lab.type("apply view-last-applied configmap a").contains("x: \"2\"\n"))
  }

  private static func uid(_ lab: Laboratory) -> String {
    lab.session.cluster.objects[ObjectKey(.configMaps, namespace: "default", name: "a")]?.metadata
      .uid ?? ""
  }

  @Test func editTakesAText() {
    var lab = Laboratory()
    _ = lab.type("create configmap a --from-literal=x=1")
    let text = lab.type("get configmap a -o yaml")
    func edit(_ text: String) -> String { lab.type("edit configmap a <<Y\n\(text)Y") }
    #expect(edit("# a comment\n\(text)") == "Edit cancelled, no changes made.\n")
    #expect(edit("# nothing\n") == "Edit cancelled, saved file was empty.\n")
    #expect(edit(text.replacing("x: \"1\"", with: "x: \"2\"")) == "configmap/a edited\n")
    #expect(lab.type("get cm a -o jsonpath='{.data.x}'") == "2")
    #expect(edit(text.replacing("name: a", with: "name: b")).contains("was changed"))
    #expect(edit("a: [\n").hasPrefix("error: The edited file had a syntax error: "))
    #expect(lab.type("edit configmap a").hasPrefix("error: edit opens an editor, and there is no"))
    #expect(lab.type("edit configmap nope").contains("not found"))
  }

  @Test func theEditorGetsKubectlsText() throws {
    var lab = Laboratory(manner: .terminal)
    _ = lab.type("create configmap a --from-literal=x=1")
    guard case .edit(let request) = lab.session.submit("edit cm a").request else {
      Issue.record("edit asks for no editor")
      return
    }
    #expect(
      request.text.hasPrefix("# Please edit the object below. Lines beginning with a '#' will"))
    let changed = request.text.replacing("x: \"1\"", with: "x: \"2\"\nYAML: 1")
    let error = try #require(lab.session.submit(request.command(saving: changed)).error)
    let again = request.reopened(changed, after: error)
    #expect(again.contains("#\n# configmaps \"a\" was not valid:\n# * "))
    #expect(
      again.hasSuffix(
        "\n" + changed.split(separator: "\n").suffix(3).joined(separator: "\n") + "\n"))
  }

  @Test func watchingGoesOnUntilItIsOver() {
    var lab = Laboratory(manner: .terminal)
    _ = lab.type("create pod web --image=nginx")
    let first = lab.session.submit("get pods -w")
    #expect(first.request == .follow)
    #expect(first.standardOutput.contains("Pending"))
    var text = ""
    for _ in 0..<6 { text += lab.session.follow(isOver: false)?.standardOutput ?? "" }
    #expect(text.contains("ContainerCreating") && text.contains("Running"))
    #expect(lab.session.follow(isOver: true)?.standardError.hasPrefix("clock +") == true)
    #expect(lab.session.follow(isOver: false)?.output == nil)
    #expect(lab.type("undo").hasPrefix("undone: get pods -w  (clock 0:00)"))
  }
}
