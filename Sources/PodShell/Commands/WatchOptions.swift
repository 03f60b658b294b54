internal import PodEngine

/// `get -w --for 30s`: the first table, and a line for every change while the clock moves.
struct WatchOptions: Hashable, Sendable {
  /// Nil: until Ctrl-C.
  private let duration: SimulatedDuration?
  private let position: TextPosition?
  private let skipsPresent: Bool
  private let showsEvents: Bool

  /// Nil without `-w`.
  init?(_ call: Invocation) throws(CommandError) {
    guard call.flags.isOn("watch") || call.flags.isOn("watch-only") else { return nil }
    position = call.flags.position(of: "watch") ?? call.flags.position(of: "watch-only")
    var duration: SimulatedDuration?
    if let text = call.flags.text("for") {
      let place = call.flags.position(of: "for") ?? TextPosition()
      duration = try DurationWord.read(Word(text, at: place))
    }
    self.duration = duration
    skipsPresent = call.flags.isOn("watch-only")
    showsEvents = call.flags.isOn("output-watch-events")
  }

  func run(
    _ groups: [Renderer.Group], format: OutputFormat, options: TableOptions,
    selection: ObjectSelection, in bench: inout Workbench
  ) throws(CommandError) {
    guard groups.count == 1, let group = groups.first else {
      throw .arguments("you may only specify a single resource type")
    }
    guard format.isTable else {
      throw .unsupported(
        "podlab watches tables only", suggestion: "leave -o away, or write -o wide")
    }
    guard duration != nil || bench.configuration.manner == .terminal else {
      throw .unsupported(
        "get -w would wait for ever: the clock moves only when it is told",
        suggestion: "write get … -w --for 30s", position: position)
    }
    let fields = try selection.fieldSelector(group.resource)
    var text = TableWatchText(options: options, showsEvents: showsEvents)
    if !skipsPresent {
      let now = bench.cluster.now
      let table = TableMaker.table(for: group.resource, objects: group.objects, now: now)
      if !group.objects.isEmpty { bench.write(text.render(table)) }
    }
    guard let duration else {
      bench.following = Following(
        subject: .table(selection, group.resource, fields, text), namespace: bench.namespace,
        start: bench.cluster.now)
      bench.request = .follow
      return
    }
    let (start, seen) = (bench.cluster.now, bench.cluster.watchLog.count)
    try bench.moveClock(to: start + duration)
    for event in bench.cluster.watchLog.elements(from: seen) {
      guard selection.includes(event, fields: fields, namespace: bench.namespace) else { continue }
      let table = TableMaker.table(
        for: group.resource, objects: [event.object], now: event.time)
      bench.write(text.render(table, event: event.change.forTables))
    }
    bench.sayClock(since: start)
  }
}

extension ObjectSelection {
  /// Whether a change is about what was selected.
  func includes(_ event: WatchEvent, fields: FieldSelector, namespace: String) -> Bool {
    let key = event.key
    let isHere = allNamespaces || !key.resource.isNamespaced || key.namespace == namespace
    guard isHere else { return false }
    guard subjects.named.isEmpty else {
      return subjects.named.contains { $0.resource == key.resource && $0.name == key.name }
    }
    return subjects.resources.contains(key.resource) && labelsMatch(event.object)
      && fields.matches(event.object, resource: key.resource)
  }
}

extension WatchEvent.Change {
  var forTables: TableWatchText.Event {
    switch self {
    case .added: .added
    case .modified: .modified
    case .deleted: .deleted
    }
  }
}
