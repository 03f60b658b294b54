import PodShell
import Testing

/// `why`: what it says, and that what it says rests on what was done.
struct WhyTests {
  /// A script, the line that is the cause, and a sentence that must go when the line goes.
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let script: [String]
    let cause: String
    let subject: String
    let sentence: String

    init(
      _ name: String, _ script: [String], cause: String, why subject: String = "web",
      _ sentence: String
    ) {
      (self.name, self.script, self.cause) = (name, script, cause)
      (self.subject, self.sentence) = (subject, sentence)
    }

    var testDescription: String { name }
  }

  private static let web = "create pod web --image=nginx"
  private static let onNode2 = "cordon node-1 && cordon node-3"

  static let cases = [
    Case(
      "readiness fault", [web + " --readiness=http:80/", "advance 15s", "C", "advance 30s"],
      cause: "probe fail web readiness",
      "The probe gets: HTTP probe failed with statuscode: 503, because `probe fail web readiness` was typed at 0:15."
    ),
    Case(
      "hanging process", [web + " --readiness=http:80/", "advance 15s", "C", "advance 40s"],
      cause: "hang web", "because `hang web` was typed at 0:15."),
    Case(
      "liveness kill", [web + " --liveness=http:80/", "advance 15s", "C", "advance 30s"],
      cause: "probe fail web liveness",
      "The kubelet stopped it at 0:40, because its liveness probe failed."),
    Case(
      "exit", [web, "advance 5s", "C", "advance 1s"], cause: "exit web 3",
      "It ended at 0:05 with exit code 3, because `exit web 3` was typed at 0:05."),
    Case(
      "out of memory", [web, "advance 5s", "C", "advance 1s"], cause: "oom web",
      "The kernel killed it at 0:05 with exit code 137 (OOMKilled), because `oom web` was typed at 0:05."
    ),
    Case(
      "registry", ["C", web, "advance 15s"], cause: "registry down",
      "The registry does not answer, because `registry down` was typed at 0:00."),
    Case(
      "pull fault", ["C", web, "advance 15s"], cause: "pull fail nginx",
      "The registry answers with an error when it is asked for nginx, because `pull fail nginx` was typed at 0:00."
    ),
    Case(
      "node without power", [onNode2, web, "advance 5s", "C", "advance 60s"],
      cause: "kill node node-2",
      "node-2 has been without power since 0:05, because `kill node node-2` was typed at 0:05."),
    Case(
      "two truths", [onNode2, web, "advance 5s", "C", "advance 10s"],
      cause: "partition node node-2",
      "The API server still shows node-2 as Ready; after 50s of silence, at 0:55, the node controller gives it up."
    ),
    Case(
      "driven out", [onNode2, web, "advance 5s", "C", "advance 400s"], cause: "kill node node-2",
      "node-2 got the taint node.kubernetes.io/unreachable at 0:55, because `kill node node-2` was typed at 0:05, and it tolerates that for 300 seconds only."
    ),
    Case(
      "cordon", ["C", web + " --requests=cpu=3", "advance 0s"], cause: "cordon node-1",
      "node-1 is cordoned, because `cordon node-1` was typed at 0:00"),
    Case(
      "taint", ["C", web, "advance 0s"], cause: "taint nodes --all a=b:NoSchedule",
      "node-1, node-2 and node-3 have the taint a=b:NoSchedule, which it does not tolerate, because"
    ),
    Case(
      "deaf process", [web, "advance 5s", "C", "delete pod web --wait=false", "advance 5s"],
      cause: "ignore-term web",
      "its process has not ended, because `ignore-term web` was typed at 0:05; SIGKILL follows at 0:35."
    ),
    Case(
      "deletion", [web, "advance 5s", "ignore-term web", "C", "advance 5s"],
      cause: "delete pod web --wait=false", "`delete pod web --wait=false` was typed at 0:05."),
    Case(
      "eviction", [onNode2, web, "advance 5s", "C", "advance 20s"],
      cause: "pressure node node-2 memory",
      "because `pressure node node-2 memory` was typed at 0:05."),
    Case(
      "sandbox", [web, "advance 5s", "C", "advance 5s"], cause: "kill sandbox web",
      "The kubelet stopped it at 0:05 to make the Pod's sandbox anew, because `kill sandbox web` was typed at 0:05."
    ),
    Case(
      "node", ["C", "advance 60s"], cause: "stop kubelet node-1", why: "node/node-1",
      "No kubelet has been running on node-1 since 0:00, because `stop kubelet node-1` was typed at 0:00."
    ),
    Case(
      "pressure", ["C", "advance 20s"], cause: "pressure node node-1 disk", why: "node-1",
      "node-1 has had DiskPressure since 0:10, because `pressure node node-1 disk` was typed at 0:00."
    ),
  ]

  /// What `why` says after a script, in one line.
  private static func words(_ script: [String], _ subject: String) -> String {
    var lab = Laboratory()
    for line in script { _ = lab.type(line) }
    return lab.type("why \(subject)").split(separator: "\n").map {
      $0.hasPrefix("- ") || $0.hasPrefix("  ") ? $0.dropFirst(2) : $0
    }.joined(separator: " ")
  }

  @Test(arguments: cases) func saysTheCause(_ item: Case) {
    let script = item.script.map { $0 == "C" ? item.cause : $0 }
    let words = Self.words(script, item.subject)
    #expect(words.contains(item.sentence), "\(words)")
  }

  @Test(arguments: cases) func isSilentWithoutTheCause(_ item: Case) {
    let words = Self.words(item.script.filter { $0 != "C" }, item.subject)
    #expect(!words.isEmpty)
    #expect(!words.contains(item.sentence), "\(words)")
  }

  /// Every sentence names entries, and every cited entry is listed with the command that it says.
  @Test(arguments: cases) func citesEntries(_ item: Case) throws {
    var lab = Laboratory()
    for line in item.script { _ = lab.type(line == "C" ? item.cause : line) }
    let lines = lab.type("why \(item.subject) -o json").split(separator: "\n")
    #expect(!lines.contains { $0.hasSuffix("\"entries\": [],") })
    #expect(lines.contains { $0.contains("command `\(item.cause)`") })
    #expect(lines.contains { $0.contains("\"healthy\": ") })
  }

  @Test func saysThatNothingIsWrong() {
    let words = Self.words([Self.web, "advance 5s"], "web")
    #expect(words == "Nothing is wrong with web: it is Running, and Ready since 0:01.")
  }

  @Test func nextStepsHelp() {
    var lab = Laboratory()
    for line in ["registry down", Self.web, "advance 5s"] { _ = lab.type(line) }
    #expect(lab.type("why web").hasSuffix("Next: registry up\n"))
    for line in ["registry up", "advance 30s"] { _ = lab.type(line) }
    #expect(lab.type("why web").hasPrefix("Nothing is wrong with web"))
  }

  @Test func anotherContainersFaultIsNotBlamed() {
    let script = [
      "create pod web --image=nginx",
      "create pod job --image=busybox --restart=Never --command -- sh -c 'sleep 5; exit 1'",
      "advance 5044ms", "exit web 1", "advance 1s",
    ]
    let words = Self.words(script, "job")
    #expect(words.contains("its process ended by itself with exit code 1"), "\(words)")
    #expect(!words.contains("exit web 1"))
  }

  @Test(arguments: [
    ("why", "error: why needs a Pod, or KIND/NAME"),
    ("why nope", "Error from server (NotFound): pods \"nope\" not found"),
    ("why svc/kubernetes", "error: why does not know about services"),
    ("why a/b/c", "error: \"a/b/c\" names nothing"),
    ("why web -o yaml", "error: why can be told as json, not as \"yaml\""),
  ])
  func refuses(_ line: String, _ words: String) {
    var lab = Laboratory()
    #expect(lab.type(line).hasPrefix(words))
  }
}
