/// Rules for requests and limits (`ValidateContainerResourceRequirements`).
package enum ResourceValidation {
  static func requirements(
    _ resources: APIValue, at path: FieldPath, _ options: ValidationOptions,
    name nameErrors: (String, FieldPath) -> [FieldError] = containerResource
  ) -> [FieldError] {
    let (limitsPath, requestsPath) = (path.child("limits"), path.child("requests"))
    var errors: [FieldError] = []
    for (name, value) in resources.entries("limits") {
      errors += nameErrors(name, limitsPath.key(name))
      errors += amount(name, value, at: limitsPath.key(name))
      if !options.keeps.hugePages { errors += pages(name, value, at: limitsPath.key(name)) }
    }
    for (name, value) in resources.entries("requests") {
      errors += nameErrors(name, requestsPath.key(name))
      errors += amount(name, value, at: requestsPath.key(name))
      errors += requestWithinLimit(name, value, resources, at: path)
      if !options.keeps.hugePages { errors += pages(name, value, at: requestsPath.key(name)) }
    }
    errors += hugePages(resources, at: path)
    return errors
      + ResourceClaimValidation.uses(
        resources.list("claims"), known: options.claimNames, at: path.child("claims"))
  }

  /// Memory in huge pages is had by the page (`validateResourceQuantityHugePageValue`); the size of
  /// one stands in the name: `hugepages-2Mi`.
  private static func pages(
    _ name: String, _ value: APIValue, at path: FieldPath
  ) -> [FieldError] {
    let prefix = "hugepages-"
    guard name.hasPrefix(prefix) else { return [] }
    let (page, amount) = (Quantity(String(name.dropFirst(prefix.count))), Quantity(wire: value))
    if let page, page.isWhole, page.value > 0, amount.value % page.value == 0 { return [] }
    return [
      .invalid(
        path, .string(amount.text), "\(amount.text) is not positive integer multiple of \(name)")
    ]
  }

  /// The amounts of huge pages that are no multiple of the page.
  static func indivisible(_ resources: APIValue, at path: FieldPath) -> [FieldError] {
    ["limits", "requests"].flatMap { resources.entries($0) }.flatMap {
      pages($0.key, $0.value, at: path)
    }
  }

  private static func requestWithinLimit(
    _ name: String, _ value: APIValue, _ resources: APIValue, at path: FieldPath
  ) -> [FieldError] {
    let place = path.child("requests")
    guard let limitValue = resources["limits"]?[name] else {
      return allowsOvercommit(name)
        ? []
        : [.required(path.child("limits"), "Limit must be set for non overcommitable resources")]
    }
    let (request, limit) = (Quantity(wire: value), Quantity(wire: limitValue))
    if request != limit, !allowsOvercommit(name) {
      return [
        .invalid(
          place, .string(request.text), "must be equal to \(name) limit of \(limit.text)")
      ]
    }
    if request > limit {
      return [
        .invalid(
          place, .string(request.text),
          "must be less than or equal to \(name) limit of \(limit.text)")
      ]
    }
    return []
  }

  private static func hugePages(_ resources: APIValue, at path: FieldPath) -> [FieldError] {
    let names = (resources.entries("limits") + resources.entries("requests")).map(\.key)
    let hasHugePages = names.contains { $0.hasPrefix("hugepages-") }
    if !hasHugePages || names.contains("cpu") || names.contains("memory") { return [] }
    return [.forbidden(path, "HugePages require cpu or memory")]
  }

  /// Not negative, and whole where the resource comes in pieces (`ValidateResourceQuantityValue`).
  static func amount(_ name: String, _ value: APIValue, at path: FieldPath) -> [FieldError] {
    let quantity = Quantity(wire: value)
    if quantity.isNegative {
      return [.invalid(path, .string(quantity.text), "must be greater than or equal to 0")]
    }
    let isWhole = name == "pods" || isExtended(name)
    if isWhole, !quantity.isWhole {
      return [
        FieldError(.invalid, path.description, value: quantity.text, detail: "must be an integer")
      ]
    }
    return []
  }

  /// A name that a container may ask for.
  static func containerResource(_ name: String, at path: FieldPath) -> [FieldError] {
    var errors = resourceName(name, at: path)
    if !name.contains("/") {
      if !containerResources.contains(name), !name.hasPrefix("hugepages-") {
        errors.append(
          .invalid(path, .string(name), "must be a standard resource for containers"))
      }
    } else if !isNative(name), !isExtended(name) {
      errors.append(
        .invalid(path, .string(name), "doesn't follow extended resource name standard"))
    }
    return errors
  }

  /// A name that any object may speak of (`validateResourceName`).
  static func resourceName(_ name: String, at path: FieldPath) -> [FieldError] {
    let errors = named(name, at: path, NameRules.qualifiedName)
    if !errors.isEmpty || name.contains("/") { return errors }
    if standardResources.contains(name) || name.hasPrefix("hugepages-")
      || name.hasPrefix("requests.hugepages-")
    {
      return []
    }
    return [
      .invalid(path, .string(name), "must be a standard resource type or fully qualified")
    ]
  }

  private static let containerResources = ["cpu", "memory", "ephemeral-storage"]
  private static let standardResources =
    containerResources + [
      "requests.cpu", "requests.memory", "requests.ephemeral-storage", "limits.cpu",
      "limits.memory", "limits.ephemeral-storage", "pods", "resourcequotas", "services",
      "replicationcontrollers", "secrets", "persistentvolumeclaims", "configmaps",
      "requests.storage", "storage", "services.nodeports", "services.loadbalancers",
    ]

  /// A resource of Kubernetes itself.
  package static func isNative(_ name: String) -> Bool {
    !name.contains("/") || name.contains("kubernetes.io/")
  }

  /// A resource that somebody else invented, such as `example.com/gpu`; it comes in pieces.
  package static func isExtended(_ name: String) -> Bool {
    !isNative(name) && !name.hasPrefix("requests.")
      && NameRules.qualifiedName("requests.\(name)").isEmpty
  }

  private static func allowsOvercommit(_ name: String) -> Bool {
    isNative(name) && !name.hasPrefix("hugepages-")
  }
}
