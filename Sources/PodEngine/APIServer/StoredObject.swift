/// An object in the store: the wire form, which is the truth, and the typed form read from it once
/// per write.
package struct StoredObject: Sendable {
  package let tree: APIValue
  package let typed: TypedObject

  /// Throws where the tree does not have the shape of its kind; validation has made sure that it
  /// does.
  package init(_ tree: APIValue, _ resource: Resource) throws {
    self.tree = tree
    typed = try TypedObject(tree, resource)
  }

  package var metadata: ObjectMeta { typed.metadata }

  /// The object where it is a Pod.
  var pod: Pod? { if case .pod(let pod) = typed { pod } else { nil } }
}

/// The typed form of an object; kinds that no component reads have their metadata alone.
package enum TypedObject: Sendable {
  case configMap(ConfigMap)
  case deployment(Deployment)
  case endpointSlice(EndpointSlice)
  case event(Event)
  case job(Job)
  case node(Node)
  case pod(Pod)
  case replicaSet(ReplicaSet)
  case secret(Secret)
  case service(Service)
  case priorityClass(PriorityClass)
  case other(ObjectMeta)

  init(_ tree: APIValue, _ resource: Resource) throws {
    switch resource {
    case .configMaps: self = .configMap(try tree.decoded())
    case .deployments: self = .deployment(try tree.decoded())
    case .endpointSlices: self = .endpointSlice(try tree.decoded())
    case .events: self = .event(try tree.decoded())
    case .jobs: self = .job(try tree.decoded())
    case .nodes: self = .node(try tree.decoded())
    case .pods: self = .pod(try tree.decoded())
    case .priorityClasses: self = .priorityClass(try tree.decoded())
    case .replicaSets: self = .replicaSet(try tree.decoded())
    case .secrets: self = .secret(try tree.decoded())
    case .services: self = .service(try tree.decoded())
    case .endpoints, .leases, .namespaces, .serviceAccounts:
      self = .other(try (tree["metadata"] ?? .emptyObject).decoded())
    }
  }

  package var metadata: ObjectMeta {
    switch self {
    case .configMap(let object): object.metadata
    case .deployment(let object): object.metadata
    case .endpointSlice(let object): object.metadata
    case .event(let object): object.metadata
    case .job(let object): object.metadata
    case .node(let object): object.metadata
    case .pod(let object): object.metadata
    case .priorityClass(let object): object.metadata
    case .replicaSet(let object): object.metadata
    case .secret(let object): object.metadata
    case .service(let object): object.metadata
    case .other(let metadata): metadata
    }
  }
}
