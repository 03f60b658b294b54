import PodShell
import Testing

/// A clock that flows; the test is the wall.
@Suite struct LiveClockTests {
  private static func session() -> Session {
    var configuration = SessionConfiguration(manner: .terminal)
    configuration.isInteractive = true
    return Session(configuration: configuration)
  }

  @Test func `notices count from where it began`() {
    var session = Self.session()
    _ = session.submit("advance 1m")
    _ = session.submit("create pod web --image=nginx")
    _ = session.submit("clock live 10x")
    #expect(session.liveSpeed == 10)
    #expect(
      session.flow(1000).standardOutput == "[+0s] pod/web STATUS Pending -> ContainerCreating\n")
    #expect(session.flow(400).output.isEmpty)
    #expect(
      session.flow(600).standardOutput.hasPrefix("[+1.442s] pod/web phase Pending -> Running\n"))
    #expect(session.clockText == "1:02")
  }

  @Test func `flowing in steps and advancing at once come to the same`() {
    var (flowing, standing) = (Self.session(), Self.session())
    let command = "create pod web --image=nginx --liveness=http:81/"
    _ = flowing.submit(command)
    _ = standing.submit(command)
    _ = flowing.submit("clock live")
    for _ in 0..<300 { _ = flowing.flow(333) }
    _ = standing.submit("advance 99900ms")
    _ = flowing.submit("clock live off")
    for question in ["get pods -o yaml", "events", "clock"] {
      #expect(flowing.submit(question).standardOutput == standing.submit(question).standardOutput)
    }
  }

  @Test func `it is one command of the history, and one advance of the script`() {
    var session = Self.session()
    _ = session.submit("clock live")
    for _ in 0..<5 { _ = session.flow(1000) }
    _ = session.submit("create configmap a --from-literal=x=1")
    for _ in 0..<5 { _ = session.flow(1000) }
    let script = session.submit("history --script").standardOutput
    #expect(
      script == """
        # podlab run FILE does all of this again.
        advance 5000ms
        create configmap a --from-literal=x=1
        advance 5000ms

        """)
    // The time since the command goes with it.
    let undone = session.submit("undo 2")
    #expect(
      undone.standardOutput.contains("undone: create configmap a --from-literal=x=1  (clock 0:05)"))
    #expect(undone.standardOutput.contains("undone: clock live  (clock 0:00)"))
    #expect(session.liveSpeed == nil)
    #expect(session.flow(1000).output.isEmpty)
    #expect(session.clockText == "0:00")
  }

  @Test func `a breakpoint lets it stand`() {
    var session = Self.session()
    _ = session.submit("create pod web --image=nginx")
    _ = session.submit("break 'pod/web phase=Running'")
    _ = session.submit("clock live")
    #expect(session.flow(10_000).standardOutput.contains("stopped at breakpoint 1"))
    #expect(session.liveSpeed == nil)
    #expect(session.clockText == "0:01")
  }

  @Test(arguments: [
    "clock live 0x", "clock live 2000x", "clock live fast", "clock dead", "clock live 1x now",
  ])
  func `nonsense is refused`(_ command: String) {
    var session = Self.session()
    #expect(session.submit(command).error?.exitCode == 2)
    #expect(session.liveSpeed == nil)
  }
}
