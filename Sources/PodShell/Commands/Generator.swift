internal import PodEngine

/// What the commands `create KIND NAME` share: exactly one name, and the way an object is made or
/// only shown.
struct Generator: Hashable, Sendable {
  let name: String
  let creation: Creation

  init(_ call: Invocation, kind: String) throws(CommandError) {
    guard call.arguments.count == 1 else {
      throw .arguments(
        "exactly one NAME is required, got \(call.arguments.count)\n"
          + "See 'kubectl create \(kind) -h' for help and examples",
        suggestion: "write create \(kind) NAME",
        position: call.arguments.dropFirst().first?.position)
    }
    name = call.arguments[0].text
    creation = try Creation(call)
  }

  /// The metadata of a new object as kubectl's generators write it.
  func metadata(labels: APIValue? = nil) -> APIValue {
    var metadata: APIValue = ["creationTimestamp": .null, "name": .string(name)]
    if let labels { metadata["labels"] = labels }
    return metadata
  }
}
