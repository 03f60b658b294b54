import PodEngine

/// What holds between an object and those that belong to it, and between an object and its own
/// past.
enum LineageRules {
  static func check(_ change: Change, _ ledger: inout Ledger) {
    guard let old = change.old else { return }
    if change.isDeletion {
      checkDependents(change, old, &ledger)
    } else {
      checkGeneration(change, old, &ledger)
    }
  }

  /// The strategies' `PrepareForUpdate`: whoever changes what is wanted begins a new generation.
  /// Binding and the taking off of gates are no such updates.
  private static func checkGeneration(
    _ change: Change, _ old: APIValue, _ ledger: inout Ledger
  ) {
    guard let before = old.number("metadata", "generation"), change.actor == .learner,
      let after = change.new.number("metadata", "generation"), old["spec"] != change.new["spec"]
    else { return }
    if after <= before { ledger.report("generation-grows", "\(change.name) stays at \(after)") }
  }

  /// pkg/controller/garbagecollector: with foreground deletion the owner waits for those that block
  /// it, with orphan deletion nobody knows the owner any more when it goes.
  private static func checkDependents(
    _ change: Change, _ old: APIValue, _ ledger: inout Ledger
  ) {
    guard change.isBy("generic-garbage-collector") else { return }
    let references = ledger.objects.everything.flatMap {
      $0.value.list("metadata", "ownerReferences")
    }
    .filter { $0.text("uid") == old.uid }
    if old.finalizers.contains("foregroundDeletion"),
      references.contains(where: { $0["blockOwnerDeletion"]?.boolValue == true })
    {
      ledger.report("dependents-go-first", change.name)
    }
    if old.finalizers.contains("orphan"), !references.isEmpty {
      ledger.report("orphans-are-free", change.name)
    }
  }
}
