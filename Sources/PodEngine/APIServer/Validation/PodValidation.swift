/// Rules for Pods and templates of Pods (`ValidatePodCreate`, `ValidatePodSpec`).
package enum PodValidation {
  package static func create(
    _ pod: APIValue, _ options: ValidationOptions = ValidationOptions()
  ) -> [FieldError] {
    let spec = pod["spec"] ?? .emptyObject
    let path = FieldPath("spec")
    var errors = metadataAndSpec(pod, options)
    if !spec.list("ephemeralContainers").isEmpty {
      errors.append(.forbidden(path.child("ephemeralContainers"), "cannot be set on create"))
    }
    if !spec.list("schedulingGates").isEmpty, !spec.text("nodeName").isEmpty {
      errors.append(
        .forbidden(
          path.child("nodeName"), "cannot be set until all schedulingGates have been cleared"))
    }
    return errors + SecurityAnnotationValidation.agreement(pod, at: path)
  }

  /// What holds at creation and after every update (`validatePodMetadataAndSpec`).
  static func metadataAndSpec(_ pod: APIValue, _ options: ValidationOptions) -> [FieldError] {
    let spec = pod["spec"] ?? .emptyObject
    let path = FieldPath("spec")
    var errors = MetadataValidation.create(
      pod, resource: .pods, at: FieldPath("metadata"), name: NameRules.dns1123Subdomain)
    errors += annotations(pod, at: FieldPath("metadata", "annotations"))
    errors += self.spec(spec, at: path, options)
    errors += VolumeValidation.tokensWithoutAccount(spec, at: path.child("volumes"))
    for key in ["containers", "initContainers"] {
      for (index, container) in spec.list(key).enumerated() {
        errors += ContainerValidation.surroundingSpace(
          container, at: path.child(key).index(index))
      }
    }
    return errors
  }

  static let mirrorAnnotation = "kubernetes.io/config.mirror"
  private static let deletionCostAnnotation = "controller.kubernetes.io/pod-deletion-cost"

  private static func annotations(_ pod: APIValue, at path: FieldPath) -> [FieldError] {
    let annotations = pod["metadata"]?.map("annotations") ?? [:]
    var errors: [FieldError] = []
    if let mirror = annotations[mirrorAnnotation],
      pod[path: "spec", "nodeName"]?.stringValue ?? "" == ""
    {
      errors.append(
        .invalid(
          path.key(mirrorAnnotation), .string(mirror),
          "must set spec.nodeName if mirror pod annotation is set"))
    }
    if let cost = annotations[deletionCostAnnotation] {
      // The text must be the one that the number prints as: no plus sign, no leading zeros.
      if Int32(cost).map({ "\($0)" }) != cost {
        errors.append(
          .invalid(path.key(deletionCostAnnotation), .string(cost), "must be a 32bit integer"))
      }
    }
    return errors + SecurityAnnotationValidation.annotations(pod, at: path)
  }

  /// `ValidatePodSpec`, in its order.
  package static func spec(
    _ spec: APIValue, at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    var options = options
    options.gracePeriodSeconds = spec.field("terminationGracePeriodSeconds")?.intValue ?? 30
    options.restartPolicy = spec.text("restartPolicy")
    return containers(spec, at: path, options)
      + word(
        spec.text("restartPolicy"), of: ["Always", "Never", "OnFailure"],
        at: path.child("restartPolicy"))
      + NetworkValidation.dnsPolicy(spec, at: path)
      + MetadataValidation.labels(spec.map("nodeSelector"), at: path.child("nodeSelector"))
      + SecurityValidation.pod(spec, at: path)
      + AffinityValidation.affinity(spec.field("affinity"), at: path.child("affinity"))
      + NetworkValidation.dnsConfig(spec, at: path)
      + SchedulingValidation.readinessGates(
        spec.list("readinessGates"), at: path.child("readinessGates"))
      + SchedulingValidation.schedulingGates(
        spec.list("schedulingGates"), at: path.child("schedulingGates"))
      + SchedulingValidation.spread(
        spec.list("topologySpreadConstraints"), at: path.child("topologySpreadConstraints"))
      + names(spec, at: path) + theRest(spec, at: path)
  }

  private static func containers(
    _ spec: APIValue, at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    var (errors, volumes) = VolumeValidation.volumes(
      spec.list("volumes"), at: path.child("volumes"))
    let (mains, inits) = (spec.list("containers"), spec.list("initContainers"))
    let mainNames = mains.map { $0.text("name") }
    errors += ContainerValidation.containers(
      mains, volumes: volumes, at: path.child("containers"), options)
    errors += ContainerValidation.initContainers(
      inits, others: mainNames, volumes: volumes, at: path.child("initContainers"), options)
    errors += ContainerValidation.ephemeralContainers(
      spec.list("ephemeralContainers"), others: mainNames + inits.map { $0.text("name") },
      volumes: volumes, at: path.child("ephemeralContainers"), options)
    if let resources = spec.field("resources") {
      errors += ResourceValidation.requirements(resources, at: path.child("resources"))
    }
    if spec.flag("hostNetwork") {
      errors += PortValidation.hostNetwork(mains, at: path.child("containers"))
    }
    return errors
  }

  private static func names(_ spec: APIValue, at path: FieldPath) -> [FieldError] {
    func check(_ key: String, _ rule: (String) -> [String]) -> [FieldError] {
      let text = spec.text(key)
      return text.isEmpty ? [] : named(text, at: path.child(key), rule)
    }
    var errors = check("serviceAccountName", NameRules.dns1123Subdomain)
    errors += check("nodeName", NameRules.dns1123Subdomain)
    errors += inRange(spec, "activeDeadlineSeconds", 1...2_147_483_647, at: path)
    errors += check("hostname", NameRules.dns1123Label)
    errors += check("subdomain", NameRules.dns1123Label)
    return errors
  }

  private static func theRest(_ spec: APIValue, at path: FieldPath) -> [FieldError] {
    var errors = SchedulingValidation.tolerations(
      spec.list("tolerations"), at: path.child("tolerations"))
    errors += NetworkValidation.hostAliases(spec.list("hostAliases"), at: path.child("hostAliases"))
    for key in ["priorityClassName", "runtimeClassName"] where !spec.text(key).isEmpty {
      errors += named(spec.text(key), at: path.child(key), NameRules.dns1123Subdomain)
    }
    if let policy = spec.field("preemptionPolicy")?.stringValue {
      errors += word(
        policy, of: ["Never", "PreemptLowerPriority"], at: path.child("preemptionPolicy"))
    }
    if let overhead = spec.field("overhead") {
      // Kubernetes checks it as limits, and says so in the path.
      errors += ResourceValidation.requirements(["limits": overhead], at: path.child("overhead"))
    }
    return errors + system(spec.field("os"), at: path.child("os"))
  }

  /// `validateOS`; a name that is wrong is reported at `os` itself.
  private static func system(_ system: APIValue?, at path: FieldPath) -> [FieldError] {
    guard let system else { return [] }
    let name = system.text("name")
    if name.isEmpty { return [.required(path.child("name"), "cannot be empty")] }
    let known = ["linux", "windows"]
    return known.contains(name) ? [] : [.notSupported(path, name, known)]
  }
}
