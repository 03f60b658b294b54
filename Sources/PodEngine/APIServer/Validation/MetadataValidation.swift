/// Rules for `metadata` (`apimachinery/pkg/api/validation`).
enum MetadataValidation {
  /// `validateName` is the rule for the name; a generated name is checked without the dash that it
  /// may end with.
  static func create(
    _ object: APIValue, resource: Resource, at path: FieldPath,
    name validateName: (String) -> [String]
  ) -> [FieldError] {
    let metadata = object["metadata"] ?? .emptyObject
    var errors = name(metadata, at: path, validateName)
    errors += namespace(metadata, resource: resource, at: path)
    errors += nonNegative(metadata, "generation", at: path)
    errors += labels(metadata.map("labels"), at: path.child("labels"))
    errors += annotations(metadata.map("annotations"), at: path.child("annotations"))
    errors += owners(metadata, at: path.child("ownerReferences"))
    errors += finalizers(metadata, at: path.child("finalizers"))
    return errors
  }

  private static func name(
    _ metadata: APIValue, at path: FieldPath, _ validateName: (String) -> [String]
  ) -> [FieldError] {
    var errors: [FieldError] = []
    let generateName = metadata.text("generateName")
    if !generateName.isEmpty {
      let checked = generateName.hasSuffix("-") ? "\(generateName.dropLast())a" : generateName
      errors += validateName(checked).map {
        .invalid(path.child("generateName"), .string(generateName), $0)
      }
    }
    let name = metadata.text("name")
    if name.isEmpty {
      if generateName.isEmpty {
        errors.append(.required(path.child("name"), "name or generateName is required"))
      }
      return errors
    }
    return errors + validateName(name).map { .invalid(path.child("name"), .string(name), $0) }
  }

  private static func namespace(
    _ metadata: APIValue, resource: Resource, at path: FieldPath
  ) -> [FieldError] {
    let namespace = metadata.text("namespace")
    guard resource.isNamespaced else {
      return namespace.isEmpty
        ? [] : [.forbidden(path.child("namespace"), "not allowed on this type")]
    }
    if namespace.isEmpty { return [.required(path.child("namespace"))] }
    return NameRules.dns1123Label(namespace).map {
      .invalid(path.child("namespace"), .string(namespace), $0)
    }
  }

  static func labels(_ labels: StringMap<String>, at path: FieldPath) -> [FieldError] {
    labels.flatMap { key, value in
      NameRules.qualifiedName(key).map { FieldError.invalid(path, .string(key), $0) }
        + NameRules.labelValue(value).map { FieldError.invalid(path, .string(value), $0) }
    }
  }

  static func annotations(_ annotations: StringMap<String>, at path: FieldPath) -> [FieldError] {
    // The key is checked in lower case: annotations were once allowed to differ in it.
    var errors = annotations.flatMap { key, _ in
      NameRules.qualifiedName(key.lowercased()).map { FieldError.invalid(path, .string(key), $0) }
    }
    let size = annotations.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count }
    let largest = 256 * 1024
    if size > largest { errors.append(.tooLong(path, maxBytes: largest)) }
    return errors
  }

  private static func owners(_ metadata: APIValue, at path: FieldPath) -> [FieldError] {
    var errors: [FieldError] = []
    var controller: String?
    // The owners are not told apart: Kubernetes names the list.
    for owner in metadata.list("ownerReferences") {
      let apiVersion = owner.text("apiVersion")
      if version(of: apiVersion).isEmpty {
        errors.append(
          .invalid(
            path.child("apiVersion"), .string(apiVersion), "version must not be empty"))
      }
      for key in ["kind", "name", "uid"] where owner.text(key).isEmpty {
        errors.append(.invalid(path.child(key), .string(""), "must not be empty"))
      }
      if apiVersion == "v1", owner.text("kind") == "Event" {
        errors.append(
          .invalid(path, owner, "/v1, Kind=Event is disallowed from being an owner"))
      }
      guard owner.flag("controller") else { continue }
      if let controller {
        errors.append(
          .invalid(
            path, metadata["ownerReferences"] ?? .null,
            "Only one reference can have Controller set to true. Found \"true\" in references for "
              + "\(controller) and \(owner.text("kind"))/\(owner.text("name"))"))
      }
      controller = "\(owner.text("kind"))/\(owner.text("name"))"
    }
    return errors
  }

  /// What follows the group: `v1` of `apps/v1`. More than one slash is no version at all
  /// (`schema.FromAPIVersionAndKind`).
  private static func version(of apiVersion: String) -> Substring {
    let parts = apiVersion.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count > 2 ? "" : parts.last ?? ""
  }

  /// What Kubernetes itself calls finalizers without a domain in front.
  private static let standardFinalizers = ["kubernetes", "orphan", "foregroundDeletion"]

  private static func finalizers(_ metadata: APIValue, at path: FieldPath) -> [FieldError] {
    let finalizers = metadata.texts("finalizers")
    var errors = finalizers.flatMap { named($0, at: path, NameRules.qualifiedName) }
    // Dependents either stay or go.
    if finalizers.contains("orphan"), finalizers.contains("foregroundDeletion") {
      errors.append(
        .invalid(
          path, metadata["finalizers"] ?? .null,
          "finalizer orphan and foregroundDeletion cannot be both set"))
    }
    for (index, finalizer) in finalizers.enumerated()
    where !finalizer.contains("/") && !standardFinalizers.contains(finalizer) {
      errors.append(
        .invalid(
          path.index(index), .string(finalizer),
          "name is neither a standard finalizer name nor is it fully qualified"))
    }
    return errors
  }

  /// What no update may change (`ValidateObjectMetaAccessorUpdate`).
  static func update(_ new: APIValue, old: APIValue, at path: FieldPath) -> [FieldError] {
    let (new, old) = (new["metadata"] ?? .emptyObject, old["metadata"] ?? .emptyObject)
    var errors: [FieldError] = []
    if let generation = old.field("generation")?.intValue, new.number("generation") < generation {
      errors.append(
        .invalid(
          path.child("generation"), .integer(new.number("generation")), "must not be decremented"))
    }
    for key in immutableFields where new.field(key) != old.field(key) {
      // The server fills in what a client left out of the identity of an object.
      if new.field(key) == nil, key == "uid" || key == "creationTimestamp" { continue }
      errors.append(
        .invalid(path.child(key), new.field(key) ?? empty(key), "field is immutable"))
    }
    errors += addedFinalizers(new, old: old, at: path.child("finalizers"))
    errors += labels(new.map("labels"), at: path.child("labels"))
    errors += annotations(new.map("annotations"), at: path.child("annotations"))
    errors += owners(new, at: path.child("ownerReferences"))
    return errors + finalizers(new, at: path.child("finalizers"))
  }

  private static let immutableFields = [
    "name", "namespace", "uid", "creationTimestamp", "deletionTimestamp",
    "deletionGracePeriodSeconds",
  ]

  private static func addedFinalizers(
    _ new: APIValue, old: APIValue, at path: FieldPath
  ) -> [FieldError] {
    guard old.field("deletionTimestamp") != nil else { return [] }
    let added = new.texts("finalizers").filter { !old.texts("finalizers").contains($0) }
    if added.isEmpty { return [] }
    return [
      .forbidden(
        path,
        "no new finalizers can be added if the object is being deleted, found new finalizers "
          + GoSyntax.shown(added))
    ]
  }

  /// A field without a value prints as Go prints the zero value of its type.
  private static func empty(_ key: String) -> APIValue {
    switch key {
    case "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds": .null
    default: ""
    }
  }
}
