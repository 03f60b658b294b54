import PodEngine
import PodShell
import PodTutor
import Testing

@Suite("A check judges state and history")
struct CheckerTests {
  private func check(_ lines: String) throws -> StepCheck {
    let text = soundLesson.replacing("expect pod/web exists else \"Make it.\"", with: lines)
    return try #require(try parseLesson(text).steps[0].check)
  }

  private func pod(_ name: String) -> APIValue {
    [
      "apiVersion": "v1", "kind": "Pod",
      "metadata": ["name": .string(name), "labels": ["app": "web"]],
      "spec": ["containers": [["name": "app", "image": "nginx"]]],
    ]
  }

  private func making(_ names: [String], in cluster: Cluster) throws -> Cluster {
    var cluster = cluster
    for name in names { _ = try cluster.request(.create(pod(name), .pods, namespace: "default")) }
    return cluster
  }

  private func results(
    _ lines: String, from start: Cluster, to now: Cluster
  ) throws -> [AssertionResult] {
    Checker.check(try check(lines), StepHistory(from: start, to: now)).results
  }

  @Test(
    "facts and wishes are said in the learner's names",
    arguments: [
      ("pod/web exists", "pod/web does not exist"),
      ("pod/web {.status.phase} == Running", "pod/web does not exist"),
      ("pods -l app=web condition=Ready", "there are no pods -l app=web"),
      ("count(pods) == 2", "the number of pods is 0, expected 2"),
      ("event reason=Killing on pod/web exists", "there is no event Killing on pod/web yet"),
      ("quiz/think right", "quiz think is not answered right yet"),
      ("at 5s pod/web exists", "this step is 0s old, and is judged when it is 5s"),
      (
        "process on node/node-1 of pod/web exists", "there is no process of pod/web on node/node-1"
      ),
      ("log of pod/web/app contains hi", "the log of container app of pod/web does not say \"hi\""),
    ])
  func notYet(_ line: String, _ fact: String) throws {
    let cluster = Cluster()
    let result = try #require(try results(line, from: cluster, to: cluster).first)
    #expect(result.verdict == .notYet)
    #expect(result.fact == fact)
  }

  @Test(
    "what holds passes, what does not says so",
    arguments: [
      ("pod/web exists", AssertionResult.Verdict.pass, "pod/web exists"),
      ("pod/web absent", .notYet, "pod/web exists"),
      ("pod/web {.status.phase} == Running", .notYet, "pod/web phase is Pending, expected Running"),
      ("pod/web {.status.phase} in Pending,Running", .pass, "pod/web phase is Pending"),
      (
        "pod/web {.spec.nodeName} == node-1", .notYet,
        "pod/web nodeName is not set, expected node-1"
      ),
      ("pod/web {.spec.nodeName} absent", .pass, "pod/web nodeName is not set"),
      ("pod/web condition=Ready", .notYet, "pod/web has no condition Ready yet, expected True"),
      ("pod/web status == Pending", .pass, "pod/web STATUS is Pending"),
      ("pod/web age < 1m", .pass, "the age of pod/web is 0s"),
      ("count(pods -l app=web) == 1", .pass, "the number of pods -l app=web is 1"),
      ("once pod/web exists", .pass, "at 0:00, pod/web exists"),
      ("never pod/web exists", .violated, "at 0:00, pod/web exists"),
      ("hold 10s pod/web exists", .notYet, "pod/web exists, for 0s so far, expected 10s"),
      ("pod/web {.metadata.uid} != $none", .broken, "nothing has been remembered as $none"),
    ])
  func judged(_ line: String, _ verdict: AssertionResult.Verdict, _ fact: String) throws {
    let start = Cluster()
    let result = try #require(
      try results(line, from: start, to: try making(["web"], in: start)).first)
    #expect(result.verdict == verdict)
    #expect(result.fact == fact)
  }

  @Test("once wants a change since the step began, expect does not")
  func onceSinceStart() throws {
    let cluster = try making(["web"], in: Cluster())
    #expect(try results("once pod/web exists", from: cluster, to: cluster)[0].verdict == .notYet)
    #expect(try results("expect pod/web exists", from: cluster, to: cluster)[0].verdict == .pass)
  }

  @Test("hold counts virtual time, from the start of the step at the earliest")
  func hold() throws {
    let start = try making(["web"], in: Cluster())
    var later = start
    try later.advance(by: .seconds(30))
    #expect(try results("hold 30s pod/web exists", from: start, to: later)[0].verdict == .pass)
    #expect(try results("hold 31s pod/web exists", from: start, to: later)[0].verdict == .notYet)
  }

  @Test("at looks back at one moment, whatever came later")
  func atMoment() throws {
    let start = try making(["web"], in: Cluster())
    var later = start
    try later.advance(by: .seconds(10))
    let line = "at 5s pod/web exists"
    #expect(try results(line, from: start, to: later)[0].verdict == .pass)
    _ = try later.request(
      .delete(
        ObjectKey(.pods, namespace: "default", name: "web"), DeleteOptions(gracePeriodSeconds: 0)))
    let result = try results(line, from: start, to: later)[0]
    #expect((result.verdict, result.fact) == (.pass, "at 0:05, pod/web exists"))
    #expect(try results("at 10s pod/web exists", from: start, to: later)[0].verdict == .notYet)
  }

  @Test("processes and logs are those of the nodes")
  func runtime() throws {
    var session = Session(configuration: SessionConfiguration())
    let start = session.cluster
    #expect(session.submit("run web --image=busybox -- sh -c 'echo hi; sleep 1h'").error == nil)
    #expect(session.submit("advance 5s").error == nil)
    let node = try #require(
      session.cluster.objects.pod(ObjectKey(.pods, namespace: "default", name: "web"))
    ).spec.nodeName
    let lines =
      "process on node/\(node) of pod/web exists\nprocess of pod/web count >= 1\n"
      + "log of pod/web contains hi\nlog of pod/web/web contains hi\n"
    let found = try results(lines, from: start, to: session.cluster)
    #expect(found.map(\.verdict) == [.pass, .pass, .pass, .pass])
    let none = "process on node/other of pod/web absent\nlog of pod/web/other contains hi"
    #expect(
      try results(none, from: start, to: session.cluster).map(\.verdict) == [.pass, .notYet])
  }

  @Test("seeds runs everything again, and only when the rest is met")
  func seeds() throws {
    var session = Session(configuration: SessionConfiguration(seed: 1))
    let start = session.cluster
    _ = session.submit("create pod web --image=nginx")
    _ = session.submit("seed 5")
    _ = session.submit("advance 3s")
    let node = try #require(
      session.cluster.objects.pod(ObjectKey(.pods, namespace: "default", name: "web"))
    ).spec.nodeName
    func verdicts(_ lines: String) throws -> [AssertionResult.Verdict] {
      var history = StepHistory(from: start, to: session.cluster)
      history.replay = { [session] in session.replayed(seed: $0) }
      return Checker.check(try check(lines), history).results.map(\.verdict)
    }
    #expect(try verdicts("seeds 1..4 all pod/web condition=Ready") == [.pass])
    #expect(try verdicts("seeds 1..20 any pod/web {.spec.nodeName} != \(node)") == [.pass])
    #expect(try verdicts("seeds 1..20 all pod/web {.spec.nodeName} == \(node)") == [.notYet])
    #expect(
      try verdicts("pod/other exists\nseeds 1..4 all pod/web exists") == [.notYet, .notYet])
  }

  @Test("never lines come first")
  func order() throws {
    let start = Cluster()
    let lines = "expect pod/web exists\nnever pod/other exists"
    let found = try results(lines, from: start, to: try making(["web", "other"], in: start))
    #expect(found.map(\.verdict) == [.violated, .pass])
  }

  @Test("remember keeps the first value of the step")
  func remember() throws {
    let start = try making(["web"], in: Cluster())
    var now = start
    _ = try now.request(
      .delete(
        ObjectKey(.pods, namespace: "default", name: "web"), DeleteOptions(gracePeriodSeconds: 0)))
    now = try making(["web"], in: now)
    let lines = "remember old = pod/web {.metadata.uid}\nexpect pod/web {.metadata.uid} != $old"
    let report = Checker.check(try check(lines), StepHistory(from: start, to: now))
    #expect(report.passed)
    let same = Checker.check(try check(lines), StepHistory(from: start, to: start))
    #expect(!same.passed)
    #expect(same.memories["old"] == report.memories["old"])
  }

  @Test("an undo beyond the start of the step is noticed")
  func continuity() throws {
    let early = Cluster()
    let late = try making(["web"], in: early)
    #expect(StepHistory(from: early, to: late).isContinuous)
    #expect(!StepHistory(from: late, to: early).isContinuous)
    #expect(!StepHistory(from: late, to: try making(["other"], in: early)).isContinuous)
  }
}
