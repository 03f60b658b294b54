internal import PodEngine
internal import PodShell

/// Finds the fewest claims that are true after a step and not true when nothing was done, when
/// somebody only waited, or when one of the commands is left out.
struct CheckDerivation: Sendable {
  private let start: Session
  private let end: Session
  private let commands: [String]

  init(from start: Session, to end: Session, _ commands: [String]) {
    (self.start, self.end, self.commands) = (start, end, commands)
  }

  /// The lines of the check, and the names that they use.
  func lines() -> (lines: [String], names: [String]) {
    let candidates = candidates().filter { holds($0, in: end) }
    var chosen: [Candidate] = []
    var comments: [String] = []
    for (session, what) in rivals() where !chosen.contains(where: { !holds($0, in: session) }) {
      guard let candidate = candidates.first(where: { !holds($0, in: session) }) else {
        comments.append("# WRITE: nothing here tells the solution from \(what).")
        continue
      }
      chosen.append(candidate)
    }
    var names: [String] = []
    for name in chosen.map(\.name) where !names.contains(name) { names.append(name) }
    let lines = chosen.isEmpty ? ["expect pod/NAME exists"] : chosen.map(\.line)
    return (comments + lines, names)
  }

  private struct Candidate {
    let line: String
    let name: String
  }

  /// The sessions that must not pass.
  private func rivals() -> [(Session, String)] {
    var idle = start
    _ = idle.submit("advance 1h")
    var found = [(start, "doing nothing"), (idle, "waiting for an hour")]
    for (index, command) in commands.enumerated() {
      var session = start
      var changes = false
      for (other, text) in commands.enumerated() {
        let before = session.cluster
        if other == index {
          var probe = session
          _ = probe.submit(text)
          changes = probe.cluster.differs(from: before)
        } else {
          _ = session.submit(text)
        }
      }
      if changes { found.append((session, "leaving out `\(command.firstLine)`")) }
    }
    return found
  }

  private func holds(_ candidate: Candidate, in session: Session) -> Bool {
    let position = SourcePosition("draft", 1)
    guard let assertion = try? AssertionParser.assertion(candidate.line, at: position) else {
      return false
    }
    return Checker.holds(assertion, StepHistory(from: start.cluster, to: session.cluster))
  }
}

// What could be claimed: of objects that the step made, changed or removed.
extension CheckDerivation {
  private static let kinds: [Resource] = [
    .pods, .deployments, .jobs, .services, .configMaps, .secrets, .namespaces, .nodes,
  ]

  private func candidates() -> [Candidate] {
    Self.kinds.flatMap { resource -> [Candidate] in
      let (before, after) = (objects(resource, start), objects(resource, end))
      let changed = after.filter { object in
        !before.contains { $0.key == object.key && $0.value == object.value }
      }
      let gone = before.filter { object in !after.contains { $0.key == object.key } }
      return changed.flatMap {
        claims($0.key, $0.value, isNew: !before.map(\.key).contains($0.key))
      }
        + gone.map { Candidate(line: "expect \($0.key.checkName) absent", name: $0.key.name) }
    }
  }

  /// Objects with names that an author can write down.
  private func objects(_ resource: Resource, _ session: Session) -> [(
    key: ObjectKey, value: APIValue
  )] {
    session.cluster.objects.list(resource)
      .filter { resource != .pods || $0.metadata.ownerReferences.isEmpty }
      .map {
        (ObjectKey(resource, namespace: $0.metadata.namespace, name: $0.metadata.name), $0.tree)
      }
  }

  private func claims(_ key: ObjectKey, _ object: APIValue, isNew: Bool) -> [Candidate] {
    let name = key.checkName
    var lines = isNew ? ["expect \(name) exists"] : []
    if key.resource == .pods { lines += podClaims(name, object) }
    let conditions = object[path: "status", "conditions"]?.arrayValue ?? []
    let isReady: (APIValue) -> Bool = { $0["type"]?.stringValue == "Ready" }
    // What everybody looks at first.
    for condition in conditions.filter(isReady) + conditions.filter({ !isReady($0) }) {
      guard let type = condition["type"]?.stringValue, let status = condition["status"]?.stringValue
      else { continue }
      lines.append("expect \(name) condition=\(type)=\(status)")
    }
    for path in Self.paths {
      guard let path = FieldPath(path), KnownFields.contains(path, in: key.resource),
        let value = path.value(in: object)?.comparableText, !value.isEmpty
      else { continue }
      lines.append("expect \(name) \(path.text) == \(value)")
    }
    for reason in reasons(about: key) {
      lines.append("once event reason=\(reason) on \(name) exists")
    }
    if isNew { lines.append("expect \(name) age < 30m") }
    return lines.map { Candidate(line: $0, name: key.name) }
  }

  private static let paths = [
    "{.status.phase}", "{.spec.unschedulable}", "{.spec.replicas}", "{.status.readyReplicas}",
    "{.status.succeeded}", "{.spec.type}", "{.spec.nodeName}", "{.metadata.deletionTimestamp}",
  ]

  private func podClaims(_ name: String, _ object: APIValue) -> [String] {
    let statuses = object[path: "status", "containerStatuses"]?.arrayValue ?? []
    let restarts = statuses.compactMap { status -> String? in
      guard let container = status["name"]?.stringValue,
        let count = status["restartCount"]?.intValue,
        count > 0
      else { return nil }
      return "expect \(name) {.status.containerStatuses[\(container)].restartCount} >= \(count)"
    }
    return ["expect \(name) status == \(PodStatusColumn.text(of: object))"] + restarts
  }

  private func reasons(about key: ObjectKey) -> [String] {
    var reasons: [String] = []
    for event in end.cluster.watchLog.elements(from: start.cluster.watchLog.count)
    where event.key.resource == .events {
      let about = event.object["involvedObject"]
      guard about?["name"]?.stringValue == key.name,
        about?["kind"]?.stringValue == key.resource.kind,
        let reason = event.object["reason"]?.stringValue, !reasons.contains(reason)
      else { continue }
      reasons.append(reason)
    }
    return reasons
  }
}

extension ObjectKey {
  /// As a check spells it: `pod/web`, `pod/web -n other`.
  fileprivate var checkName: String {
    let name = "\(resource.singular)/\(name)"
    return namespace.isEmpty || namespace == "default" ? name : "\(name) -n \(namespace)"
  }
}
