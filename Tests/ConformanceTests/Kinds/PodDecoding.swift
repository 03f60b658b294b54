import OrderedCollections

@testable import PodEngine

/// A part of a case that is written as the API writes it.
extension CaseValue {
  /// Decodes it; a field that the API's schema does not know would be overlooked, and is an error.
  func podSpec(_ key: String = "spec") throws -> PodSpec {
    let spec = tree(key) ?? .object([:])
    try checkFields(["apiVersion": "v1", "kind": "Pod", "spec": spec])
    return try spec.decoded()
  }

  /// The same of a status.
  func podStatus(_ key: String) throws -> PodStatus {
    let status = tree(key) ?? .object([:])
    try checkFields(["apiVersion": "v1", "kind": "Pod", "status": status])
    return try status.decoded()
  }

  func containerStatuses(_ key: String) throws -> [ContainerStatus] {
    let statuses = tree(key) ?? .array([])
    try checkFields(
      ["apiVersion": "v1", "kind": "Pod", "status": ["containerStatuses": statuses]])
    return try statuses.decoded()
  }

  private func checkFields(_ pod: APIValue) throws {
    let unknown = Schema.inspect(pod, as: .pods).unknownFields
    guard unknown.isEmpty else { throw UnknownQuestion(unknown.joined(separator: ", ")) }
  }
}
