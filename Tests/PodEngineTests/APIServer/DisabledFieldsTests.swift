import Testing

@testable import PodEngine

/// Fields behind feature gates that are off in 1.33.
struct DisabledFieldsTests {
  private static let pod: APIValue = [
    "spec": [
      "resources": ["limits": ["memory": "200Mi"]],
      "resourceClaims": [["name": "gpu"]],
      "containers": [
        [
          "name": "app", "image": "busybox",
          "resources": ["limits": ["cpu": "1"], "claims": [["name": "gpu"]]],
          "lifecycle": ["stopSignal": "SIGUSR1", "preStop": ["sleep": ["seconds": 1]]],
          "volumeMounts": [
            ["name": "data", "mountPath": "/data"], ["name": "model", "mountPath": "/model"],
          ],
        ],
        ["name": "signal", "image": "busybox", "lifecycle": ["stopSignal": "SIGUSR1"]],
      ],
      "volumes": [
        ["name": "data", "emptyDir": .emptyObject],
        ["name": "model", "image": ["reference": "busybox"]],
        ["name": "roots", "projected": ["sources": [["clusterTrustBundle": ["path": "a"]]]]],
      ],
    ]
  ]

  private static let expected: APIValue = [
    "spec": [
      "containers": [
        [
          "name": "app", "image": "busybox",
          "resources": ["limits": ["cpu": "1"]],
          "lifecycle": ["preStop": ["sleep": ["seconds": 1]]],
          "volumeMounts": [["name": "data", "mountPath": "/data"]],
        ],
        ["name": "signal", "image": "busybox"],
      ],
      "volumes": [
        ["name": "data", "emptyDir": .emptyObject],
        ["name": "roots", "projected": ["sources": [.emptyObject]]],
      ],
    ]
  ]

  @Test func goFromPods() {
    var pod = Self.pod
    DisabledFields.drop(from: &pod, .pods)
    #expect(pod == Self.expected)
  }

  @Test(arguments: [Resource.deployments, .replicaSets, .jobs])
  func goFromTemplates(resource: Resource) {
    var object: APIValue = ["spec": ["template": Self.pod]]
    DisabledFields.drop(from: &object, resource)
    #expect(object == ["spec": ["template": Self.expected]])
  }

  @Test func areGoneFromWhatIsStored() throws {
    var lab = Lab()
    var pod: APIValue = ["metadata": ["name": "web"]]
    pod["spec"] = ["resources": ["limits": ["memory": "1Gi"]]]
    pod[path: "spec", "containers"] = [["name": "app", "image": "busybox"]]
    try lab.create(pod, .pods)
    let stored = try #require(lab.tree(.pods, "web"))
    #expect(stored[path: "spec", "resources"] == nil)
    #expect(stored[path: "status", "qosClass"] == "BestEffort")
  }
}
