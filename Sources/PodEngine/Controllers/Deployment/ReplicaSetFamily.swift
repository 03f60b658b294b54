/// The ReplicaSets of a Deployment: the one with its present template, and the old ones, oldest
/// first.
struct ReplicaSetFamily {
  static let hashLabel = "pod-template-hash"
  static let revisionKey = "deployment.kubernetes.io/revision"
  static let desiredKey = "deployment.kubernetes.io/desired-replicas"
  static let maximumKey = "deployment.kubernetes.io/max-replicas"
  static let historyKey = "deployment.kubernetes.io/revision-history"

  let hash: String
  private(set) var new: ReplicaSet?
  private(set) var old: [ReplicaSet] = []
  /// Requests that take over ReplicaSets without an owner, or let go of those that do not match.
  private(set) var claims: [Effect] = []

  init(of deployment: Deployment, in objects: ObjectStore) {
    hash = TemplateHash.hash(of: deployment.spec.template)
    let ownership = Ownership(
      owner: deployment.ownerReference, selector: deployment.spec.selector,
      adopts: deployment.metadata.deletionTimestamp == nil)
    for stored in objects.list(.replicaSets, namespace: deployment.metadata.namespace) {
      guard case .replicaSet(let set) = stored.typed else { continue }
      switch ownership.claim(set.metadata) {
      case .owned: add(set)
      case .adoptable:
        claims.append(ownership.adopt(set.key, set.metadata))
        add(set)
      case .releasable: claims.append(ownership.release(set.key, set.metadata))
      case .foreign: break
      }
    }
    old.sort { left, right in
      let created = (left.metadata.creationTimestamp, right.metadata.creationTimestamp)
      if created.0 != created.1 { return (created.0 ?? .start) < (created.1 ?? .start) }
      return left.revision < right.revision
    }
  }

  private mutating func add(_ set: ReplicaSet) {
    if new == nil, set.metadata.labels[Self.hashLabel] == hash {
      new = set
    } else {
      old.append(set)
    }
  }

  var all: [ReplicaSet] { old + [new].compactMap { $0 } }
  var active: [ReplicaSet] { all.filter { $0.size > 0 } }

  /// The number of the next revision; the present one where the new set is the latest already.
  var nextRevision: Int { max((old.map(\.revision).max() ?? 0) + 1, new?.revision ?? 0) }
}

extension ReplicaSet {
  /// How many Pods are wanted of it.
  var size: Int { spec.replicas ?? 1 }
  var revision: Int { metadata.annotations[ReplicaSetFamily.revisionKey].flatMap { Int($0) } ?? 0 }
  var member: RollingUpdate.Member {
    RollingUpdate.Member(replicas: size, available: status.availableReplicas ?? 0)
  }
}

extension Deployment {
  package var ownerReference: OwnerReference {
    OwnerReference(
      apiVersion: "apps/v1", kind: "Deployment", name: metadata.name, uid: metadata.uid)
  }

  package var reference: ObjectReference {
    ObjectReference(
      kind: "Deployment", namespace: metadata.namespace, name: metadata.name, uid: metadata.uid,
      apiVersion: "apps/v1")
  }
}
