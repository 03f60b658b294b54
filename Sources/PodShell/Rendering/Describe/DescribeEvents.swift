internal import PodEngine

extension DescribeWriter {
  /// The events section, the last of most descriptions; it has columns of its own.
  mutating func events(_ context: DescribeContext) {
    guard context.showEvents else { return }
    if context.events.isEmpty { return field(0, "Events", "<none>") }
    flush()
    line(0, "Events:\n  Type\tReason\tAge\tFrom\tMessage")
    line(1, "----\t------\t----\t----\t-------")
    for event in EventOrder.sorted(context.events) {
      let component = event.text("source", "component")
      let cells = [
        event.text("type"), event.text("reason"),
        EventOrder.interval(of: event, now: context.now),
        component.isEmpty ? event.text("reportingComponent") : component,
        event.text("message").trimmingSpace,
      ]
      line(1, cells.joined(separator: "\t"))
    }
  }
}
