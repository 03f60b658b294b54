internal import PodEngine

/// `get events`: the server's table.
enum EventTable {
  static let columns: [Table.Column] = [
    Table.Column("Last Seen"), Table.Column("Type"), Table.Column("Reason"),
    Table.Column("Object"), .wide("Subobject"), .wide("Source"), Table.Column("Message"),
    .wide("First Seen"), .wide("Count"), Table.Column("Name", format: "name", priority: 1),
  ]

  static func cells(of event: APIValue, now: SimulatedTime) -> [APIValue] {
    let kind = event.text("involvedObject", "kind").lowercased()
    let name = event.text("involvedObject", "name")
    let object = name.isEmpty ? kind : "\(kind)/\(name)"
    let times = EventTimes(event)
    return [
      .string(HumanDuration.since(times.lastSeen, now: now)), .string(event.text("type")),
      .string(event.text("reason")), .string(object),
      .string(event.text("involvedObject", "fieldPath")), .string(source(of: event)),
      .string(event.text("message").trimmingSpace),
      .string(HumanDuration.since(times.firstSeen, now: now)), .integer(times.count),
      .string(event.name),
    ]
  }

  /// `kubelet, node-1`.
  private static func source(of event: APIValue) -> String {
    let component = event.optionalText("source", "component") ?? event.text("reportingComponent")
    let host = event.optionalText("source", "host") ?? event.text("reportingInstance")
    return host.isEmpty ? component : component + ", " + host
  }
}

/// When an event happened and how often: old events have first, last and count, new ones a time and
/// a series.
struct EventTimes {
  let firstSeen: SimulatedTime?
  let lastSeen: SimulatedTime?
  let count: Int

  init(_ event: APIValue) {
    let first = event.time("firstTimestamp") ?? event.time("eventTime")
    firstSeen = first
    if event.field("series") != nil {
      lastSeen = event.time("series", "lastObservedTime")
      count = event.integer("series", "count")
    } else {
      lastSeen = event.time("lastTimestamp") ?? first
      count = max(1, event.integer("count"))
    }
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmingSpace: String {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let end = lastIndex { !$0.isWhitespace }.map(index(after:)) ?? start
    return start < end ? String(self[start..<end]) : ""
  }
}
