import PodEngine

/// What holds for the events that components record.
enum EventRules {
  /// An event is about something that exists or did (client-go tools/record: the reference is made
  /// from the object at hand). Kubelets name their node by its name where others use the UID.
  static func check(_ change: Change, _ ledger: inout Ledger) {
    let event = change.new
    let (kind, name) = (event.text("involvedObject", "kind"), event.text("involvedObject", "name"))
    let uid = event.text("involvedObject", "uid")
    let about = "\(change.name) about \(kind) \(name)"
    let isNode = kind == "Node" && uid == name
    if isNode {
      let wasThere = ledger.lives.values.contains { $0.resource == .nodes && $0.name == name }
      if !wasThere { ledger.report("event-is-about-something", about) }
    } else if let key = ledger.lives[uid] {
      if key.resource.kind != kind || key.name != name {
        ledger.report("event-is-about-something", "\(about): the UID is that of \(key)")
      }
    } else {
      ledger.report("event-is-about-something", "\(about): nothing ever had UID \(uid)")
    }
    guard let old = change.old, !change.isDeletion else { return }
    if (event.number("count") ?? 0) < (old.number("count") ?? 0) {
      ledger.report("event-counts-up", about)
    }
    for field in ["firstTimestamp", "reason", "involvedObject", "type"]
    where old[field] != event[field] {
      ledger.report("event-is-itself", "\(about): \(field)")
    }
  }
}
