internal import PodEngine

extension DescribeWriter {
  mutating func pod(_ pod: APIValue, _ context: DescribeContext) {
    field(0, "Name", pod.name)
    field(0, "Namespace", pod.namespace)
    podPlacement(pod)
    labelsAndAnnotations(of: pod)
    podStatus(pod, context)
    podAddresses(pod)
    controlledBy(pod)
    optionalField(0, "NominatedNodeName", pod.optionalText("status", "nominatedNodeName"))
    if let resources = pod.field("spec", "resources") {
      line(0, "Resources:")
      self.resources(resources, level: 1)
    }
    podContainers(pod)
    podConditions(pod)
    volumes(pod.list("spec", "volumes"), space: "")
    field(0, "QoS Class", PodQuality.qosClass(of: pod))
    schedulingRules(pod.field("spec"), space: "")
    topologySpread(pod.field("spec"), space: "")
    events(context)
  }

  private mutating func podPlacement(_ pod: APIValue) {
    if let priority = pod.optionalInteger("spec", "priority") {
      field(0, "Priority", String(priority))
    }
    optionalField(0, "Priority Class Name", pod.optionalText("spec", "priorityClassName"))
    optionalField(0, "Runtime Class Name", pod.optionalText("spec", "runtimeClassName"))
    optionalField(0, "Service Account", pod.optionalText("spec", "serviceAccountName"))
    let node = pod.text("spec", "nodeName")
    field(0, "Node", node.isEmpty ? "<none>" : "\(node)/\(pod.text("status", "hostIP"))")
    if let start = pod.time("status", "startTime") {
      field(0, "Start Time", start.describeText)
    }
  }

  private mutating func podStatus(_ pod: APIValue, _ context: DescribeContext) {
    let phase = pod.text("status", "phase")
    let deletion = pod.time("metadata", "deletionTimestamp")
    if let deletion, phase != "Succeeded", phase != "Failed" {
      let age = HumanDuration.since(deletion, now: context.now)
      field(0, "Status", "Terminating (lasts \(age))")
      let grace = pod.integer("metadata", "deletionGracePeriodSeconds")
      field(0, "Termination Grace Period", "\(grace)s")
    } else {
      field(0, "Status", phase)
    }
    optionalField(0, "Reason", pod.optionalText("status", "reason"))
    optionalField(0, "Message", pod.optionalText("status", "message"))
    seccomp(pod.field("spec", "securityContext", "seccompProfile"), level: 0, profileLevel: 0)
  }

  mutating func seccomp(_ profile: APIValue?, level: Int, profileLevel: Int) {
    guard let profile else { return }
    field(level, "SeccompProfile", profile.text("type"))
    if profile.text("type") == "Localhost" {
      field(profileLevel, "LocalhostProfile", profile.text("localhostProfile"))
    }
  }

  private mutating func podAddresses(_ pod: APIValue) {
    field(0, "IP", pod.text("status", "podIP"))
    let addresses = pod.list("status", "podIPs")
    if addresses.isEmpty { return field(0, "IPs", "<none>") }
    line(0, "IPs:")
    for address in addresses { field(1, "IP", address.text("ip")) }
  }

  private mutating func podContainers(_ pod: APIValue) {
    let initContainers = pod.list("spec", "initContainers")
    if !initContainers.isEmpty {
      containers(
        "Init Containers", initContainers, statuses: pod.list("status", "initContainerStatuses"),
        pod: pod, space: "")
    }
    containers(
      "Containers", pod.list("spec", "containers"),
      statuses: pod.list("status", "containerStatuses"), pod: pod, space: "")
    let ephemeral = pod.list("spec", "ephemeralContainers")
    if !ephemeral.isEmpty {
      containers(
        "Ephemeral Containers", ephemeral,
        statuses: pod.list("status", "ephemeralContainerStatuses"), pod: pod, space: "")
    }
  }

  private mutating func podConditions(_ pod: APIValue) {
    let gates = pod.list("spec", "readinessGates").map { $0.text("conditionType") }
    let conditions = pod.list("status", "conditions")
    if !gates.isEmpty {
      line(0, "Readiness Gates:\n  Type\tStatus")
      for gate in gates { line(1, "\(gate) \t\(pod.condition(gate) ?? "<none>") ") }
    }
    if !conditions.isEmpty {
      line(0, "Conditions:\n  Type\tStatus")
      for condition in conditions {
        line(1, "\(condition.text("type")) \t\(condition.text("status")) ")
      }
    }
  }
}
