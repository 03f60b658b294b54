import PodEngine
import Testing

@Suite struct SignalTests {
  /// What a container does about a signal at 5 s: its exit code and when it ends, both nil while it
  /// runs on.
  struct Case: Sendable, CustomTestStringConvertible {
    let script: String
    let signal: Signal
    let exitCode: Int?
    let endsAt: Int?
    var testDescription: String { "\(signal.name) to \(script)" }
  }

  @Test(arguments: [
    Case(script: "sleep 1000", signal: .term, exitCode: nil, endsAt: nil),
    Case(script: "while true; do sleep 1; done", signal: .term, exitCode: nil, endsAt: nil),
    Case(script: "sleep 1000", signal: .kill, exitCode: 137, endsAt: 5000),
    Case(script: "trap '' TERM; sleep 1000", signal: .term, exitCode: nil, endsAt: nil),
    Case(script: "trap '' TERM; sleep 1000", signal: .kill, exitCode: 137, endsAt: 5000),
    Case(
      script: "trap 'exit 0' TERM; while true; do sleep 1; done", signal: .term, exitCode: 0,
      endsAt: 6000),
    Case(
      script: "trap 'exit 3' TERM; while true; do sleep 4; done", signal: .term, exitCode: 3,
      endsAt: 8000),
    Case(script: "trap 'exit 4' TERM; sleep 30 & wait", signal: .term, exitCode: 4, endsAt: 5000),
    Case(
      script: "trap 'echo x' TERM; sleep 30 & wait; exit 9", signal: .term, exitCode: 9,
      endsAt: 5000),
    Case(
      script: "trap 'sleep 2; exit 1' TERM; sleep 30 & wait", signal: .term, exitCode: 1,
      endsAt: 7000),
    Case(script: "trap 'exit 5' INT; sleep 30 & wait", signal: .int, exitCode: 5, endsAt: 5000),
  ])
  func firstProcess(_ example: Case) throws {
    var bench = RuntimeBench()
    let id = try bench.start("busybox", ["sh", "-c", example.script])
    bench.advance(seconds: 5)
    bench.signal(id, example.signal)
    bench.advance(seconds: 15)
    let record = try #require(bench.runtime.container(id))
    #expect(record.exitCode == example.exitCode)
    #expect(record.finishedAt?.milliseconds == example.endsAt)
    #expect(record.signal == (example.signal == .kill ? .kill : nil))
  }

  /// In a shared PID namespace pause is PID 1, so the default action of TERM holds.
  @Test func sharedNamespaceHasDefaultActions() throws {
    var bench = RuntimeBench(sharesProcessNamespace: true)
    let id = try bench.start("busybox", ["sleep", "1000"])
    bench.signal(id, .term)
    let record = try #require(bench.runtime.container(id))
    #expect(record.exitCode == 143)
    #expect(record.signal == .term)
    #expect(record.reason == "Error")
  }

  @Test func sharedNamespaceShowsPause() throws {
    var bench = RuntimeBench(sharesProcessNamespace: true)
    _ = try bench.start("busybox", ["sleep", "1000"], name: "a")
    let id = try bench.start("busybox", ["sh", "-c", "ps | grep pause; exit 0"], name: "b")
    #expect(bench.output(id).hasPrefix("    1 65535     0:00 /pause\n"))
  }

  @Test func childrenDieWithTheFirstProcess() throws {
    var bench = RuntimeBench()
    let id = try bench.start("busybox", ["sh", "-c", "sleep 100 & sleep 50 & sleep 2"])
    let exec = try bench.runtime.exec(id, command: ["sleep", "30"], at: bench.now)
    bench.advance(seconds: 3)
    #expect(bench.runtime.container(id)?.exitCode == 0)
    #expect(bench.runtime.nextWakeUp == nil)
    let ended = bench.occurrences.contains { occurrence in
      if case .execFinished(exec, let result) = occurrence { result.exitCode == 137 } else { false }
    }
    #expect(ended)
  }

  @Test func stoppingTheSandboxKillsWhatIsLeft() throws {
    var bench = RuntimeBench()
    let id = try bench.start("busybox", ["sleep", "1000"])
    bench.runtime.stopPodSandbox(bench.sandbox, at: bench.now)
    bench.run()
    #expect(bench.runtime.container(id)?.exitCode == 137)
    #expect(bench.runtime.sandbox(bench.sandbox)?.isReady == false)
  }

  @Test func aDeadSandboxLeavesItsContainersRunning() throws {
    var bench = RuntimeBench()
    let id = try bench.start("busybox", ["sleep", "1000"])
    bench.runtime.killSandboxProcess(bench.sandbox, at: bench.now)
    bench.run()
    #expect(bench.runtime.container(id)?.state == .running)
    #expect(bench.runtime.sandboxes(podUID: "uid").first?.isReady == false)
  }

  @Test(arguments: [
    ("nginx:1.27", Signal.quit, 0), ("nginx", .term, 0), ("httpd", .winch, 0), ("redis", .term, 0),
    // test/images/agnhost/pause/pause.go exits with 2 after TERM, with 1 after INT.
    ("registry.k8s.io/e2e-test-images/agnhost:2.40", .term, 2),
    ("registry.k8s.io/e2e-test-images/agnhost:2.40", .int, 1),
    ("registry.k8s.io/pause:3.10", .term, 0),
  ])
  func serversEndOnTheirSignal(_ image: String, _ signal: Signal, _ code: Int) throws {
    var bench = RuntimeBench()
    let id = try bench.start(image)
    bench.advance(seconds: 5)
    #expect(bench.runtime.container(id)?.state == .running)
    bench.signal(id, signal)
    #expect(bench.runtime.container(id)?.exitCode == code)
    #expect(bench.runtime.container(id)?.reason == (code == 0 ? "Completed" : "Error"))
  }

  @Test func podlabWebIgnoresTerm() throws {
    var bench = RuntimeBench()
    let id = try bench.start("podlab/web:1.0")
    bench.signal(id, .term)
    #expect(bench.runtime.container(id)?.state == .running)
  }

  @Test func faults() throws {
    var bench = RuntimeBench()
    let id = try bench.start("nginx")
    bench.runtime.ignoreTerm(id, true)
    bench.signal(id, .quit)
    #expect(bench.runtime.container(id)?.state == .running)
    bench.runtime.ignoreTerm(id, false)
    bench.runtime.terminate(id, exitCode: 7, at: bench.now)
    bench.run()
    #expect(bench.runtime.container(id)?.exitCode == 7)
  }
}
