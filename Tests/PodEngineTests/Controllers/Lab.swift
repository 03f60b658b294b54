import OrderedCollections

@testable import PodEngine

/// A cluster without nodes, so that no kubelet interferes: the test says what becomes of the Pods.
struct Lab {
  var cluster = Cluster(nodeCount: 0)

  mutating func create(_ object: APIValue, _ resource: Resource) throws {
    _ = try cluster.request(.create(object, resource, namespace: "default"))
    try settle()
  }

  mutating func settle() throws { try cluster.advance(by: .zero) }
  mutating func advance(_ seconds: Int) throws { try cluster.advance(by: .seconds(seconds)) }

  mutating func patch(_ resource: Resource, _ name: String, _ body: APIValue) throws {
    _ = try cluster.request(
      .patch(ObjectKey(resource, namespace: "default", name: name), .merge(body)))
    try settle()
  }

  mutating func delete(
    _ resource: Resource, _ name: String, _ propagation: DeleteOptions.Propagation = .background
  ) throws {
    let key = ObjectKey(resource, namespace: "default", name: name)
    _ = try cluster.request(.delete(key, DeleteOptions(propagation: propagation)))
    try settle()
  }

  /// Plays the kubelet.
  mutating func set(_ pod: Pod, _ status: APIValue) throws {
    var whole = status
    whole["startTime"] = .string(cluster.now.timestamp)
    _ = try cluster.request(.updateStatus(pod.key, whole, uid: pod.metadata.uid))
    try settle()
  }

  mutating func makeReady(_ pod: Pod) throws {
    try set(
      pod,
      [
        "phase": "Running", "podIP": "10.244.1.2",
        "conditions": [
          [
            "type": "Ready", "status": "True",
            "lastTransitionTime": .string(cluster.now.timestamp),
          ]
        ],
      ])
  }

  mutating func end(_ pod: Pod, exitCode: Int) throws {
    let terminated: APIValue = [
      "exitCode": .integer(exitCode), "finishedAt": .string(cluster.now.timestamp),
    ]
    try set(
      pod,
      [
        "phase": exitCode == 0 ? "Succeeded" : "Failed",
        "containerStatuses": [
          [
            "name": "app", "ready": false, "restartCount": 0, "image": "busybox", "imageID": "",
            "state": ["terminated": terminated],
          ]
        ],
      ])
  }

  var pods: [Pod] { cluster.objects.pods(inNamespace: "default") }
  var active: [Pod] { pods.filter(\.isActive) }

  func tree(_ resource: Resource, _ name: String) -> APIValue? {
    cluster.objects[ObjectKey(resource, namespace: "default", name: name)]?.tree
  }

  /// `Reason: message` of the events about one kind of object, in the order in which they were
  /// written first.
  func events(about kind: String) -> [String] {
    cluster.objects.list(.events).compactMap { stored -> Event? in
      if case .event(let event) = stored.typed, event.involvedObject.kind == kind {
        event
      } else {
        nil
      }
    }.map { "\($0.reason): \($0.message)" }
  }

  func conditions(of resource: Resource, _ name: String) -> [String] {
    (tree(resource, name)?[path: "status", "conditions"]?.arrayValue ?? []).map { condition in
      ["type", "status", "reason"].map { condition[$0]?.stringValue ?? "" }.joined(separator: " ")
    }
  }

  static func template(_ label: APIValue = "web", restartPolicy: APIValue = "Always") -> APIValue {
    [
      "metadata": ["labels": ["app": label]],
      "spec": [
        "restartPolicy": restartPolicy, "containers": [["name": "app", "image": "busybox"]],
      ],
    ]
  }

  static func replicaSet(_ name: APIValue = "web", replicas: Int) -> APIValue {
    [
      "metadata": ["name": name],
      "spec": [
        "replicas": .integer(replicas), "selector": ["matchLabels": ["app": "web"]],
        "template": template(),
      ],
    ]
  }
}
