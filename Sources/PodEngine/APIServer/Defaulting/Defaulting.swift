/// What Kubernetes writes into the fields that a user left out (`pkg/apis/*/v1/defaults.go`).
package enum Defaulting {
  /// Brings an object to its canonical form and fills in the defaults of its kind. Doing it twice
  /// changes nothing.
  package static func apply(to object: inout APIValue, resource: Resource) {
    object["apiVersion"] = .string(resource.apiVersion)
    object["kind"] = .string(resource.kind)
    object = Schema.normalized(object, as: resource)
    switch resource {
    case .pods: PodDefaults.apply(toPod: &object)
    case .replicaSets: WorkloadDefaults.apply(toReplicaSet: &object)
    case .deployments: WorkloadDefaults.apply(toDeployment: &object)
    case .jobs: WorkloadDefaults.apply(toJob: &object)
    case .services: ServiceDefaults.apply(to: &object)
    case .secrets: secret(&object)
    case .namespaces: namespace(&object)
    case .nodes: node(&object)
    // `SetDefaults_PriorityClass`.
    case .priorityClasses: object.setDefault("preemptionPolicy", "PreemptLowerPriority")
    case .endpointSlices: endpointSlice(&object)
    case .configMaps, .endpoints, .events, .leases, .serviceAccounts: break
    }
  }

  /// `SetDefaults_Secret`, and what the registry does with `stringData`: it goes into `data`.
  private static func secret(_ object: inout APIValue) {
    object.setDefault("type", "Opaque")
    let texts = object.map("stringData")
    if texts.isEmpty { return }
    for (key, text) in texts {
      object[path: "data", key] = .string(Base64.encode(Array(text.utf8)))
    }
    object["stringData"] = nil
  }

  /// `SetDefaults_Namespace`, and the finalizer and phase of the registry's strategy.
  private static func namespace(_ object: inout APIValue) {
    if let name = object[path: "metadata", "name"]?.stringValue, !name.isEmpty {
      object[path: "metadata", "labels", "kubernetes.io/metadata.name"] = .string(name)
    }
    if object[path: "spec", "finalizers"] == nil {
      object[path: "spec", "finalizers"] = ["kubernetes"]
    }
    if object[path: "status", "phase"] == nil { object[path: "status", "phase"] = "Active" }
  }

  /// `SetDefaults_NodeStatus`.
  private static func node(_ object: inout APIValue) {
    if object["spec"] == nil { object["spec"] = .emptyObject }
    let capacity = object[path: "status", "capacity"]
    if let capacity, object[path: "status", "allocatable"] == nil {
      object[path: "status", "allocatable"] = capacity
    }
  }

  /// `SetDefaults_EndpointPort`.
  private static func endpointSlice(_ object: inout APIValue) {
    object.updateEach("ports") { port in
      port.setDefault("name", "")
      port.setDefault("protocol", "TCP")
    }
  }
}

extension APIValue {
  /// Writes a field that is missing or null.
  mutating func setDefault(_ key: String, _ value: APIValue) {
    if field(key) == nil { self[key] = value }
  }

  /// Writes a number that is missing or zero, where Kubernetes cannot tell one from the other.
  mutating func setDefaultNumber(_ key: String, _ value: Int) {
    if number(key) == 0 { self[key] = .integer(value) }
  }

  /// Writes a text that is missing or empty.
  mutating func setDefaultText(_ key: String, _ value: String) {
    if text(key).isEmpty { self[key] = .string(value) }
  }

  /// Changes a field in place where it is there.
  mutating func update(_ key: String, _ change: (inout APIValue) -> Void) {
    guard var value = field(key) else { return }
    change(&value)
    self[key] = value
  }
}
