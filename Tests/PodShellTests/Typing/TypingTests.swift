import PodShell
import Testing

/// What a session knows about a line that is being typed.
@Suite struct TypingTests {
  private static let session: Session = {
    var configuration = SessionConfiguration(manner: .terminal)
    configuration.isInteractive = true
    var session = Session(configuration: configuration)
    _ = session.submit("create pod web --image=nginx && advance 10s")
    _ = session.submit("alias w='get pods -o wide' && alias ww='w -A'")
    return session
  }()

  @Test(arguments: [
    ("get pods", ["get"], []), ("kubectl get pods", ["get"], []),
    ("  describe x", ["describe"], []),
    ("gte pods", [], ["gte"]), ("nope && get pods; nah", ["get"], ["nope", "nah"]),
    ("de", [], []), ("de pods", [], ["de"]), ("desc pod", ["desc"], []), ("w", ["w"], []),
    ("rollout", ["rollout"], []), ("crash web", ["crash"], []), ("hint", ["hint"], []),
    ("grep x f", ["grep"], []), ("'get' pods", [], []), ("", [], []), ("# get", [], []),
    ("create pod a --image='x", ["create"], []), ("get pods &&", ["get"], []),
    ("attach web", [], ["attach"]),
  ])
  func `verbs are known or not`(_ line: String, _ known: [String], _ unknown: [String]) {
    let marks = Self.session.verbs(in: line)
    func words(_ kind: VerbMark.Kind) -> [String] {
      marks.filter { $0.kind == kind }.map {
        String(decoding: Array(line.utf8)[$0.range], as: UTF8.self)
      }
    }
    #expect(words(.known) == known)
    #expect(words(.unknown) == unknown)
  }

  @Test(arguments: [
    ("desc", "ribe"), ("describe pod w", "eb"), ("get", ""), ("describe pod ", "web"),
    ("describe node ", ""), ("get pods -o ya", "ml"), ("xyz", ""), ("", ""),
    ("explain pod.spec.nodeN", "ame"),
  ])
  func `a line can go on`(_ line: String, _ rest: String) {
    #expect(Self.session.suggestion(for: line) == rest)
  }

  @Test(arguments: [
    ("descr pod web", "describe pod web"), ("w", "get pods -o wide"),
    ("k w -n x", "k get pods -o wide -n x"),
    ("ww | head", "get pods -o wide -A | head"), ("de pods", "de pods"), ("get pods", "get pods"),
    ("adv 5s && w", "advance 5s && get pods -o wide"),
    ("apply -f - <<Y\ndescr\nY", "apply -f - <<Y\ndescr\nY"),
    ("desc 'a", "desc 'a"), ("crash web", "crash web"), ("s", "s"),
  ])
  func `short forms are written out`(_ typed: String, _ written: String) {
    #expect(Self.session.canonical(typed) == written)
    #expect(Self.session.canonical(written) == written)
  }

  @Test func `where nobody types, verbs are whole`() {
    let lab = Laboratory()
    #expect(lab.session.canonical("descr pod web") == "descr pod web")
  }

  @Test(arguments: [
    ("advance", "advance DURATION"), ("get pods --show-labels", "--show-labels"),
    ("explain pod.spec.hostname", "FIELD: hostname"), ("get pods", "KIND:       Pod"),
    ("describe pod web", "web: Running"), ("w", "w stands for: get pods -o wide"),
    ("gte", "did you mean get?"), ("", "help VERB, help TOPIC"), ("create", "create deployment"),
  ])
  func `help is about the word at the cursor`(_ line: String, _ said: String) {
    let text = Self.session.help(for: line, cursor: line.utf8.count).joined(separator: "\n")
    #expect(text.contains(said))
  }

  @Test func `the cursor may stand inside of the word`() {
    let line = "advance 5s"
    #expect(
      Self.session.help(for: line, cursor: 2) == Self.session.help(for: "advance", cursor: 7))
  }
}
