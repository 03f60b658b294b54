import PodEngine
import PodShell

/// One random session under watch: its commands, and the first promise that did not hold.
struct Trial {
  private(set) var session: Session
  /// The commands that did something.
  private(set) var lines: [String] = []
  private(set) var violation: Violation?
  /// The ledger as it was after so many entries of the history.
  private var ledgers: [Ledger]

  private let fuse = Fuse()

  init(seed: UInt64) {
    var configuration = SessionConfiguration(nodeCount: 3, seed: seed)
    configuration.isInterrupted = { [fuse] in fuse.burn() }
    session = Session(configuration: configuration)
    var ledger = Ledger()
    ledger.read(session.cluster, line: nil)
    ledgers = [ledger]
    violation = ledger.violations.first
  }

  /// Runs a command and holds everything that it published against the rules.
  mutating func run(_ line: String) {
    guard violation == nil else { return }
    let before = session.history.past.count
    fuse.renew()
    let outcome = session.submit(line)
    let after = session.history.past.count
    let (changes, travelled) = (after - before, after - before != 0)
    if outcome.error?.name == "interrupted" {
      lines.append(line)
      fail("no-circles", line)
    }
    guard travelled else { return }
    lines.append(line)
    let isTravel = ["undo", "redo"].contains { line.hasPrefix($0) }
    if isTravel { return checkTravel(after) }
    guard changes == 1, ledgers.count > before else {
      return fail("history", "\(line) made \(changes) entries")
    }
    // `rewind` and `step back` make the world of a moment that no command ended at: it is read from the beginning.
    let isRewound = session.cluster.watchLog.count < ledgers[before].seen
    var ledger = isRewound ? Ledger() : ledgers[before]
    ledgers.removeSubrange(after...)
    ledger.read(session.cluster, line: isRewound ? nil : line)
    violation =
      ledger.violations.first ?? RuntimeRules.violations(in: session.cluster).first
      ?? TerminationRules.violations(in: session.cluster, ledger).first
    ledgers.append(ledger)
  }

  /// Going back and forth in the history changes nothing in what was there.
  private mutating func checkTravel(_ depth: Int) {
    guard depth < ledgers.count else { return fail("history", "nobody was at \(depth)") }
    let ledger = ledgers[depth]
    let cluster = session.cluster
    if cluster.watchLog.count != ledger.seen
      || cluster.objects.resourceVersion != ledger.version
    {
      fail("undo-restores", "at depth \(depth)")
    }
  }

  private mutating func fail(_ rule: String, _ detail: String) {
    violation = violation ?? Violation(rule: rule, detail: detail, time: session.cluster.now)
  }

  /// Takes every fault back, lets every back-off pass and looks whether all is as wanted;
  /// then clears everything away and looks whether it is gone.
  mutating func finish() {
    for line in Healing.lines(session.cluster) { run(line) }
    // The API server and the kubelets have heard of it; Pods that controllers just made are mended
    // as well.
    run("advance 20s")
    for line in Healing.lines(session.cluster) { run(line) }
    run("advance \(Healing.rest(session.cluster))s")
    check(ConvergenceRules(session.cluster).violations)
    for line in Healing.clearing { run(line) }
    run("advance 80s")
    checkCleared()
  }

  private mutating func check(_ found: [Violation]) { violation = violation ?? found.first }

  private mutating func checkCleared() {
    guard violation == nil else { return }
    check(ConvergenceRules(session.cluster).violations)
    for resource in [Resource.pods, .replicaSets, .deployments, .jobs] {
      if let left = session.cluster.objects.list(resource).first {
        fail("end-all-is-gone", "\(resource) \(left.metadata.name)")
      }
    }
    for (name, kubelet) in session.cluster.kubelets where kubelet.isOn {
      if !kubelet.runtime.allSandboxes.isEmpty { fail("end-all-is-gone", "sandboxes on \(name)") }
    }
  }

  /// Undoes everything and does it again: the start's bytes and the end's. `start` is the world
  /// before the first command.
  mutating func checkHistory(start: String) {
    guard violation == nil else { return }
    let end = CanonicalText(session.cluster).text
    let depth = session.history.past.count
    _ = session.submit("undo \(depth)")
    compare(start, rule: "undo-gives-the-start")
    _ = session.submit("redo \(depth)")
    compare(end, rule: "redo-gives-the-end")
  }

  private mutating func compare(_ wanted: String, rule: String) {
    let found = CanonicalText(session.cluster).text
    guard found != wanted else { return }
    let same = zip(wanted.utf8, found.utf8).prefix { $0 == $1 }.count
    func around(_ text: String) -> String {
      String(decoding: text.utf8.dropFirst(max(0, same - 80)).prefix(160), as: UTF8.self)
    }
    fail(rule, "…\(around(found))… instead of …\(around(wanted))…")
  }
}
