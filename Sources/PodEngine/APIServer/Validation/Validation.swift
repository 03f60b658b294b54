/// Whether an object may be stored, in the words of Kubernetes (`pkg/apis/*/validation`). Objects
/// are defaulted first.
package enum Validation {
  package static func validateCreate(
    _ object: APIValue, resource: Resource, options: ValidationOptions = ValidationOptions()
  ) -> [FieldError] {
    if resource == .pods { return PodValidation.create(object, options) }
    return metadata(object, resource) + content(object, resource)
  }

  package static func validateUpdate(
    _ new: APIValue, old: APIValue, resource: Resource,
    options: ValidationOptions = ValidationOptions()
  ) -> [FieldError] {
    if resource == .pods { return PodUpdateValidation.update(new, old: old, options) }
    let errors = MetadataValidation.update(new, old: old, at: FieldPath("metadata"))
    return errors + content(new, resource) + change(new, old: old, resource)
  }

  private static func metadata(_ object: APIValue, _ resource: Resource) -> [FieldError] {
    MetadataValidation.create(
      object, resource: resource, at: FieldPath("metadata"), name: nameRule(resource))
  }

  /// The form of a name of this kind.
  package static func nameRule(_ resource: Resource) -> @Sendable (String) -> [String] {
    switch resource {
    case .namespaces: NameRules.dns1123Label
    case .services: NameRules.dns1035Label
    case .configMaps, .deployments, .endpoints, .endpointSlices, .priorityClasses, .events, .jobs,
      .leases, .nodes, .pods,
      .replicaSets, .secrets, .serviceAccounts:
      NameRules.dns1123Subdomain
    }
  }

  private static func content(_ object: APIValue, _ resource: Resource) -> [FieldError] {
    switch resource {
    case .replicaSets: WorkloadValidation.replicaSet(object)
    case .deployments: WorkloadValidation.deployment(object)
    case .jobs: JobValidation.create(object)
    case .services: ServiceValidation.create(object)
    case .nodes: NodeValidation.create(object)
    case .configMaps: ConfigurationValidation.configMap(object)
    case .secrets: ConfigurationValidation.secret(object)
    case .priorityClasses: PriorityClassValidation.create(object)
    case .pods, .endpoints, .endpointSlices, .events, .leases, .namespaces, .serviceAccounts: []
    }
  }

  private static func change(
    _ new: APIValue, old: APIValue, _ resource: Resource
  ) -> [FieldError] {
    switch resource {
    case .replicaSets, .deployments: WorkloadValidation.selectorUpdate(new, old: old)
    case .jobs: JobValidation.update(new, old: old)
    case .services: ServiceValidation.update(new, old: old)
    case .configMaps, .secrets: ConfigurationValidation.update(new, old: old)
    case .priorityClasses: PriorityClassValidation.update(new, old: old)
    case .pods, .endpoints, .endpointSlices, .events, .leases, .namespaces, .nodes,
      .serviceAccounts:
      []
    }
  }
}
