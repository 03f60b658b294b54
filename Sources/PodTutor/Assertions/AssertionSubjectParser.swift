internal import PodEngine

// How a check names what it is about.
extension AssertionParser {
  /// Reads `pod/web`, and `-n NAMESPACE` behind it.
  mutating func object(_ token: AssertionToken) throws(SourceError) -> ObjectKey {
    let halves = token.text.split(separator: "/", maxSplits: 1).map(String.init)
    guard token.kind == .word, halves.count == 2, let resource = Resource(word: halves[0]) else {
      throw error(token, "`\(token.text)` names no object", "Write pod/NAME or node/NAME.")
    }
    return ObjectKey(resource, namespace: try namespace(), name: halves[1])
  }

  mutating func namespace() throws(SourceError) -> String {
    accept("-n") ? try take("a namespace").text : "default"
  }

  mutating func subject() throws(SourceError) -> AssertionSubject {
    let token = try take("a subject, such as pod/web")
    if token.text == "event" { return .event(try event()) }
    if token.text == "process" { return .process(try processes()) }
    if token.text == "log" { return .log(try log()) }
    if token.text == "count" {
      try expect("(")
      let selection = try selection(try take("a kind, such as pods"))
      try expect(")")
      return .count(selection)
    }
    if token.text.hasPrefix("quiz/") {
      return .quiz(String(token.text.dropFirst("quiz/".count)))
    }
    if token.text.contains("/") {
      return .object(try object(token))
    }
    return .selection(try selection(token))
  }

  private mutating func selection(_ token: AssertionToken) throws(SourceError) -> ObjectSelection {
    guard let resource = Resource(word: token.text) else {
      throw error(
        token, "`\(token.text)` is neither a subject nor a kind",
        "Subjects are pod/NAME, node/NAME, pods -l KEY=VALUE, event …, process …, log …, quiz/ID, count(…)."
      )
    }
    var labels: StringMap<String> = [:]
    var text = token.text
    if accept("-l") {
      let selector = try take("a label, such as app=web")
      text += " -l \(selector.text)"
      for pair in selector.text.split(separator: ",") {
        let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2, !halves[0].isEmpty else {
          throw error(selector, "`\(pair)` is no label", "Write `-l KEY=VALUE`.")
        }
        labels[String(halves[0])] = String(halves[1])
      }
    }
    return ObjectSelection(
      resource: resource, namespace: try namespace(), labels: labels, text: text)
  }

  /// `process [on node/NAME] of pod/NAME`.
  private mutating func processes() throws(SourceError) -> ProcessSelection {
    var node: String?
    if accept("on") { node = try object(of: .nodes).name }
    try expect("of")
    return ProcessSelection(pod: try object(of: .pods), node: node)
  }

  /// `log of pod/NAME`, or one container of it: `log of pod/NAME/CONTAINER`.
  private mutating func log() throws(SourceError) -> LogSelection {
    try expect("of")
    let key = try object(of: .pods)
    let halves = key.name.split(separator: "/", maxSplits: 1).map(String.init)
    return LogSelection(
      pod: ObjectKey(.pods, namespace: key.namespace, name: halves.first ?? ""),
      container: halves.count == 2 ? halves[1] : nil)
  }

  private mutating func object(of resource: Resource) throws(SourceError) -> ObjectKey {
    let token = try take("a \(resource.singular), such as \(resource.singular)/web")
    let key = try object(token)
    guard key.resource == resource else {
      throw error(
        token, "`\(token.text)` is no \(resource.singular)", "Write \(resource.singular)/NAME.")
    }
    return key
  }

  private mutating func event() throws(SourceError) -> EventSelection {
    var reason: String?
    var about: ObjectKey?
    var words = ["event"]
    if let token = peek, token.text.hasPrefix("reason=") {
      index += 1
      reason = String(token.text.dropFirst("reason=".count))
      words.append(token.text)
    }
    if accept("on") {
      let token = try take("an object, such as pod/web")
      about = try object(token)
      words += ["on", token.text]
    }
    if reason == nil, about == nil {
      let token = try take("`reason=…` or `on …`")
      throw error(token, "which event?", "Write `event reason=REASON on pod/NAME`.")
    }
    return EventSelection(reason: reason, about: about, text: words.joined(separator: " "))
  }
}
