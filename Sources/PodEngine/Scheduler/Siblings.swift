/// Finds the Pods that belong together with a Pod, so that they are spread without being told
/// (`helper.DefaultSelector`).
enum Siblings {
  /// What the Services in front of the Pod and the controller behind it select; nil where there are
  /// none.
  static func selector(of pod: Pod, _ objects: ObjectStore) -> LabelSelector? {
    let namespace = pod.metadata.namespace
    var selector = LabelSelector()
    for stored in objects.list(.services, namespace: namespace) {
      guard case .service(let service) = stored.typed, !service.spec.selector.isEmpty,
        service.spec.selector.allSatisfy({ pod.metadata.labels[$0.key] == $0.value })
      else { continue }
      for (key, value) in service.spec.selector { selector.matchLabels[key] = value }
    }
    if let owner = pod.metadata.controller, owner.kind == "ReplicaSet" {
      let key = ObjectKey(.replicaSets, namespace: namespace, name: owner.name)
      if case .replicaSet(let set)? = objects[key]?.typed {
        for (key, value) in set.spec.selector.matchLabels { selector.matchLabels[key] = value }
        selector.matchExpressions += set.spec.selector.matchExpressions
      }
    }
    return selector == LabelSelector() ? nil : selector
  }
}
