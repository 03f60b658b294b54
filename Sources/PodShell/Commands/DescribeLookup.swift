internal import PodEngine

/// Finds what `describe` shows beside the object itself.
struct DescribeLookup {
  let cluster: Cluster

  func context(
    for object: APIValue, _ resource: Resource, showEvents: Bool
  ) -> DescribeContext {
    let (name, namespace) = (object.name, object.namespace)
    return DescribeContext(
      now: cluster.now, events: events(about: object, resource), showEvents: showEvents,
      pods: pods(of: object, resource),
      lease: resource == .nodes
        ? cluster.objects[ObjectKey(.leases, namespace: "kube-node-lease", name: name)]?.tree : nil,
      endpointSlices: resource == .services
        ? trees(.endpointSlices, namespace).filter {
          $0.text("metadata", "labels", "kubernetes.io/service-name") == name
        } : [],
      replicaSets: resource == .deployments ? ownedReplicaSets(object) : [],
      secrets: resource == .serviceAccounts ? trees(.secrets, namespace) : [])
  }

  private func trees(_ resource: Resource, _ namespace: String?) -> [APIValue] {
    cluster.objects.list(resource, namespace: namespace).map(\.tree)
  }

  /// The events about an object; those about nodes carry the name in place of the UID.
  func events(about object: APIValue, _ resource: Resource) -> [APIValue] {
    let uids = [object.text("metadata", "uid"), object.name, ""]
    return trees(.events, nil).filter { event in
      event.text("involvedObject", "kind") == resource.kind
        && event.text("involvedObject", "name") == object.name
        && event.text("involvedObject", "namespace") == object.namespace
        && uids.contains(event.text("involvedObject", "uid"))
    }
  }

  func pods(of object: APIValue, _ resource: Resource) -> [APIValue] {
    switch resource {
    case .nodes:
      trees(.pods, nil).filter {
        $0.text("spec", "nodeName") == object.name
          && !["Succeeded", "Failed"].contains($0.text("status", "phase"))
      }
    case .replicaSets, .jobs, .deployments:
      selected(by: object, trees(.pods, object.namespace))
    case .configMaps, .endpoints, .endpointSlices, .priorityClasses, .events, .leases, .namespaces,
      .pods, .secrets,
      .serviceAccounts, .services:
      []
    }
  }

  /// What the selector of an object chooses; without a selector, nothing.
  private func selected(by owner: APIValue, _ objects: [APIValue]) -> [APIValue] {
    guard let selector = owner.field("spec", "selector"),
      let selector = try? selector.decoded(as: LabelSelector.self)
    else { return [] }
    return objects.filter { selector.matches($0) }
  }

  private func ownedReplicaSets(_ deployment: APIValue) -> [APIValue] {
    selected(by: deployment, trees(.replicaSets, deployment.namespace)).filter {
      $0.controller?.text("uid") == deployment.text("metadata", "uid")
    }.enumerated().sorted { left, right in
      let (first, second) = (
        left.element.text("metadata", "creationTimestamp"),
        right.element.text("metadata", "creationTimestamp")
      )
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element)
  }
}
