/// Makes Pods from the template of a controller (`GetPodFromTemplate` in
/// pkg/controller/controller_utils.go).
struct PodFromTemplate {
  let template: PodTemplateSpec
  let owner: OwnerReference
  /// `web-`: the API server appends five letters.
  let namePrefix: String

  /// The Pod as it is sent to the API server.
  func pod() -> APIValue {
    var pod: APIValue = ["apiVersion": "v1", "kind": "Pod"]
    pod[path: "metadata", "generateName"] = .string(namePrefix)
    for field in ["labels", "annotations", "finalizers"] {
      if let value = template.metadata[field] { pod[path: "metadata", field] = value }
    }
    pod[path: "metadata", "ownerReferences"] = .array([APIValue(encoding: owner)])
    pod["spec"] = template.spec
    return pod
  }

  /// The requests for several Pods, with the events of the owner about their outcome.
  static func create(
    _ pods: [APIValue], namespace: String, for owner: ObjectReference, _ creator: Creator
  ) -> Effect {
    .slowStart(
      pods.map { .create($0, .pods, namespace: namespace) },
      .report(
        granted: EventRecord(owner, .normal, "SuccessfulCreate", "Created pod: {name}"),
        refused: EventRecord(owner, .warning, "FailedCreate", "Error creating: {error}")),
      for: creator)
  }

  static func delete(_ pod: Pod, for owner: ObjectReference) -> Effect {
    .request(
      .delete(pod.key, DeleteOptions(uid: pod.metadata.uid)),
      .report(
        granted: EventRecord(
          owner, .normal, "SuccessfulDelete", "Deleted pod: \(pod.metadata.name)"),
        refused: EventRecord(owner, .warning, "FailedDelete", "Error deleting: {error}")))
  }
}
