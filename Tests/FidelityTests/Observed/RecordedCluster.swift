/// Reads the real cluster out of a recording; the format is told in `README.md`.
extension ObservedCluster {
  init(recording: JSONFields) throws {
    let pods = try recording.required("pods", recording.object("pods"))
    self.pods = try pods.names.map { name in
      try ObservedPod(name: name, recorded: pods.required(name, pods.object(name)))
    }
    events = try recording.list("events").map(ObservedEvent.init(recorded:))
    if recording.names.contains("endpoints") {
      endpoints = recording.list("endpoints").map {
        EndpointCounts(ready: $0.integer("ready") ?? 0, notReady: $0.integer("notReady") ?? 0)
      }
    }
  }
}

extension ObservedPod {
  fileprivate init(name: String, recorded fields: JSONFields) throws {
    self.name = name
    states = try fields.list("states").map(PodState.init(recorded:))
    gone = fields.number("gone")
  }
}

extension PodState {
  fileprivate init(recorded fields: JSONFields) throws {
    time = try fields.required("t", fields.number("t"))
    phase = try fields.required("phase", fields.text("phase"))
    reason = fields.text("reason")
    deleting = fields.flag("deleting")
    qosClass = fields.text("qos")
    hasAddress = fields.flag("ip")
    let conditions = fields.object("conditions") ?? JSONFields([:])
    self.conditions = try conditions.names.map {
      try PodCondition(type: $0, conditions.required($0, conditions.object($0)))
    }
    initContainers = try fields.list("init").map(ContainerStatus.init)
    containers = try fields.list("containers").map(ContainerStatus.init)
  }
}

extension ObservedEvent {
  fileprivate init(recorded fields: JSONFields) throws {
    time = try fields.required("t", fields.number("t"))
    let object = try fields.required("object", fields.text("object"))
    let words = object.split(separator: "/", maxSplits: 1).map(String.init)
    kind = words.first ?? ""
    name = words.last ?? ""
    type = try fields.required("type", fields.text("type"))
    reason = try fields.required("reason", fields.text("reason"))
  }
}
