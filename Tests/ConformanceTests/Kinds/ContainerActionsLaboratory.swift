import OrderedCollections

@testable import PodEngine

/// A small cluster with one Pod `web`, whose kubelet can be told to stop something and watched.
struct KubeletLaboratory {
  private(set) var cluster = Cluster(nodeCount: 1, seed: 1)
  private let uid: String
  private static let key = ObjectKey(.pods, namespace: "default", name: "web")

  /// Runs a Pod; the given trees are containers without images.
  init(sidecars: [APIValue] = [], containers: [APIValue]) throws {
    try cluster.inject(.loadImage(reference: "busybox:1.35", node: "node-1"))
    let spec: APIValue = [
      "restartPolicy": "Never",
      "initContainers": .array(
        sidecars.map { Self.complete($0, ["restartPolicy": "Always"]) }),
      "containers": .array(containers.map { Self.complete($0, [:]) }),
    ]
    _ = try cluster.request(
      .create(["metadata": ["name": "web"], "spec": spec], .pods, namespace: "default"))
    uid = cluster.objects.pod(Self.key)?.metadata.uid ?? ""
  }

  private static func complete(_ container: APIValue, _ more: APIObject) -> APIValue {
    var container = container
    container["image"] = "busybox:1.35"
    for (key, value) in more { container[key] = value }
    return container
  }

  /// A container whose process takes some time to end after TERM.
  static func container(_ name: String, stopping time: SimulatedDuration) -> APIValue {
    let script = "trap 'sleep \(seconds(time)); exit 0' TERM; sleep 100000 & wait"
    return ["name": .string(name), "command": ["sh", "-c", .string(script)]]
  }

  /// A container that TERM does not impress.
  static func stubbornContainer(_ name: String, lifecycle: APIValue) -> APIValue {
    [
      "name": .string(name), "lifecycle": lifecycle,
      "command": ["sh", "-c", "trap '' TERM; while true; do sleep 1000; done"],
    ]
  }

  static func seconds(_ time: SimulatedDuration) -> String {
    "\(Double(time.milliseconds) / 1000)"
  }

  var now: SimulatedTime { cluster.now }
  var worker: PodWorker? { cluster.kubelets["node-1"]?.workers[uid] }
  var isSyncing: Bool { worker?.task != nil }

  func killing(of container: String) -> Killing? {
    worker?.killings.first { $0.value.containerName == container }?.value
  }

  /// The instances of a container, oldest first.
  func records(of container: String) -> [ContainerRecord] {
    (cluster.kubelets["node-1"]?.runtime.containers(podUID: uid) ?? []).filter {
      $0.name == container
    }
  }

  /// What the kubelet has said: type, reason, message.
  var events: [APIValue] {
    cluster.objects.list(.events).map { event in
      [
        "type": event.tree["type"] ?? .null, "reason": event.tree["reason"] ?? .null,
        "message": event.tree["message"] ?? .null,
      ]
    }
  }

  func hasEvent(_ reason: String) -> Bool {
    events.contains { $0["reason"] == .string(reason) }
  }

  /// Goes on, instant by instant, until something is so; false when it does not come to pass.
  mutating func run(until holds: (inout Self) -> Bool) throws -> Bool {
    try cluster.advance(by: .zero)
    for _ in 0..<1000 {
      if holds(&self) { return true }
      guard let next = cluster.nextEventTime else { return false }
      try cluster.advance(to: next)
    }
    return false
  }

  /// Begins to stop one container, as a failed probe does.
  mutating func stop(_ container: String, graceSeconds: Int) {
    guard let record = records(of: container).last else { return }
    let uid = uid
    cluster.letKubelet("node-1", cause: nil) { kubelet, turn in
      kubelet.kill(
        ContainerToKill(record, .podStops), of: uid, graceSeconds: graceSeconds, &turn)
    }
  }

  /// Begins to stop the Pod.
  mutating func stopPod(graceSeconds: Int) {
    let uid = uid
    cluster.letKubelet("node-1", cause: nil) { kubelet, turn in
      kubelet.beginTermination(uid, graceSeconds: graceSeconds, &turn)
    }
  }
}
