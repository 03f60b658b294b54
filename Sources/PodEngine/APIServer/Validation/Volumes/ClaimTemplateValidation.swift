/// Rules for volumes that come and go with the Pod: a claim is made from a template
/// (`validateEphemeralVolumeSource`, `ValidatePersistentVolumeClaimTemplate`).
enum ClaimTemplateValidation {
  /// `path` is the volume's: the claim is named after the Pod and the volume.
  static func ephemeral(
    _ volume: APIValue, at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    let place = path.child("ephemeral", "volumeClaimTemplate")
    var errors: [FieldError] = []
    if let template = volume[path: "ephemeral", "volumeClaimTemplate"], !template.isNull {
      errors += metadata(template["metadata"] ?? .emptyObject, at: place.child("metadata"))
      errors += claim(template["spec"] ?? .emptyObject, at: place.child("spec"))
    } else {
      errors.append(.required(place))
    }
    let name = volume.text("name")
    if options.podName.isEmpty || name.isEmpty { return errors }
    let claimName = "\(options.podName)-\(name)"
    return errors
      + NameRules.dns1123Subdomain(claimName).map {
        .invalid(
          path.child("name"), .string(name), "PVC name \(GoSyntax.quoted(claimName)): \($0)")
      }
  }

  /// What Go calls the other fields of metadata, in its order; none of them may be set.
  private static let foreignFields = [
    "name", "generateName", "namespace", "selfLink", "uid", "resourceVersion", "generation",
    "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "ownerReferences",
    "finalizers", "managedFields",
  ]

  /// `ValidateTemplateObjectMeta`.
  private static func metadata(_ metadata: APIValue, at path: FieldPath) -> [FieldError] {
    var errors = MetadataValidation.annotations(
      metadata.map("annotations"), at: path.child("annotations"))
    errors += MetadataValidation.labels(metadata.map("labels"), at: path.child("labels"))
    return errors
      + foreignFields.filter { isSet(metadata.field($0)) }.map {
        // Only the first letter of the name in Go is made small.
        .forbidden(path.child($0 == "uid" ? "uID" : $0), "cannot be set")
      }
  }

  private static func isSet(_ value: APIValue?) -> Bool {
    guard let value else { return false }
    return value != "" && value != 0 && value.arrayValue?.isEmpty != true
  }

  private static let accessModes = [
    "ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod",
  ]

  /// `ValidatePersistentVolumeClaimSpec`.
  private static func claim(_ spec: APIValue, at path: FieldPath) -> [FieldError] {
    var errors = SelectorValidation.selector(spec["selector"], at: path.child("selector"))
    errors = modes(spec.texts("accessModes"), selector: errors, at: path.child("accessModes"))
    errors += storage(spec, at: path.child("resources").key("storage"))
    let storageClass = spec.text("storageClassName")
    if !storageClass.isEmpty {
      errors += named(
        storageClass, at: path.child("storageClassName"), NameRules.dns1123Subdomain)
    }
    if let mode = spec.field("volumeMode")?.stringValue {
      errors += word(
        mode, of: ["Block", "Filesystem"], at: path.child("volumeMode"), isRequired: false)
    }
    return errors + ClaimSourceValidation.sources(spec, at: path)
  }

  /// The errors of the selector stand between those of the modes.
  private static func modes(
    _ modes: [String], selector: [FieldError], at path: FieldPath
  ) -> [FieldError] {
    var errors: [FieldError] =
      modes.isEmpty ? [.required(path, "at least 1 access mode is required")] : []
    errors += selector
    errors += modes.flatMap { word($0, of: accessModes, at: path, isRequired: false) }
    let others = modes.filter { $0 != "ReadWriteOncePod" && accessModes.contains($0) }
    if modes.contains("ReadWriteOncePod"), !others.isEmpty {
      errors.append(.forbidden(path, "may not use ReadWriteOncePod with other access modes"))
    }
    return errors
  }

  private static func storage(_ spec: APIValue, at path: FieldPath) -> [FieldError] {
    guard let amount = spec[path: "resources", "requests", "storage"], !amount.isNull else {
      return [.required(path)]
    }
    let quantity = Quantity(wire: amount)
    return quantity > .zero
      ? [] : [.invalid(path, .string(quantity.text), "must be greater than zero")]
  }
}
