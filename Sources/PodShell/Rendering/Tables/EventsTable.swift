package import PodEngine

/// The table of `kubectl events`, which kubectl makes itself (`kubectl/pkg/cmd/events`).
package enum EventsTable {
  /// The text, sorted by the time of the last occurrence; those without one come first. Empty
  /// without events.
  package static func text(
    _ events: [APIValue], now: SimulatedTime, withNamespace: Bool = false, noHeaders: Bool = false
  ) -> String {
    guard !events.isEmpty else { return "" }
    var writer = TabWriter.get
    let namespace = withNamespace ? ["NAMESPACE"] : []
    if !noHeaders {
      writer.write(line: namespace + ["LAST SEEN", "TYPE", "REASON", "OBJECT", "MESSAGE"])
    }
    for event in EventOrder.sorted(events) {
      let row = [
        EventOrder.interval(of: event, now: now), event.text("type"), event.text("reason"),
        "\(event.text("involvedObject", "kind"))/\(event.text("involvedObject", "name"))",
        event.text("message").trimmingSpace,
      ]
      writer.write(
        line: ((withNamespace ? [event.namespace] : []) + row).map(TabWriter.escaped))
    }
    return writer.take()
  }
}

/// What `kubectl events` and the events of `describe` have in common.
enum EventOrder {
  /// By last time, the unknown first. Go's sort keeps the order of equals only up to 12 events;
  /// podlab always does.
  static func sorted(_ events: [APIValue]) -> [APIValue] {
    let keyed = events.enumerated().map { index, event in
      (event.time("lastTimestamp")?.milliseconds ?? Int.min, index, event)
    }
    return keyed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  /// `30s`, or `30s (x25 over 19m)` for what happened more than once.
  static func interval(of event: APIValue, now: SimulatedTime) -> String {
    let first = HumanDuration.since(
      event.time("eventTime") ?? event.time("firstTimestamp"), now: now)
    if event.field("series") != nil {
      let last = HumanDuration.since(event.time("series", "lastObservedTime"), now: now)
      return "\(last) (x\(event.integer("series", "count")) over \(first))"
    }
    let count = event.integer("count")
    guard count > 1 else { return first }
    let last = HumanDuration.since(event.time("lastTimestamp"), now: now)
    return "\(last) (x\(count) over \(first))"
  }
}
