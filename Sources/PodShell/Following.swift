internal import PodEngine

/// What `get -w` or `logs -f` watches until somebody presses Ctrl-C. The clock flows meanwhile, in
/// steps; the program waits a moment between them.
struct Following: Sendable {
  enum Subject: Sendable {
    case table(ObjectSelection, Resource, FieldSelector, TableWatchText)
    case log(LogLines, LogLines.Source, printed: Int)
  }

  var subject: Subject
  let namespace: String
  /// When it began; it ends by itself an hour later.
  let start: SimulatedTime
  var hasMoved = false

  /// How far one step goes at most.
  var step: SimulatedDuration {
    switch subject {
    case .table: .seconds(5)
    case .log: .seconds(1)
    }
  }

  /// Lets time pass up to the next line and prints it.
  mutating func advance(in bench: inout Workbench) throws(CommandError) {
    let seen = bench.cluster.watchLog.count
    let end = min(bench.cluster.now + step, start + Workbench.longestMove)
    switch subject {
    case .table(let selection, let resource, let fields, var text):
      let namespace = self.namespace
      _ = try bench.moveClock(to: end) {
        selection.includes($0, fields: fields, namespace: namespace)
      }
      for event in bench.cluster.watchLog.elements(from: seen)
      where selection.includes(event, fields: fields, namespace: namespace) {
        let table = TableMaker.table(for: resource, objects: [event.object], now: event.time)
        bench.write(text.render(table, event: event.change.forTables))
      }
      subject = .table(selection, resource, fields, text)
    case .log(let lines, let source, let printed):
      try bench.moveClock(to: end)
      let log = source.lines(in: bench.cluster)
      bench.write(lines.text(log.dropFirst(printed)))
      subject = .log(lines, source, printed: log.count)
    }
  }
}

extension Session {
  /// Goes on with what the last command watches; nil when there is nothing more to watch. With
  /// `isOver`, somebody has had enough.
  package mutating func follow(isOver: Bool) -> Outcome? {
    guard var state = following else { return nil }
    var (bench, outcome) = (workbench(), Outcome())
    let limit = state.start + Workbench.longestMove
    if isOver || cluster.now >= limit {
      following = nil
      if !isOver { bench.note("stopped after \(GoDuration.text(Workbench.longestMove))") }
      bench.sayClock(since: state.start)
      outcome.output = bench.output
      return outcome
    }
    do { try state.advance(in: &bench) } catch {
      following = nil
      // Ctrl-C in the middle of a step is no mistake: it ends the watching.
      if error.name == "interrupted" { return stopped(state) }
      bench.fail(error)
      (outcome.output, outcome.error) = (bench.output, error)
      return outcome
    }
    if !state.hasMoved { history.enter(state.name, before: cluster) }
    cluster = bench.cluster
    let total = (cluster.now - state.start).milliseconds
    record.enterAdvance(total, continues: state.hasMoved)
    state.hasMoved = true
    following = state
    outcome.output = bench.output
    return outcome
  }

  private func stopped(_ state: Following) -> Outcome {
    var (bench, outcome) = (workbench(), Outcome())
    bench.sayClock(since: state.start)
    outcome.output = bench.output
    return outcome
  }
}

extension Following {
  /// The command in the history.
  fileprivate var name: String {
    switch subject {
    case .table(_, let resource, _, _): "get \(resource.plural) -w"
    case .log: "logs -f"
    }
  }
}
