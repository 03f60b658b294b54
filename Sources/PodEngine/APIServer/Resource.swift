/// A kind of object that the API server stores.
package enum Resource: String, Hashable, Comparable, Sendable, CaseIterable {
  case configMaps = "configmaps"
  case deployments
  case endpoints
  case endpointSlices = "endpointslices"
  case events
  case jobs
  case leases
  case namespaces
  case nodes
  case pods
  case priorityClasses = "priorityclasses"
  case replicaSets = "replicasets"
  case secrets
  case serviceAccounts = "serviceaccounts"
  case services

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// `pods`, `replicasets`: the word in URLs and messages.
  package var plural: String { rawValue }

  /// `pod`, `replicaset`: the word before a slash.
  package var singular: String { kind.lowercased() }

  /// `Pod`, `ReplicaSet`.
  package var kind: String {
    switch self {
    case .configMaps: "ConfigMap"
    case .deployments: "Deployment"
    case .endpoints: "Endpoints"
    case .endpointSlices: "EndpointSlice"
    case .events: "Event"
    case .jobs: "Job"
    case .leases: "Lease"
    case .namespaces: "Namespace"
    case .nodes: "Node"
    case .pods: "Pod"
    case .priorityClasses: "PriorityClass"
    case .replicaSets: "ReplicaSet"
    case .secrets: "Secret"
    case .serviceAccounts: "ServiceAccount"
    case .services: "Service"
    }
  }

  /// The API group; empty for the core group.
  package var group: String {
    switch self {
    case .deployments, .replicaSets: "apps"
    case .jobs: "batch"
    case .endpointSlices: "discovery.k8s.io"
    case .leases: "coordination.k8s.io"
    case .priorityClasses: "scheduling.k8s.io"
    case .configMaps, .endpoints, .events, .namespaces, .nodes, .pods, .secrets, .serviceAccounts,
      .services:
      ""
    }
  }

  /// `v1`, `apps/v1`.
  package var apiVersion: String { group.isEmpty ? "v1" : "\(group)/v1" }

  /// `pods`, `replicasets.apps`: how errors name the resource.
  package var qualifiedPlural: String { group.isEmpty ? plural : "\(plural).\(group)" }

  /// `pod`, `replicaset.apps`: how kubectl names an object of it before the slash.
  package var qualifiedSingular: String { group.isEmpty ? singular : "\(singular).\(group)" }

  /// What the API server says to everybody who asks for objects of the resource; nil where it says
  /// nothing (`APILifecycleDeprecated`).
  package var deprecation: String? {
    self == .endpoints
      ? "v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice" : nil
  }

  package var isNamespaced: Bool {
    self != .nodes && self != .namespaces && self != .priorityClasses
  }

  /// The abbreviations of kubectl: `po`, `rs`.
  package var shortNames: [String] {
    switch self {
    case .configMaps: ["cm"]
    case .deployments: ["deploy"]
    case .endpoints: ["ep"]
    case .endpointSlices: []
    case .events: ["ev"]
    case .jobs: []
    case .leases: []
    case .namespaces: ["ns"]
    case .nodes: ["no"]
    case .pods: ["po"]
    case .priorityClasses: ["pc"]
    case .replicaSets: ["rs"]
    case .secrets: []
    case .serviceAccounts: ["sa"]
    case .services: ["svc"]
    }
  }

  /// The resource that a user means by `pod`, `pods`, `po`, `Pod`, `replicasets.apps` or `rs`.
  package init?(word: String) {
    let lowered = word.lowercased()
    let name = lowered.split(separator: ".", maxSplits: 1).first.map(String.init) ?? lowered
    let group = lowered.split(separator: ".", maxSplits: 1).dropFirst().first.map(String.init)
    let found = Self.allCases.first {
      name == $0.plural || name == $0.singular || $0.shortNames.contains(name)
    }
    guard let found, group.map(found.answers(toGroup:)) ?? true else { return nil }
    self = found
  }

  /// Whether what follows the name means this resource: `apps`, or with the version `v1.apps`; for
  /// the core group, `v1.`.
  private func answers(toGroup text: String) -> Bool {
    text == group || text == "\(version).\(group)"
  }

  private var version: String { apiVersion.split(separator: "/").last.map(String.init) ?? "" }

  /// The resource of an object by its `kind` and `apiVersion`.
  package init?(kind: String, apiVersion: String) {
    guard let found = Self.allCases.first(where: { $0.kind == kind && $0.apiVersion == apiVersion })
    else { return nil }
    self = found
  }
}

/// Where an object stands in the store. `namespace` is empty for what has none.
package struct ObjectKey: Hashable, Comparable, Sendable {
  package let resource: Resource
  package let namespace: String
  package let name: String

  package init(_ resource: Resource, namespace: String = "", name: String) {
    self.resource = resource
    self.namespace = resource.isNamespaced ? namespace : ""
    self.name = name
  }

  package static func < (left: Self, right: Self) -> Bool {
    if left.resource != right.resource { return left.resource < right.resource }
    if left.namespace != right.namespace { return left.namespace < right.namespace }
    return left.name < right.name
  }
}
