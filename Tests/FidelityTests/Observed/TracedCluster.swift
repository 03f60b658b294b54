import Foundation

/// Reads podlab's cluster out of a trace: one JSON object a line, `t` (virtual seconds), `type`
/// (`ADDED`, `MODIFIED`, `DELETED`) and `object`, the API object itself.
extension ObservedCluster {
  init(trace: Data) throws {
    pods = []
    events = []
    endpoints = []
    for line in trace.split(separator: UInt8(ascii: "\n")) {
      let record = try JSONFields(parsing: Data(line))
      try add(record.required("object", record.object("object")), of: record)
    }
  }

  private mutating func add(_ object: JSONFields, of record: JSONFields) throws {
    let time = try record.required("t", record.number("t"))
    switch object.text("kind") {
    case "Pod": try addPod(object, at: time, deleted: record.text("type") == "DELETED")
    case "EndpointSlice": endpoints?.append(EndpointCounts(slice: object))
    case "Event": events.append(try ObservedEvent(traced: object, at: time))
    case _: break
    }
  }

  private mutating func addPod(_ object: JSONFields, at time: Double, deleted: Bool) throws {
    let metadata = try object.required("metadata", object.object("metadata"))
    let name = try metadata.required("name", metadata.text("name"))
    let known = pods.firstIndex { $0.name == name }
    if known == nil { pods.append(ObservedPod(name: name, states: [], gone: nil)) }
    let index = known ?? pods.count - 1
    pods[index].gone = deleted ? time : nil
    if !deleted { pods[index].states.append(try PodState(traced: object, metadata, at: time)) }
  }
}

extension PodState {
  fileprivate init(traced pod: JSONFields, _ metadata: JSONFields, at time: Double) throws {
    let status = pod.object("status") ?? JSONFields([:])
    self.time = time
    phase = status.text("phase") ?? "Pending"
    reason = status.text("reason")
    deleting = metadata.text("deletionTimestamp") != nil
    qosClass = status.text("qosClass")
    hasAddress = status.text("podIP")?.isEmpty == false
    conditions = try status.list("conditions").map {
      try PodCondition(type: $0.required("type", $0.text("type")), $0)
    }.sorted { $0.type < $1.type }
    initContainers = try status.list("initContainerStatuses").map(ContainerStatus.init)
    containers = try status.list("containerStatuses").map(ContainerStatus.init)
  }
}

extension ObservedEvent {
  fileprivate init(traced event: JSONFields, at time: Double) throws {
    let about = try event.required("involvedObject", event.object("involvedObject"))
    self.time = time
    kind = try about.required("kind", about.text("kind")).lowercased()
    name = try about.required("name", about.text("name"))
    type = try event.required("type", event.text("type"))
    reason = try event.required("reason", event.text("reason"))
  }
}

extension EndpointCounts {
  /// Those that terminate are left out, as the recording left them out.
  fileprivate init(slice: JSONFields) {
    let conditions = slice.list("endpoints").map { $0.object("conditions") ?? JSONFields([:]) }
    let staying = conditions.filter { !$0.flag("terminating") }
    ready = staying.count { $0.flag("ready") }
    notReady = staying.count - ready
  }
}
