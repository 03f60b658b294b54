package import PodEngine

/// Makes the tables that the API server answers with
/// (`kubernetes/pkg/printers/internalversion/printers.go`).
package enum TableMaker {
  /// The table of objects of one resource, in their order. `now` is the moment from which ages
  /// count. The API server makes all cells as for `-o wide`; otherwise long addresses of load
  /// balancers are cut.
  package static func table(
    for resource: Resource, objects: [APIValue], now: SimulatedTime, isWide: Bool = true
  ) -> Table {
    Table(
      columns: columns(for: resource),
      rows: objects.map { object in
        Table.Row(cells: cells(of: object, resource, now, isWide), object: object)
      })
  }

  /// The columns of a resource; those with priority 1 belong to `-o wide`.
  package static func columns(for resource: Resource) -> [Table.Column] {
    switch resource {
    case .pods: PodTable.columns
    case .nodes: NodeTable.columns
    case .events: EventTable.columns
    case .services: ServiceTable.columns
    case .replicaSets: ReplicaSetTable.columns
    case .deployments: DeploymentTable.columns
    case .jobs: JobTable.columns
    case .namespaces: NamespaceTable.columns
    case .endpoints: EndpointsTable.columns
    case .priorityClasses: PriorityClassTable.columns
    case .endpointSlices: EndpointSliceTable.columns
    case .configMaps: ConfigMapTable.columns
    case .secrets: SecretTable.columns
    case .serviceAccounts: ServiceAccountTable.columns
    case .leases: LeaseTable.columns
    }
  }

  private static func cells(
    of object: APIValue, _ resource: Resource, _ now: SimulatedTime, _ isWide: Bool
  ) -> [APIValue] {
    switch resource {
    case .pods: PodTable.cells(of: object, now: now)
    case .nodes: NodeTable.cells(of: object, now: now)
    case .events: EventTable.cells(of: object, now: now)
    case .services: ServiceTable.cells(of: object, now: now, isWide: isWide)
    case .replicaSets: ReplicaSetTable.cells(of: object, now: now)
    case .deployments: DeploymentTable.cells(of: object, now: now)
    case .jobs: JobTable.cells(of: object, now: now)
    case .namespaces: NamespaceTable.cells(of: object, now: now)
    case .endpoints: EndpointsTable.cells(of: object, now: now)
    case .priorityClasses: PriorityClassTable.cells(of: object, now: now)
    case .endpointSlices: EndpointSliceTable.cells(of: object, now: now)
    case .configMaps: ConfigMapTable.cells(of: object, now: now)
    case .secrets: SecretTable.cells(of: object, now: now)
    case .serviceAccounts: ServiceAccountTable.cells(of: object, now: now)
    case .leases: LeaseTable.cells(of: object, now: now)
    }
  }
}

extension APIValue {
  /// AGE: the time since the creation of the object.
  func age(now: SimulatedTime) -> APIValue {
    .string(HumanDuration.since(time("metadata", "creationTimestamp"), now: now))
  }
}
