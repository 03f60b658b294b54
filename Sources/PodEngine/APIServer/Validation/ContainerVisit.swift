extension APIValue {
  /// All containers of a Pod's specification with their places, in the order in which Kubernetes
  /// visits them (`VisitContainersWithPath`).
  func allContainers(at path: FieldPath) -> [(container: APIValue, place: FieldPath)] {
    ["initContainers", "containers", "ephemeralContainers"].flatMap { key in
      list(key).enumerated().map { ($1, path.child(key).index($0)) }
    }
  }
}
