internal import OrderedCollections

/// Keeps the wanted number of Pods in being (pkg/controller/replicaset).
///
/// Kubernetes remembers what it has just asked for ("expectations") because its view of the cluster
/// lags behind. Here the view is the API server's own state, so no Pod can be made twice.
package struct ReplicaSetController: Sendable {
  package enum Event: Hashable, Sendable {
    case reconcile(ObjectKey)
    /// A Pod that belongs to nobody; a set may want it.
    case orphan(ObjectKey)
  }

  /// How many Pods one reconciliation makes or deletes at most (`BurstReplicas`).
  static let burst = 500

  package init() {}

  /// Which events a change of an object calls for.
  package static func reactions(to change: WatchEvent) -> [Event] {
    switch change.key.resource {
    case .replicaSets: return change.change == .deleted ? [] : [.reconcile(change.key)]
    case .pods:
      let owners = change.controllers(ofKind: "ReplicaSet").map { Event.reconcile($0) }
      let isOrphan = !(change.object[path: "metadata", "ownerReferences"]?.arrayValue ?? [])
        .contains { $0["controller"]?.boolValue == true }
      return owners + (isOrphan && change.change != .deleted ? [.orphan(change.key)] : [])
    case .configMaps, .deployments, .endpoints, .endpointSlices, .priorityClasses, .events, .jobs,
      .leases, .namespaces, .nodes,
      .secrets, .serviceAccounts, .services:
      return []
    }
  }

  package mutating func handle(_ event: Event, _ view: ClusterView) -> [Effect] {
    switch event {
    case .reconcile(let key):
      guard case .replicaSet(let set)? = view.objects[key]?.typed else { return [] }
      return Reconciliation(set, view).effects
    case .orphan(let key):
      guard let pod = view.objects.pod(key), pod.metadata.controller == nil else { return [] }
      return view.objects.list(.replicaSets, namespace: key.namespace).flatMap { stored in
        guard case .replicaSet(let set) = stored.typed,
          set.spec.selector.matches(pod.metadata.labels)
        else { return [Effect]() }
        return [.schedule(.replicaSet(.reconcile(set.key)), at: view.now)]
      }
    }
  }

  /// One look at one set (`syncReplicaSet`).
  private struct Reconciliation {
    let set: ReplicaSet
    let view: ClusterView
    let ownership: Ownership
    /// The active Pods of the set.
    var pods: [Pod] = []
    var effects: [Effect] = []

    init(_ set: ReplicaSet, _ view: ClusterView) {
      (self.set, self.view) = (set, view)
      ownership = Ownership(
        owner: set.ownerReference, selector: set.spec.selector,
        adopts: set.metadata.deletionTimestamp == nil)
      claimPods()
      if set.metadata.deletionTimestamp == nil { manage() }
      writeStatus()
    }

    private mutating func claimPods() {
      for pod in candidates where pod.isActive {
        switch ownership.claim(pod.metadata) {
        case .owned: pods.append(pod)
        case .adoptable:
          effects.append(ownership.adopt(pod.key, pod.metadata))
          pods.append(pod)
        case .releasable: effects.append(ownership.release(pod.key, pod.metadata))
        case .foreign: break
        }
      }
    }

    /// Its own Pods and those of nobody, in key order.
    private var candidates: [Pod] {
      let (namespace, name) = (set.metadata.namespace, set.metadata.name)
      let own = view.objects.pods(inNamespace: namespace, ofController: "ReplicaSet", name)
      let free = view.objects.pods(inNamespace: namespace, ofController: "", "")
      return free.isEmpty ? own : (own + free).sorted { $0.key < $1.key }
    }

    private mutating func manage() {
      let missing = (set.spec.replicas ?? 1) - pods.count
      let count = min(abs(missing), ReplicaSetController.burst)
      if missing > 0, let later = afterRejection {
        effects.append(.schedule(.replicaSet(.reconcile(set.key)), at: later))
      } else if missing > 0 {
        let template = PodFromTemplate(
          template: set.spec.template, owner: set.ownerReference,
          namePrefix: "\(set.metadata.name)-")
        let creation = PodFromTemplate.create(
          template.pod(), namespace: set.metadata.namespace, for: set.reference)
        effects += Array(repeating: creation, count: count)
      } else if missing < 0 {
        effects += DeletionOrder(pods).sorted(pods).prefix(count).map {
          PodFromTemplate.delete($0, for: set.reference)
        }
      }
    }

    /// When to replace a Pod that its node turned away in the second in which it was made; nil where
    /// there is none. Kubernetes replaces it at once and is held up by its own latency alone; on the
    /// ideal clock, which has none, that would go on for ever within one instant.
    private var afterRejection: SimulatedTime? {
      let isNew = view.objects.pods(inNamespace: set.metadata.namespace).contains { pod in
        pod.status.phase == .failed && pod.metadata.controller?.uid == set.metadata.uid
          && !pod.status.reason.isEmpty && pod.status.containerStatuses.isEmpty
          && pod.metadata.creationTimestamp.map { view.now < $0 + .seconds(1) } ?? false
      }
      return isNew ? view.now + .seconds(1) : nil
    }

    /// `calculateStatus`: what was found at the beginning; the changes that were just asked for
    /// bring a new look.
    private mutating func writeStatus() {
      let minimum = set.spec.minReadySeconds ?? 0
      let availableTimes = pods.compactMap { $0.availableFrom(minReadySeconds: minimum) }
      var status: APIValue = ["replicas": .integer(pods.count)]
      let template = set.spec.template.metadata["labels"]?.objectValue ?? [:]
      let counts = [
        ("fullyLabeledReplicas", pods.count { $0.metadata.labels.contains(template) }),
        ("readyReplicas", pods.count { $0.isReady }),
        ("availableReplicas", availableTimes.count { $0 <= view.now }),
        ("observedGeneration", set.metadata.generation ?? 0),
      ]
      for (field, count) in counts where count != 0 { status[field] = .integer(count) }
      if let next = availableTimes.filter({ $0 > view.now }).min() {
        effects.append(.schedule(.replicaSet(.reconcile(set.key)), at: next))
      }
      guard status != view.objects[set.key]?.tree["status"] else { return }
      effects.append(.request(.updateStatus(set.key, status, uid: set.metadata.uid)))
    }
  }
}

extension ReplicaSet {
  package var ownerReference: OwnerReference {
    OwnerReference(
      apiVersion: "apps/v1", kind: "ReplicaSet", name: metadata.name, uid: metadata.uid)
  }

  package var reference: ObjectReference {
    ObjectReference(
      kind: "ReplicaSet", namespace: metadata.namespace, name: metadata.name, uid: metadata.uid,
      apiVersion: "apps/v1")
  }
}

extension StringMap<String> {
  /// Whether all labels of a tree are here with the same values.
  func contains(_ labels: APIObject) -> Bool {
    labels.allSatisfy { self[$0.key] == $0.value.stringValue }
  }
}
