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
    var options = options
    options.isPod = true
    options.podName = pod["metadata"]?.text("name") ?? ""
    var errors = MetadataValidation.create(
      pod, resource: .pods, at: FieldPath("metadata"), name: NameRules.dns1123Subdomain)
    errors += annotations(pod, at: FieldPath("metadata", "annotations"), options)
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

  private static func annotations(
    _ pod: APIValue, at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
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
    if !options.keeps.deletionCost { errors += deletionCost(pod, at: path) }
    return errors + SecurityAnnotationValidation.annotations(pod, at: path)
  }

  /// The text must be the one that the number prints as: no plus sign, no leading zeros.
  static func deletionCost(_ pod: APIValue, at path: FieldPath) -> [FieldError] {
    guard let cost = pod["metadata"]?.map("annotations")[deletionCostAnnotation],
      Int32(cost).map({ "\($0)" }) != cost
    else { return [] }
    return [.invalid(path.key(deletionCostAnnotation), .string(cost), "must be a 32bit integer")]
  }

  /// `ValidatePodSpec`, in its order.
  package static func spec(
    _ spec: APIValue, at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    var options = options
    options.gracePeriodSeconds = spec.field("terminationGracePeriodSeconds")?.intValue
    options.restartPolicy = spec.text("restartPolicy")
    options.hostUsers = spec.field("hostUsers")?.boolValue ?? true
    options.claimNames = ResourceClaimValidation.names(spec)
    let grace = requiredFields(["terminationGracePeriodSeconds"], of: spec, at: path)
    return grace + containers(spec, at: path, options)
      + word(
        spec.text("restartPolicy"), of: ["Always", "OnFailure", "Never"],
        at: path.child("restartPolicy"))
      + NetworkValidation.dnsPolicy(spec, at: path)
      + MetadataValidation.labels(spec.map("nodeSelector"), at: path.child("nodeSelector"))
      + SecurityValidation.pod(spec, at: path, options)
      + AffinityValidation.affinity(spec.field("affinity"), at: path.child("affinity"), options)
      + NetworkValidation.dnsConfig(spec, at: path)
      + SchedulingValidation.readinessGates(
        spec.list("readinessGates"), at: path.child("readinessGates"))
      + SchedulingValidation.schedulingGates(
        spec.list("schedulingGates"), at: path.child("schedulingGates"))
      + SchedulingValidation.spread(
        spec.list("topologySpreadConstraints"), at: path.child("topologySpreadConstraints"),
        options)
      + WindowsSecurityValidation.hostProcess(spec, at: path, options)
      + SecurityValidation.hostUsers(spec, at: path)
      + names(spec, at: path) + theRest(spec, at: path, options)
  }

  private static func containers(
    _ spec: APIValue, at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    var (errors, volumes) = VolumeValidation.volumes(
      spec.list("volumes"), at: path.child("volumes"), options)
    errors += ResourceClaimValidation.claims(
      spec.list("resourceClaims"), at: path.child("resourceClaims"))
    let (mains, inits) = (spec.list("containers"), spec.list("initContainers"))
    let mainNames = mains.map { $0.text("name") }
    errors += ContainerValidation.containers(
      mains, volumes: volumes, at: path.child("containers"), options)
    errors += ContainerValidation.initContainers(
      inits, others: mainNames, volumes: volumes, at: path.child("initContainers"), options)
    errors += ContainerValidation.ephemeralContainers(
      spec.list("ephemeralContainers"), others: mainNames + inits.map { $0.text("name") },
      volumes: volumes, at: path.child("ephemeralContainers"), options)
    errors += PodResourceValidation.resources(spec, at: path.child("resources"), options)
    if spec.flag("hostNetwork") {
      errors += PortValidation.hostNetwork(mains, at: path.child("containers"), options)
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

  private static func theRest(
    _ spec: APIValue, at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    var errors = SchedulingValidation.tolerations(
      spec.list("tolerations"), at: path.child("tolerations"))
    errors += NetworkValidation.hostAliases(spec.list("hostAliases"), at: path.child("hostAliases"))
    let priorityClass = spec.text("priorityClassName")
    if !priorityClass.isEmpty {
      errors += named(
        priorityClass, at: path.child("priorityClassName"), NameRules.dns1123Subdomain)
    }
    // Unlike the one before, this name is there or not, and an empty one is bad.
    if let runtimeClass = spec.field("runtimeClassName")?.stringValue {
      errors += named(
        runtimeClass, at: path.child("runtimeClassName"), NameRules.dns1123Subdomain)
    }
    if let policy = spec.field("preemptionPolicy")?.stringValue {
      errors += word(
        policy, of: ["PreemptLowerPriority", "Never"], at: path.child("preemptionPolicy"))
    }
    if let overhead = spec.field("overhead") {
      // Kubernetes checks it as limits, and says so in the path.
      errors += ResourceValidation.requirements(
        ["limits": overhead], at: path.child("overhead"), options)
    }
    return errors + OperatingSystemValidation.system(spec, at: path)
  }
}
