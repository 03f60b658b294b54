import PodShell
import Testing

@Suite struct CanonicalCommandTests {
  static let cases = [
    ("get pods", "get pods"), ("kubectl get pods", "get pods"), ("k get po", "get pods"),
    ("ls", "get pods"), ("  get   po  ", "get pods"), ("k describe po web", "describe pod web"),
    ("crash web", "exit web 1"), ("fail readiness web", "probe fail web readiness"),
    ("create ns a", "create namespace a"), ("+5s", "advance +5s"), ("quit", "exit"),
    ("k get po && k get no", "get pods && get nodes"),
    ("k get po | grep web", "get pods | grep web"),
    ("k exec web -- sh -c 'echo \"a  b\"'", "exec web -- sh -c 'echo \"a  b\"'"),
    ("k annotate po web a='it  is'", "annotate pod web a='it  is'"),
    ("kubectl apply -f - <<Y\nkubectl: ls\nY", "apply -f - <<Y\nkubectl: ls\nY"),
    ("kubectl apply -f - <<Y && ls\na\nY\nls", "apply -f - <<Y && get pods\na\nY\nget pods"),
    ("get 'po", "get 'po"), ("", ""), ("frobnicate po", "frobnicate po"),
  ]

  @Test(arguments: cases) func canonical(_ typed: String, _ shown: String) {
    #expect(CommandTable.canonical(typed) == shown)
  }

  @Test(arguments: cases) func stays(_ typed: String, _ shown: String) {
    #expect(CommandTable.canonical(shown) == shown)
  }

  @Test(arguments: cases) func meansTheSame(_ typed: String, _ shown: String) {
    func outcome(_ command: String) -> String {
      var session = Session(configuration: SessionConfiguration(manner: .plain))
      _ = session.submit("run web --image=nginx && advance 5s")
      let outcome = session.submit(command)
      return outcome.standardOutput + (outcome.error?.name ?? "")
    }
    #expect(outcome(typed) == outcome(shown))
  }
}
