internal import OrderedCollections

/// Rules for the three lists of containers (`validateContainers`, `validateInitContainers`,
/// `validateEphemeralContainers`).
package enum ContainerValidation {
  /// The regular containers. `volumes` are the Pod's good volumes.
  package static func containers(
    _ list: [APIValue], volumes: [APIValue], at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    if list.isEmpty { return [.required(path)] }
    var errors: [FieldError] = []
    var names: [String] = []
    for (index, container) in list.enumerated() {
      let place = path.index(index)
      errors += common(container, volumes: volumes, at: place, options)
      errors += unique(container, among: names, at: place)
      // No name at all is a name that may be had once.
      names.append(container.text("name"))
      errors += lifecycleAndProbes(container, at: place, options)
      if container.field("restartPolicy") != nil {
        errors.append(
          .forbidden(place.child("restartPolicy"), "may not be set for non-init containers"))
      }
    }
    return errors + PortValidation.hostPortConflicts(list, at: path)
  }

  /// The init containers; `others` are the names of the regular ones.
  package static func initContainers(
    _ list: [APIValue], others: [String], volumes: [APIValue], at path: FieldPath,
    _ options: ValidationOptions
  ) -> [FieldError] {
    var errors: [FieldError] = []
    var names = others
    for (index, container) in list.enumerated() {
      let place = path.index(index)
      errors += common(container, volumes: volumes, at: place, options)
      let policy = container.field("restartPolicy")?.stringValue
      if let policy, policy != "Always" {
        errors.append(.notSupported(place.child("restartPolicy"), policy, ["Always"]))
      }
      errors += unique(container, among: names, at: place)
      if !container.text("name").isEmpty { names.append(container.text("name")) }
      errors += PortValidation.hostPortConflicts([container], at: path)
      if policy == "Always" {
        errors += lifecycleAndProbes(container, at: place, options)
      } else {
        errors += ["lifecycle", "livenessProbe", "readinessProbe", "startupProbe"]
          .filter { container.field($0) != nil }.map {
            .forbidden(
              place.child($0), "may not be set for init containers without restartPolicy=Always")
          }
      }
    }
    return errors
  }

  /// The ephemeral containers; `others` are the names of the regular and the init ones.
  package static func ephemeralContainers(
    _ list: [APIValue], others: [String], volumes: [APIValue], at path: FieldPath,
    _ options: ValidationOptions
  ) -> [FieldError] {
    var errors: [FieldError] = []
    var names = others
    for (index, container) in list.enumerated() {
      let place = path.index(index)
      errors += common(container, volumes: volumes, at: place, options)
      errors += surroundingSpace(container, at: place)
      errors += unique(container, among: names, at: place)
      names.append(container.text("name"))
      let target = container.text("targetContainerName")
      if !target.isEmpty, !others.contains(target) {
        errors.append(.notFound(place.child("targetContainerName"), target))
      }
      errors += ephemeralRestrictions(container, at: place)
    }
    return errors
  }

  private static func ephemeralRestrictions(
    _ container: APIValue, at path: FieldPath
  ) -> [FieldError] {
    let refusal = "cannot be set for an Ephemeral Container"
    let refused = [
      "ports", "resources", "resizePolicy", "restartPolicy", "livenessProbe", "readinessProbe",
      "startupProbe", "lifecycle",
    ]
    var errors = refused.filter { isSet(container.field($0)) }.map {
      FieldError.forbidden(path.child($0), refusal)
    }
    for (index, mount) in container.list("volumeMounts").enumerated() {
      errors += ["subPath", "subPathExpr"].filter { !mount.text($0).isEmpty }.map {
        .forbidden(path.child("volumeMounts").index(index).child($0), refusal)
      }
    }
    return errors
  }

  private static func isSet(_ value: APIValue?) -> Bool {
    guard let value else { return false }
    return value.objectValue?.isEmpty != true && value.arrayValue?.isEmpty != true
  }

  private static func unique(
    _ container: APIValue, among names: [String], at path: FieldPath
  ) -> [FieldError] {
    let name = container.text("name")
    return names.contains(name) ? [.duplicate(path.child("name"), .string(name))] : []
  }

  private static func lifecycleAndProbes(
    _ container: APIValue, at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    HandlerValidation.lifecycle(container, at: path.child("lifecycle"), options)
      + ProbeValidation.probes(of: container, at: path, options)
  }

  /// What holds for every container (`validateContainerCommon`).
  private static func common(
    _ container: APIValue, volumes: [APIValue], at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    var errors: [FieldError] = []
    let name = container.text("name")
    errors +=
      name.isEmpty
      ? [.required(path.child("name"))]
      : named(name, at: path.child("name"), NameRules.dns1123Label)
    if container.text("image").isEmpty { errors.append(.required(path.child("image"))) }
    errors += word(
      container.text("terminationMessagePolicy"), of: ["File", "FallbackToLogsOnError"],
      at: path.child("terminationMessagePolicy"))
    errors += PortValidation.ports(container.list("ports"), at: path.child("ports"))
    errors += EnvironmentValidation.variables(container.list("env"), at: path.child("env"))
    errors += EnvironmentValidation.sources(container.list("envFrom"), at: path.child("envFrom"))
    errors += MountValidation.mounts(
      of: container, volumes: volumes, at: path.child("volumeMounts"))
    errors += DeviceValidation.devices(
      of: container, volumes: volumes, at: path.child("volumeDevices"))
    errors += word(
      container.text("imagePullPolicy"), of: pullPolicies, at: path.child("imagePullPolicy"))
    errors += ResourceValidation.requirements(
      container["resources"] ?? .emptyObject, at: path.child("resources"), options)
    errors += resizePolicy(container.list("resizePolicy"), at: path.child("resizePolicy"), options)
    errors += SecurityValidation.container(
      container.field("securityContext"), at: path.child("securityContext"), options)
    return errors
  }

  /// `validateResizePolicy`; of the list it names only the repetition by its place.
  private static func resizePolicy(
    _ list: [APIValue], at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    var seen: [String] = []
    return list.enumerated().flatMap { index, policy in
      let (resource, restart) = (policy.text("resourceName"), policy.text("restartPolicy"))
      var errors: [FieldError] =
        seen.contains(resource) ? [.duplicate(path.index(index), .string(resource))] : []
      seen.append(resource)
      errors += word(resource, of: ["cpu", "memory"], at: path)
      errors += word(restart, of: ["NotRequired", "RestartContainer"], at: path)
      if options.restartPolicy == "Never", restart != "NotRequired" {
        errors.append(
          .invalid(
            path, .string(restart), "must be 'NotRequired' when `restartPolicy` is 'Never'"))
      }
      return errors
    }
  }

  static let pullPolicies = ["Always", "IfNotPresent", "Never"]

  /// Templates may have images with blanks around them, Pods may not
  /// (`validateContainersOnlyForPod`).
  static func surroundingSpace(_ container: APIValue, at path: FieldPath) -> [FieldError] {
    let image = container.text("image")
    if image == image.trimmed(of: " \t\n\r\u{0B}\u{0C}") { return [] }
    return [
      .invalid(
        path.child("image"), .string(image), "must not have leading or trailing whitespace")
    ]
  }
}
