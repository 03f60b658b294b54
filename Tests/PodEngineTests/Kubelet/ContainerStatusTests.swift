import Testing

@testable import PodEngine

/// What a status says of a container beside its state.
struct ContainerStatusTests {
  @Test func tellsOfMountsResourcesAndUser() throws {
    var laboratory = try Laboratory()
    try laboratory.run(
      "web", "sleep 100",
      container: [
        "resources": ["requests": ["cpu": "100m"], "limits": ["memory": "128974848"]],
        "volumeMounts": [
          ["name": "v", "mountPath": "/a", "readOnly": true],
          ["name": "v", "mountPath": "/b"],
          [
            "name": "v", "mountPath": "/c", "readOnly": true, "recursiveReadOnly": "IfPossible",
          ],
        ],
      ],
      spec: [
        "volumes": [["name": "v", "emptyDir": [:]]],
        "securityContext": [
          "runAsUser": 1000, "runAsGroup": 3000, "fsGroup": 2000, "supplementalGroups": [4000],
        ],
        "automountServiceAccountToken": false,
        "initContainers": [
          [
            "name": "first", "image": "busybox:1.35", "command": ["true"],
            "securityContext": ["runAsUser": 0],
          ]
        ],
      ])
    try laboratory.cluster.advance(by: .seconds(1))
    let pod = try #require(laboratory.cluster.objects[laboratory.key("web")]?.tree)
    let app = try #require(pod[path: "status", "containerStatuses"]?.arrayValue?.first)
    #expect(
      app["volumeMounts"] == [
        ["name": "v", "mountPath": "/a", "readOnly": true, "recursiveReadOnly": "Disabled"],
        ["name": "v", "mountPath": "/b"],
        ["name": "v", "mountPath": "/c", "readOnly": true, "recursiveReadOnly": "Enabled"],
      ])
    #expect(app["allocatedResources"] == ["cpu": "100m", "memory": "128974848"])
    // The limit comes back from the runtime in bytes, in the notation with powers of 1024.
    #expect(app[path: "resources", "limits"] == ["memory": "123Mi"])
    #expect(
      app["user"] == [
        "linux": ["uid": 1000, "gid": 3000, "supplementalGroups": [2000, 3000, 4000]]
      ])
    // A plain init container cannot be resized and shows no resources.
    let first = try #require(pod[path: "status", "initContainerStatuses"]?.arrayValue?.first)
    #expect(first["resources"] == nil)
    #expect(first["allocatedResources"] == nil)
    #expect(first[path: "user", "linux", "supplementalGroups"] == [10, 2000, 3000, 4000])
  }

  @Test func withoutResourcesThereIsAnEmptyStructure() throws {
    var laboratory = try Laboratory()
    try laboratory.run("web", "sleep 100")
    try laboratory.cluster.advance(by: .zero)
    let pod = try #require(laboratory.cluster.objects[laboratory.key("web")]?.tree)
    let app = try #require(pod[path: "status", "containerStatuses"]?.arrayValue?.first)
    #expect(app["resources"] == [:])
    #expect(app["allocatedResources"] == nil)
  }

  @Test func ephemeralContainersStartOnce() throws {
    var laboratory = try Laboratory()
    try laboratory.run("web", "sleep 100")
    try laboratory.cluster.advance(by: .seconds(1))
    let debugger: APIValue = [
      "name": "debug", "image": "busybox:1.35", "command": ["ps"], "targetContainerName": "app",
    ]
    let patch: APIValue = ["spec": ["ephemeralContainers": [debugger]]]
    #expect(throws: APIError.self) {
      try laboratory.cluster.request(.patch(laboratory.key("web"), .strategic(patch)))
    }
    _ = try laboratory.cluster.request(
      .patch(laboratory.key("web"), .strategic(patch), subresource: .ephemeralContainers))
    try laboratory.cluster.advance(by: .seconds(60))
    let pod = try #require(laboratory.pod())
    let status = try #require(pod.status.ephemeralContainerStatuses.first)
    #expect(status.state.terminated?.exitCode == 0)
    #expect(status.restartCount == 0)
    #expect(status.ready == false)
    #expect(status.resources == nil)
    #expect(pod.status.phase == .running)
    let runtime = try #require(laboratory.cluster.kubelets["node-1"]?.runtime)
    let record = runtime.containers(podUID: pod.metadata.uid).filter { $0.name == "debug" }
    #expect(record.count == 1)
    let log = runtime.logs(record[0].id).map(\.text).joined(separator: "\n")
    #expect(log.contains("sleep 100"))
  }

  @Test func throttlingIsCounted() throws {
    var laboratory = try Laboratory()
    try laboratory.run(
      "web", "sleep 10; cat /sys/fs/cgroup/cpu.max /sys/fs/cgroup/cpu.stat; sleep 100",
      container: ["resources": ["limits": ["cpu": "500m"]]])
    try laboratory.cluster.advance(by: .zero)
    let target = ContainerTarget(pod: laboratory.key("web"))
    try laboratory.cluster.inject(.useProcessor(target, milli: 2000))
    try laboratory.cluster.advance(by: .seconds(11))
    let pod = try #require(laboratory.pod())
    let runtime = try #require(laboratory.cluster.kubelets["node-1"]?.runtime)
    let id = try #require(runtime.containers(podUID: pod.metadata.uid).first?.id)
    #expect(runtime.processorUse(id)?.usedMilli == 500)
    #expect(
      runtime.logs(id).map(\.text) == [
        "50000 100000", "usage_usec 5000000", "user_usec 5000000", "system_usec 0",
        "nr_periods 100", "nr_throttled 100", "throttled_usec 15000000", "nr_bursts 0",
        "burst_usec 0",
      ])
  }

  @Test func tooMuchMemoryIsDeadly() throws {
    var laboratory = try Laboratory()
    try laboratory.run(
      "web", "sleep 100", container: ["resources": ["limits": ["memory": "64Mi"]]])
    try laboratory.cluster.advance(by: .zero)
    let target = ContainerTarget(pod: laboratory.key("web"))
    try laboratory.cluster.inject(.useMemory(target, bytes: 100 << 20))
    try laboratory.cluster.advance(by: .seconds(1))
    let end = laboratory.pod()?.status.containerStatuses.first?.lastState.terminated
    #expect(end?.exitCode == 137)
    #expect(end?.reason == "OOMKilled")
  }
}
