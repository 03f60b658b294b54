internal import OrderedCollections
import PodEngine

/// Reading trees of the wire form without decoding them: a missing field is empty.
extension APIValue {
  func at(_ path: String...) -> APIValue? {
    var value = self
    for key in path {
      guard let next = value[key], !next.isNull else { return nil }
      value = next
    }
    return value
  }

  func text(_ path: String...) -> String {
    var value = self
    for key in path {
      guard let next = value[key] else { return "" }
      value = next
    }
    return value.stringValue ?? ""
  }

  func list(_ path: String...) -> [APIValue] {
    var value = self
    for key in path {
      guard let next = value[key] else { return [] }
      value = next
    }
    return value.arrayValue ?? []
  }

  /// The texts of a map such as labels, in the order of the wire form.
  func texts(_ path: String...) -> [(key: String, value: String)] {
    var value = self
    for key in path {
      guard let next = value[key] else { return [] }
      value = next
    }
    return (value.objectValue ?? [:]).map { ($0.key, $0.value.stringValue ?? "") }
  }

  func number(_ path: String...) -> Int? {
    var value = self
    for key in path {
      guard let next = value[key] else { return nil }
      value = next
    }
    return value.intValue
  }

  func time(_ path: String...) -> SimulatedTime? {
    var value = self
    for key in path {
      guard let next = value[key] else { return nil }
      value = next
    }
    return value.stringValue.flatMap { SimulatedTime(timestamp: $0) }
  }

  var uid: String { text("metadata", "uid") }
  var isTerminating: Bool { at("metadata", "deletionTimestamp") != nil }
  var finalizers: [String] { list("metadata", "finalizers").compactMap(\.stringValue) }

  /// The owner that manages the object.
  var controllerUID: String? {
    list("metadata", "ownerReferences").first { $0["controller"]?.boolValue == true }?.text("uid")
  }

  func label(_ key: String) -> String? { at("metadata", "labels")?[key]?.stringValue }

  /// Whether the object has all labels of a map.
  func hasLabels(_ wanted: [(key: String, value: String)]) -> Bool {
    wanted.allSatisfy { label($0.key) == $0.value }
  }
}

/// What the rules want to know of a Pod.
extension APIValue {
  var phase: String { text("status", "phase") }
  var isEnded: Bool { phase == "Succeeded" || phase == "Failed" }
  var nodeName: String { text("spec", "nodeName") }

  func condition(_ type: String) -> APIValue? {
    list("status", "conditions").first { $0.text("type") == type }
  }

  func conditionStatus(_ type: String) -> String { condition(type)?.text("status") ?? "" }

  var isReadyPod: Bool { conditionStatus("Ready") == "True" }

  /// The statuses of all containers, with their names.
  var containerStatuses: [APIValue] {
    list("status", "initContainerStatuses") + list("status", "containerStatuses")
  }

  var sidecarNames: [String] {
    list("spec", "initContainers").filter { $0.text("restartPolicy") == "Always" }
      .map { $0.text("name") }
  }
}
