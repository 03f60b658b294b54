/// Replaces every name in a recording by a random one, the same everywhere: Pods, controllers,
/// services, containers, volumes, ConfigMaps and Secrets, labels and taints, in manifests, actions,
/// statuses and events. Nodes keep theirs, because podlab names them (`--nodes`), and images,
/// because the registry knows them.
struct Renaming {
  private var names: RandomNames
  /// The objects that the recording's manifests make; what a controller makes begins with their
  /// names.
  private var made: [String] = []

  init(seed: UInt64) { names = RandomNames(seed: seed) }

  mutating func renamed(_ recording: [String: Any]) -> [String: Any] {
    let steps = recording["do"] as? [[String: Any]] ?? []
    made = steps.compactMap {
      (($0["apply"] as? [String: Any])?["metadata"] as? [String: Any])?["name"] as? String
    }
    var result = recording
    result["do"] = steps.map { step($0) }
    var pods: [String: Any] = [:]
    for (name, pod) in (recording["pods"] as? [String: Any] ?? [:]).sorted(by: { $0.key < $1.key })
    {
      pods[object(name)] = observed(pod)
    }
    result["pods"] = pods
    result["events"] = (recording["events"] as? [[String: Any]] ?? []).map { event in
      var event = event
      event["object"] = target(event["object"] as? String ?? "")
      return event
    }
    return result
  }

  private mutating func object(_ old: String) -> String {
    let owner = made.filter { old.hasPrefix($0 + "-") }.max { $0.count < $1.count }
    guard !made.contains(old), let owner else { return names.name("object", old) }
    return names.generated("object", old, owner: owner)
  }

  /// `pod/web`; nodes stay.
  private mutating func target(_ text: String) -> String {
    let words = text.split(separator: "/", maxSplits: 1).map(String.init)
    guard words.count == 2, words[0] != "node" else { return text }
    return "\(words[0])/\(object(words[1]))"
  }

  private mutating func step(_ step: [String: Any]) -> [String: Any] {
    var result = step
    for key in ["delete", "evict", "patch", "killContainer", "killSandbox"] {
      if let text = step[key] as? String { result[key] = target(text) }
    }
    for key in ["apply", "merge", "strategic"] {
      if let tree = step[key] { result[key] = manifest(tree, inside: "") }
    }
    if let name = step["container"] as? String { result["container"] = container(name) }
    if let text = step["selector"] as? String {
      let pair = text.split(separator: "=").map(String.init)
      let (key, value) = (pair[0], pair[1])
      result["selector"] = "\(labelKey(key))=\(labelValue(value, of: key))"
    }
    return result
  }

  private mutating func container(_ old: String) -> String { names.name("container", old) }

  // MARK: manifests

  private mutating func manifest(_ value: Any, inside parent: String) -> Any {
    if let list = value as? [Any] { return list.map { manifest($0, inside: parent) } }
    guard let fields = value as? [String: Any] else { return value }
    if Self.isLabelMap(parent, fields) { return labels(fields) }
    var result: [String: Any] = [:]
    let key = fields["key"] as? String ?? ""
    for (field, value) in fields.sorted(by: { $0.key < $1.key }) {
      result[field] = renamed(value, field, inside: parent, key: key)
    }
    return result
  }

  private mutating func renamed(
    _ value: Any, _ field: String, inside parent: String, key: String
  ) -> Any {
    switch (parent, field, value) {
    case ("metadata", "name", let name as String), ("configMapRef", "name", let name as String),
      ("secretRef", "name", let name as String), ("configMapKeyRef", "name", let name as String),
      ("secretKeyRef", "name", let name as String), ("configMap", "name", let name as String),
      ("secret", "name", let name as String), ("secret", "secretName", let name as String):
      return object(name)
    case ("containers", "name", let name as String), ("initContainers", "name", let name as String):
      return container(name)
    case ("volumes", "name", let name as String), ("volumeMounts", "name", let name as String):
      return names.name("volume", name)
    case ("matchExpressions", "key", let name as String), ("taints", "key", let name as String),
      ("tolerations", "key", let name as String), (_, "topologyKey", let name as String):
      return labelKey(name)
    case ("taints", "value", let text as String), ("tolerations", "value", let text as String):
      return labelValue(text, of: key)
    case ("matchExpressions", "values", let texts as [String]):
      return texts.map { labelValue($0, of: key) }
    case (_, _, _): return manifest(value, inside: field)
    }
  }

  private static func isLabelMap(_ parent: String, _ fields: [String: Any]) -> Bool {
    switch parent {
    case "labels", "matchLabels", "nodeSelector": true
    case "selector": fields["matchLabels"] == nil && fields["matchExpressions"] == nil
    case _: false
    }
  }

  private mutating func labels(_ fields: [String: Any]) -> [String: Any] {
    var result: [String: Any] = [:]
    for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
      result[labelKey(key)] = (value as? String).map { labelValue($0, of: key) } ?? value
    }
    return result
  }

  /// Keys with a slash are Kubernetes' own, and so are their values.
  private mutating func labelKey(_ key: String) -> String {
    key.contains("/") ? key : names.name("label", key)
  }

  private mutating func labelValue(_ value: String, of key: String) -> String {
    key.contains("/") ? value : names.name("label value", value)
  }

  // MARK: what was seen

  private mutating func observed(_ pod: Any) -> Any {
    guard var fields = pod as? [String: Any] else { return pod }
    fields["states"] = (fields["states"] as? [[String: Any]] ?? []).map { state in
      var state = state
      for key in ["containers", "init"] {
        if let list = state[key] as? [[String: Any]] { state[key] = list.map { status($0) } }
      }
      return state
    }
    return fields
  }

  private mutating func status(_ status: [String: Any]) -> [String: Any] {
    var result = status
    result["name"] = container(status["name"] as? String ?? "")
    if var state = status["state"] as? [String: Any],
      var waiting = state["waiting"] as? [String: Any], let text = waiting["message"] as? String
    {
      waiting["message"] = message(text)
      state["waiting"] = waiting
      result["state"] = state
    }
    return result
  }

  /// `back-off 10s restarting failed container=app pod=web_default(…)`.
  private mutating func message(_ text: String) -> String {
    guard let match = text.firstMatch(of: /container=([^ ]+) pod=([^_]+)_/) else { return text }
    return text.replacing(
      match.0, with: "container=\(container(String(match.1))) pod=\(object(String(match.2)))_")
  }
}
