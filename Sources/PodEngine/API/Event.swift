/// Something that happened to an object, for people to read (`v1.Event`); gone after an hour.
package struct Event: Hashable, Codable, Sendable {
  package var metadata = ObjectMeta()
  package var involvedObject: ObjectReference
  package var reason = ""
  package var message = ""
  package var source = EventSource()
  package var firstTimestamp: SimulatedTime?
  package var lastTimestamp: SimulatedTime?
  package var count: Int?
  package var type: EventType = .normal
  package var eventTime: SimulatedTime?
  package var series: EventSeries?
  package var action = ""
  package var reportingComponent = ""
  package var reportingInstance = ""

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(metadata, forKey: .metadata)
    try container.encode(involvedObject, forKey: .involvedObject)
    try container.encode(reason, forKey: .reason)
    try container.encode(message, forKey: .message)
    try container.encode(source, forKey: .source)
    try encode(firstTimestamp?.timestamp, forKey: .firstTimestamp, into: &container)
    try encode(lastTimestamp?.timestamp, forKey: .lastTimestamp, into: &container)
    try container.encodeIfPresent(count, forKey: .count)
    try container.encode(type, forKey: .type)
    try encode(eventTime?.microTimestamp, forKey: .eventTime, into: &container)
    try container.encodeIfPresent(series, forKey: .series)
    try container.encode(action, forKey: .action)
    try container.encode(KeptText(reportingComponent), forKey: .reportingComponent)
    try container.encode(KeptText(reportingInstance), forKey: .reportingInstance)
  }

  /// Times of events are written as null where unset, as in Kubernetes.
  private func encode(
    _ text: String?, forKey key: CodingKeys,
    into container: inout KeyedEncodingContainer<CodingKeys>
  ) throws {
    guard let text else { return try container.encodeNil(forKey: key) }
    try container.encode(text, forKey: key)
  }
}

/// Good to know, or something to look at.
package enum EventType: String, WireEnum {
  case normal = "Normal"
  case warning = "Warning"
  package static let defaultWord = EventType.normal
}

/// Who reports: a component, and the node it runs on.
package struct EventSource: Hashable, Codable, Sendable {
  package var component = ""
  package var host = ""

  package init(component: String = "", host: String = "") {
    (self.component, self.host) = (component, host)
  }
}

/// How often an event of the newer kind (`events.k8s.io/v1`) came back.
package struct EventSeries: Hashable, Codable, Sendable {
  package var count = 0
  package var lastObservedTime: SimulatedTime?

  package init(count: Int, lastObservedTime: SimulatedTime) {
    (self.count, self.lastObservedTime) = (count, lastObservedTime)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(count, forKey: .count)
    if let lastObservedTime {
      try container.encode(lastObservedTime.microTimestamp, forKey: .lastObservedTime)
    }
  }
}
