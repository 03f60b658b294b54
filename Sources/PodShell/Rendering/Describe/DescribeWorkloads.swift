internal import PodEngine

extension DescribeWriter {
  mutating func replicaSet(_ set: APIValue, _ context: DescribeContext) {
    field(0, "Name", set.name)
    field(0, "Namespace", set.namespace)
    field(0, "Selector", LabelSelectorText.text(set.field("spec", "selector")))
    labelsAndAnnotations(of: set)
    controlledBy(set)
    let (current, desired) = (set.integer("status", "replicas"), set.integer("spec", "replicas"))
    field(0, "Replicas", "\(current) current / \(desired) desired")
    field(0, "Pods Status", Self.podCounts(of: set, context.pods))
    podTemplate(set.field("spec", "template"))
    conditionsWithReason(of: set)
    events(context)
  }

  /// `1 Running / 1 Waiting / 0 Succeeded / 0 Failed`, of the pods that the object controls.
  private static func podCounts(of owner: APIValue, _ pods: [APIValue]) -> String {
    let uid = owner.text("metadata", "uid")
    let phases = pods.filter { $0.controller?.text("uid") == uid }
      .map { $0.text("status", "phase") }
    func count(_ phase: String) -> Int { phases.count { $0 == phase } }
    return "\(count("Running")) Running / \(count("Pending")) Waiting / "
      + "\(count("Succeeded")) Succeeded / \(count("Failed")) Failed"
  }

  mutating func deployment(_ deployment: APIValue, _ context: DescribeContext) {
    field(0, "Name", deployment.name)
    field(0, "Namespace", deployment.namespace)
    field(0, "CreationTimestamp", describeText(deployment.time("metadata", "creationTimestamp")))
    labelsAndAnnotations(of: deployment)
    field(0, "Selector", LabelSelectorText.bareText(deployment.field("spec", "selector")))
    field(0, "Replicas", Self.replicaCounts(of: deployment))
    field(0, "StrategyType", deployment.text("spec", "strategy", "type"))
    field(0, "MinReadySeconds", String(deployment.integer("spec", "minReadySeconds")))
    if let update = deployment.field("spec", "strategy", "rollingUpdate") {
      let unavailable = update.text("maxUnavailable")
      field(
        0, "RollingUpdateStrategy",
        "\(unavailable) max unavailable, \(update.text("maxSurge")) max surge")
    }
    podTemplate(deployment.field("spec", "template"))
    conditionsWithReason(of: deployment)
    replicaSets(of: deployment, context.replicaSets)
    events(context)
  }

  private static func replicaCounts(of deployment: APIValue) -> String {
    let updated = deployment.integer("status", "updatedReplicas")
    let available = deployment.integer("status", "availableReplicas")
    return "\(deployment.integer("spec", "replicas")) desired | \(updated) updated | "
      + "\(deployment.integer("status", "replicas")) total | \(available) available | "
      + "\(deployment.integer("status", "unavailableReplicas")) unavailable"
  }

  private mutating func replicaSets(of deployment: APIValue, _ sets: [APIValue]) {
    let template = deployment.field("spec", "template").map(Self.withoutHash)
    let newest = sets.firstIndex { $0.field("spec", "template").map(Self.withoutHash) == template }
    let old = sets.indices.filter { $0 != newest }.map { sets[$0] }
    guard !sets.isEmpty else { return }
    field(0, "OldReplicaSets", Self.text(replicaSets: old))
    field(0, "NewReplicaSet", Self.text(replicaSets: newest.map { [sets[$0]] } ?? []))
  }

  /// The template without the label that the deployment controller adds.
  private static func withoutHash(_ template: APIValue) -> APIValue {
    var template = template
    template[path: "metadata", "labels", "pod-template-hash"] = nil
    return template
  }

  private static func text(replicaSets: [APIValue]) -> String {
    replicaSets.map { set in
      let created = "\(set.integer("status", "replicas"))/\(set.integer("spec", "replicas"))"
      return "\(set.name) (\(created) replicas created)"
    }.joined(separator: ", ").orNone
  }

  /// The pod template of a controller.
  mutating func podTemplate(_ template: APIValue?) {
    line(0, "Pod Template:")
    guard let template else { return write(1, "<unset>") }
    let spec = template.field("spec") ?? .emptyObject
    labels("  Labels", template.sortedMap("metadata", "labels"))
    let annotations = template.sortedMap("metadata", "annotations")
    if !annotations.isEmpty { self.annotations("  Annotations", annotations) }
    optionalField(1, "Service Account", spec.optionalText("serviceAccountName"))
    let initContainers = spec.list("initContainers")
    if !initContainers.isEmpty {
      containers("Init Containers", initContainers, statuses: [], pod: nil, space: "  ")
    }
    containers("Containers", spec.list("containers"), statuses: [], pod: nil, space: "  ")
    volumes(spec.list("volumes"), space: "  ")
    topologySpread(spec, space: "  ")
    optionalField(1, "Priority Class Name", spec.optionalText("priorityClassName"))
    schedulingRules(spec, space: "  ")
  }
}
