import PodEngine

/// What holds for every object, whatever its kind.
enum ObjectRules {
  static func check(_ change: Change, _ ledger: inout Ledger, line: String?) {
    checkRevision(change, &ledger)
    guard let old = change.old else {
      if change.event.change != .added { ledger.report("added-first", change.name) }
      return checkBirth(change, &ledger)
    }
    if change.event.change == .added { ledger.report("added-once", change.name) }
    if let previous = change.event.previous, previous != old {
      ledger.report("previous-is-what-was", change.name)
    }
    checkIdentity(change, old, &ledger)
    if change.isDeletion { checkRemoval(change, old, &ledger, line: line) }
  }

  /// etcd counts one revision up with every change, removals included, and every watch event
  /// carries the revision of its change (etcd3 `watcher.transform`: a deleted object is sent with
  /// the revision of its deletion).
  private static func checkRevision(_ change: Change, _ ledger: inout Ledger) {
    guard let version = change.new.text("metadata", "resourceVersion").asNumber else {
      return ledger.report("resource-version", "\(change.name) has none")
    }
    if version != ledger.version + 1 {
      ledger.report(
        "resource-version", "\(change.name): \(version) comes after \(ledger.version)")
    }
  }

  /// A UID is one object's for ever (`metav1.ObjectMeta.UID`); nobody can create an object that is
  /// already being deleted.
  private static func checkBirth(_ change: Change, _ ledger: inout Ledger) {
    let uid = change.new.uid
    if uid.isEmpty { ledger.report("uid", "\(change.name) has none") }
    if let other = ledger.lives[uid] {
      ledger.report("uid", "\(change.name) has the UID of \(other)")
    }
    if change.new.isTerminating { ledger.report("born-alive", change.name) }
    if change.new.time("metadata", "creationTimestamp") != change.event.time.wholeSeconds {
      ledger.report("creation-time", change.name)
    }
    guard change.key.resource.isNamespaced else { return }
    let home = ledger.objects[ObjectKey(.namespaces, name: change.key.namespace)]
    if home == nil { ledger.report("namespace-exists", change.name) }
    if home?.isTerminating == true { ledger.report("namespace-open", change.name) }
  }

  /// `rest.BeforeUpdate` and `ValidateObjectMetaUpdate`: name, UID and birth are immutable, the
  /// deletion timestamp can only come nearer and the generation only grow.
  private static func checkIdentity(_ change: Change, _ old: APIValue, _ ledger: inout Ledger) {
    let (before, after) = (old["metadata"] ?? .null, change.new["metadata"] ?? .null)
    for field in ["name", "namespace", "uid", "creationTimestamp", "generateName"]
    where before[field] != after[field] {
      ledger.report("identity", "\(change.name): \(field) changed")
    }
    if (before.number("generation") ?? 0) > (after.number("generation") ?? 0) {
      ledger.report("generation-grows", change.name)
    }
    guard let deadline = before.time("deletionTimestamp") else { return }
    guard let later = after.time("deletionTimestamp") else {
      return ledger.report("deletion-is-final", "\(change.name): deletionTimestamp is gone")
    }
    if later > deadline {
      ledger.report("deletion-is-final", "\(change.name): deletionTimestamp moved away")
    }
    let hours = (before.number("deletionGracePeriodSeconds") ?? 0)
    if (after.number("deletionGracePeriodSeconds") ?? 0) > hours {
      ledger.report("deletion-is-final", "\(change.name): grace period grew")
    }
    let newHolds = change.new.finalizers.filter { !old.finalizers.contains($0) }
    if !newHolds.isEmpty, !change.isDeletion, !newHolds.allSatisfy(ownFinalizers.contains) {
      ledger.report("no-new-finalizers", "\(change.name): \(newHolds)")
    }
  }

  private static let ownFinalizers = ["foregroundDeletion", "orphan"]

  /// An object with finalizers stays until each of them was taken off by who put it there
  /// (`deletionFinalizersForGarbageCollection`, `ShouldDeleteDuringUpdate`).
  private static func checkRemoval(
    _ change: Change, _ old: APIValue, _ ledger: inout Ledger, line: String?
  ) {
    let isPatch = line?.hasPrefix("patch") ?? true
    for finalizer in old.finalizers {
      let isRightful =
        switch finalizer {
        case "batch.kubernetes.io/job-tracking":
          change.isBy("job-controller") || isPatch
        case "foregroundDeletion", "orphan":
          change.isBy("generic-garbage-collector") || change.actor == .learner && isPatch
        default: change.actor == .learner && isPatch
        }
      if !isRightful || !old.isTerminating {
        ledger.report(
          "finalizers-hold",
          "\(change.name) was removed in spite of \(finalizer) by \(String(describing: change.actor))"
        )
      }
    }
    if change.key.resource == .namespaces {
      let rest = ledger.objects.everything.map(\.key).filter { $0.namespace == change.key.name }
        .sorted()
      if let first = rest.first { ledger.report("namespace-empty", "\(change.name) has \(first)") }
    }
  }
}

extension SimulatedTime {
  /// As `metav1.Time` keeps it.
  var wholeSeconds: SimulatedTime? { SimulatedTime(timestamp: timestamp) }
}
