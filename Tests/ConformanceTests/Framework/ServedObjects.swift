import OrderedCollections

@testable import PodEngine
@testable import PodShell

/// A laboratory whose API server serves exactly the given objects, in which nothing happens by
/// itself: what the real kubectl was given when its answers were noted.
struct ServedObjects {
  private var session: Session

  /// `stored` are objects that the API server had kept: with its defaults. `files` are what lies in the
  /// folder in which the command is typed.
  init(
    _ objects: [APIValue], stored: Bool, files: OrderedDictionary<String, String> = [:]
  ) throws {
    session = Session(
      configuration: SessionConfiguration(
        nodeCount: 0, manner: .plain, files: CaseFiles(texts: files)))
    for object in objects {
      var tree = RelativeTimes.resolved(object, now: session.cluster.now)
      let apiVersion = tree[path: "apiVersion"]?.stringValue ?? ""
      let kind = tree[path: "kind"]?.stringValue ?? ""
      guard let resource = Resource(kind: kind, apiVersion: apiVersion) else {
        throw UnknownQuestion("objects of kind \(apiVersion) \(kind)")
      }
      // The server that answered kubectl removed Pods at once: no kubelet has a say there.
      if stored, resource == .pods, tree[path: "spec", "terminationGracePeriodSeconds"] == nil {
        tree[path: "spec", "terminationGracePeriodSeconds"] = 0
      }
      if stored { Defaulting.apply(to: &tree, resource: resource) }
      let metadata = tree["metadata"]
      let key = ObjectKey(
        resource, namespace: metadata?["namespace"]?.stringValue ?? "",
        name: metadata?["name"]?.stringValue ?? "")
      session.cluster.apiServer.store.restore(try StoredObject(tree, resource), key)
    }
  }

  /// What a command given as an argument list does and says, as the program around the session
  /// would pass it on.
  mutating func run(_ arguments: [String]) -> Answer {
    let line = arguments.map(Self.quoted).joined(separator: " ")
    let outcome = session.submit(line)
    var answer = Answer()
    answer["rc"] = .equals(.integer(outcome.error?.exitCode ?? 0))
    answer["stdout"] = .equals(.string(outcome.standardOutput))
    answer["stderr"] = .equalsOr(.string(Self.withoutClock(outcome.standardError)), whenUnsaid: "")
    return answer
  }

  /// That the clock moved is podlab's own news, after what kubectl says.
  private static func withoutClock(_ text: String) -> String {
    text.replacing(/(?m)^clock \+\S+ → \S+\n/, with: "")
  }

  private static func quoted(_ word: String) -> String {
    "'" + word.replacing("'", with: "'\\''") + "'"
  }
}

/// The files of a case.
struct CaseFiles: FileAccess {
  let texts: OrderedDictionary<String, String>

  func read(_ path: String) throws(FileAccessError) -> String {
    if let text = texts[path] { return text }
    throw FileAccessError(.missing, path: path)
  }

  func names(beginning path: String) -> [String] {
    PathText.names(of: Array(texts.keys), beginning: path)
  }
}

/// Times that cases give relative to the moment of the question: `@now-90s`, `@now+1.9s`; with a
/// `u` at the end the time has microseconds.
enum RelativeTimes {
  static func resolved(_ value: APIValue, now: SimulatedTime) -> APIValue {
    switch value {
    case .object(let fields): .object(fields.mapValues { resolved($0, now: now) })
    case .array(let elements): .array(elements.map { resolved($0, now: now) })
    case .string(let text): time(text, now: now).map(APIValue.string) ?? value
    case .null, .bool, .integer, .double: value
    }
  }

  private static func time(_ text: String, now: SimulatedTime) -> String? {
    guard let match = text.wholeMatch(of: /@now([+-])([0-9.]+)s(u?)/),
      let seconds = Double(match.output.2)
    else { return nil }
    let distance = SimulatedDuration.milliseconds(Int((seconds * 1000).rounded()))
    let time = match.output.1 == "-" ? now - distance : now + distance
    return match.output.3.isEmpty ? time.timestamp : time.microTimestamp
  }
}
