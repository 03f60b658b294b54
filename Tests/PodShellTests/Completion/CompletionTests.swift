import PodShell
import Testing

struct CompletionTests {
  private static let session: Session = {
    var lab = Laboratory()
    _ = lab.type("run web --image=nginx && run worker --image=busybox -- sleep 60 && advance 10s")
    return lab.session
  }()

  private static let cases: [(line: String, words: [String]?)] = [
    ("ge", ["get"]), ("kubectl desc", ["describe"]), ("get no", ["nodes", "node"]),
    ("get pod w", ["web", "worker"]), ("describe pod/w", ["pod/web", "pod/worker"]),
    ("kill ", ["node", "container", "sandbox"]), ("kill node node-", []),
    ("cordon node-", ["node-1", "node-2", "node-3"]), ("start no", ["node"]),
    ("start node node-1", ["node-1"]), ("probe fail w", ["web", "worker"]),
    ("probe fail web re", ["readiness"]), ("get pods --show-l", ["--show-labels"]),
    ("get pods -o ya", ["yaml"]), ("get pods -o=ya", []), ("run x --restart=Ne", ["Never"]),
    ("get pods -n kube-p", ["kube-public"]), ("oom web/", ["web/web"]), ("help adv", ["advance"]),
    ("get pods && desc", ["describe"]), ("zzz ", []), ("", nil), ("create sec", ["secret"]),
    ("create secret d", ["docker-registry"]),
    ("evict 'w", ["web", "worker"]),
  ]

  @Test(arguments: cases)
  func offers(line: String, words: [String]?) {
    let found = Self.session.completions(for: line, cursor: line.utf8.count).candidates.map(\.word)
    if let words { #expect(found == words) } else { #expect(found.contains("advance")) }
  }

  @Test func replacesTheWordAtTheCursor() {
    let found = Self.session.completions(for: "get pod we --x", cursor: 10)
    #expect(found.replacing == 8)
    #expect(found.candidates.first?.word == "web")
    #expect(found.candidates.first?.description.hasPrefix("Running  node-") == true)
    #expect(Self.session.completions(for: "run x --restart=Ne", cursor: 18).replacing == 16)
  }
}
