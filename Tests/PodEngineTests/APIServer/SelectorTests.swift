internal import OrderedCollections
internal import Testing

@testable internal import PodEngine

struct SelectorTests {
  private static let labels: StringMap<String> = ["app": "web", "tier": "1", "env": ""]

  @Test(arguments: [
    ("", true), ("app=web", true), ("app==web", true), ("app=db", false), ("app!=db", true),
    ("none!=x", true), ("app in (web, db)", true), ("app notin (web)", false), ("app", true),
    ("!app", false), ("!none,app=web", true), ("tier>0", true), ("tier<1", false), ("env=", true),
    ("app=web,tier=2", false), (" app = web , tier in (1) ", true),
  ])
  func matchesLabels(text: String, matches: Bool) throws {
    #expect(try SelectorParser.labels(text).matches(Self.labels) == matches)
  }

  @Test(arguments: [
    ("a in (x", "unable to parse requirement: found '', expected: ',' or ')'"),
    ("a in x", "unable to parse requirement: found 'x' expected: '('"),
    ("=a", "found '=', expected: !, identifier, or 'end of string'"),
    ("a=b,", "found '', expected: identifier after ','"),
    ("a b", "unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt"),
    ("a=b c", "found 'c', expected: ',' or 'end of string'"),
  ])
  func refusesLabelSelectors(text: String, message: String) {
    #expect(throws: SelectorError(message)) { try SelectorParser.labels(text) }
  }

  @Test func refusesBadKeysAndValues() {
    let key = #expect(throws: SelectorError.self) { try SelectorParser.labels("a_=b") }
    #expect(
      key?.message.hasPrefix("unable to parse requirement: <nil>: Invalid value: \"a_\"") == true)
    #expect(throws: SelectorError.self) { try SelectorParser.labels("a=-b") }
    #expect(throws: SelectorError.self) { try SelectorParser.labels("a in ()") }
  }

  @Test(arguments: [
    ("spec.nodeName=n1", true), ("spec.nodeName!=n1", false), ("spec.hostNetwork=false", true),
    ("status.phase=Running,metadata.name=web", true), ("status.podIP=1.2.3.4", true),
    ("spec.host=n1", true), ("status.phase=Pending", false), ("", true),
  ])
  func matchesFields(text: String, matches: Bool) throws {
    let pod: APIValue = [
      "metadata": ["name": "web"], "spec": ["nodeName": "n1"],
      "status": ["phase": "Running", "podIPs": [["ip": "1.2.3.4"]]],
    ]
    #expect(try FieldSelector(parsing: text, for: .pods).matches(pod, resource: .pods) == matches)
  }

  @Test func choosesEventsByTheirObject() throws {
    let event: APIValue = [
      "involvedObject": ["name": "web"], "reason": "Pulled", "source": ["component": "kubelet"],
    ]
    let selector = try FieldSelector(
      parsing: "involvedObject.name=web,reason!=Failed,source=kubelet", for: .events)
    #expect(selector.matches(event, resource: .events))
  }

  @Test func refusesUnknownFields() {
    let error = #expect(throws: APIError.self) {
      try FieldSelector.parse("spec.image=a", for: .pods)
    }
    #expect(error?.reason == .badRequest)
    #expect(
      error?.message == """
        Unable to find "/v1, Resource=pods" that match label selector "", \
        field selector "spec.image=a": field label not supported: spec.image
        """)
    #expect(throws: SelectorError("invalid selector: 'web'; can't understand 'web'")) {
      try FieldSelector(parsing: "web", for: .pods)
    }
  }

  private static let deletions: [(APIValue, Int?, Int)] = [
    (["spec": ["nodeName": "n"], "status": ["phase": "Pending"]], 30, 30),
    (["spec": ["nodeName": "n"], "status": ["phase": "Failed"]], 30, 0),
    (["spec": .emptyObject, "status": ["phase": "Pending"]], 30, 0),
    (["spec": ["nodeName": "n", "terminationGracePeriodSeconds": -1]], nil, 1),
    (["spec": ["nodeName": "n", "terminationGracePeriodSeconds": 30]], 100, 100),
    (["spec": ["nodeName": "n", "terminationGracePeriodSeconds": 30]], 0, 0),
  ]

  @Test(arguments: deletions)
  func knowsTheDeadline(pod: APIValue, requested: Int?, seconds: Int) {
    #expect(PodDeletion.gracePeriodSeconds(pod: pod, requested: requested) == seconds)
  }

  /// Seconds of the first request, seconds between, seconds of the second, and the deadline.
  @Test(arguments: [
    (30, 5, 60 as Int?, "00:00:30"), (30, 5, nil, "00:00:30"), (30, 5, 30, "00:00:30"),
    (30, 5, 10, "00:00:10"), (30, 20, 10, "00:00:10"), (30, 5, -1, "00:00:01"),
  ])
  func laterRequestsOnlyShorten(first: Int, between: Int, second: Int?, deadline: String) throws {
    let pod: APIValue = ["metadata": ["generation": 1], "spec": ["nodeName": "n"]]
    guard case .keep(let going) = PodDeletion.step(pod, requested: first, at: .start) else {
      throw SelectorError("not kept")
    }
    let step = PodDeletion.step(going, requested: second, at: .start + .seconds(between))
    guard case .keep(let kept) = step == .wait ? .keep(going) : step else {
      throw SelectorError("not kept")
    }
    let text = kept[path: "metadata", "deletionTimestamp"]?.stringValue
    #expect(text?.hasSuffix("T\(deadline)Z") == true)
    // Only the first request is a new generation.
    #expect(kept[path: "metadata", "generation"] == 2)
    #expect(PodDeletion.step(going, requested: 0, at: .start) == .erase)
    var held = going
    held[path: "metadata", "finalizers"] = ["example.com/hold"]
    #expect(PodDeletion.step(held, requested: 0, at: .start) != .erase)
  }

  @Test func choosesTheContainerOfALog() throws {
    let two = Sample.pod(
      spec: [
        "containers": [["name": "a"], ["name": "b"]], "initContainers": [["name": "i"]],
      ])
    #expect(try PodLogContainer.choose(nil, pod: Sample.pod()) == "app")
    #expect(try PodLogContainer.choose("i", pod: two) == "i")
    let error = #expect(throws: APIError.self) { try PodLogContainer.choose(nil, pod: two) }
    #expect(
      error?.message
        == "a container name must be specified for pod web, choose one of: [i a b]")
    let unknown = #expect(throws: APIError.self) { try PodLogContainer.choose("x", pod: two) }
    #expect(unknown?.message == "container x is not valid for pod web")
  }
}
