/// The objects that a controller owns, and those that it could take over
/// (`PodControllerRefManager`).
struct Ownership {
  let owner: OwnerReference
  let selector: LabelSelector
  /// False while the owner is being deleted: it takes over nothing any more.
  let adopts: Bool

  enum Claim {
    case owned
    /// Matches, and belongs to nobody yet.
    case adoptable
    /// Owned, and does not match any more.
    case releasable
    case foreign
  }

  func claim(_ metadata: ObjectMeta) -> Claim {
    if let controller = metadata.controller {
      guard controller.uid == owner.uid else { return .foreign }
      return selector.matches(metadata.labels) ? .owned : .releasable
    }
    let isOrphan = adopts && metadata.deletionTimestamp == nil
    return isOrphan && selector.matches(metadata.labels) ? .adoptable : .foreign
  }

  /// The request that makes an orphan one's own.
  func adopt(_ key: ObjectKey, _ metadata: ObjectMeta) -> Effect {
    let references = metadata.ownerReferences + [owner]
    return Self.write(references, to: key)
  }

  /// The request that lets go of an object that does not match any more.
  func release(_ key: ObjectKey, _ metadata: ObjectMeta) -> Effect {
    Self.write(metadata.ownerReferences.filter { $0.uid != owner.uid }, to: key)
  }

  static func write(_ references: [OwnerReference], to key: ObjectKey) -> Effect {
    let value =
      references.isEmpty ? APIValue.null : .array(references.map { APIValue(encoding: $0) })
    return .request(.patch(key, .merge(["metadata": ["ownerReferences": value]])))
  }
}
