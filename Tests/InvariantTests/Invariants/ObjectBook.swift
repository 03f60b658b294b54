import PodEngine

/// The objects of the world by kind, so that a rule about Pods does not look at every event and lease.
struct ObjectBook {
  private var kinds: [Resource: [ObjectKey: APIValue]] = [:]

  subscript(key: ObjectKey) -> APIValue? {
    get { kinds[key.resource]?[key] }
    set { kinds[key.resource, default: [:]][key] = newValue }
  }

  /// The objects of a kind, in no order.
  func trees(_ resource: Resource) -> [ObjectKey: APIValue].Values {
    kinds[resource, default: [:]].values
  }

  /// The objects of a kind, in key order.
  func all(_ resource: Resource) -> [(key: ObjectKey, tree: APIValue)] {
    kinds[resource, default: [:]].sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Every object, in no order.
  var everything: some Sequence<(key: ObjectKey, value: APIValue)> { kinds.values.joined() }
}
