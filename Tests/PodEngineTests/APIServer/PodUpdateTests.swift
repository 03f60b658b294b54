internal import OrderedCollections
internal import Testing

@testable internal import PodEngine

struct PodUpdateTests {
  private func errors(_ old: APIValue, _ new: APIValue) -> [String] {
    Validation.validateUpdate(Sample.pod(new), old: Sample.pod(old), resource: .pods)
      .map(\.description)
  }

  private static let refusal =
    "spec: Forbidden: pod updates may not change fields other than `spec.containers[*].image`,"
    + "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only "
    + "additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be "
    + "set to 1 if it was previously negative)"

  /// What was there, what is asked for: changes of the specification that are allowed.
  private static let allowed: [(APIValue, APIValue)] = [
    (.emptyObject, ["containers": [Sample.container(["image": "nginx:1.28"])]]),
    (["activeDeadlineSeconds": 31], ["activeDeadlineSeconds": 30]),
    (["terminationGracePeriodSeconds": -1], ["terminationGracePeriodSeconds": 1]),
    (.emptyObject, ["tolerations": [["key": "a", "operator": "Exists"]]]),
    (["schedulingGates": [["name": "a"]]], .emptyObject),
    (
      ["schedulingGates": [["name": "a"]]],
      ["schedulingGates": [["name": "a"]], "nodeSelector": ["disk": "ssd"]]
    ),
    // Zero values that Kubernetes does not write are no change.
    (["hostNetwork": false], .emptyObject),
  ]

  @Test(arguments: allowed)
  func allows(old: APIValue, new: APIValue) {
    #expect(errors(["spec": old], ["spec": new]) == [])
  }

  private static let refused: [(APIValue, APIValue, String)] = [
    (.emptyObject, ["hostNetwork": true], refusal),
    (.emptyObject, ["terminationGracePeriodSeconds": 60], refusal),
    (.emptyObject, ["nodeSelector": ["disk": "ssd"]], refusal),
    (.emptyObject, ["containers": [Sample.container(["command": ["a"]])]], refusal),
    (
      .emptyObject, ["containers": [Sample.container(), Sample.container(["name": "b"])]],
      "spec.containers: Forbidden: pod updates may not add or remove containers"
    ),
    (
      ["activeDeadlineSeconds": 30], .emptyObject,
      "spec.activeDeadlineSeconds: Invalid value: null: must not update from a positive integer "
        + "to nil value"
    ),
    (
      .emptyObject, ["schedulingGates": [["name": "a"]]],
      "spec.schedulingGates[0].name: Forbidden: only deletion is allowed, but found new scheduling gate 'a'"
    ),
    (
      ["tolerations": [["key": "a", "operator": "Exists"]]], .emptyObject,
      "spec.tolerations: Forbidden: existing toleration can not be modified except its "
        + "tolerationSeconds"
    ),
    (
      ["schedulingGates": [["name": "a"]], "nodeSelector": ["disk": "ssd"]],
      ["schedulingGates": [["name": "a"]]],
      "spec.nodeSelector: Invalid value: map[string]string(nil): only additions to "
        + "spec.nodeSelector are allowed (no mutations or deletions)"
    ),
  ]

  @Test(arguments: refused)
  func refuses(old: APIValue, new: APIValue, problem: String) {
    #expect(errors(["spec": old], ["spec": new]) == [problem])
  }

  private static let tooManyPages: APIValue = [
    "containers": [
      Sample.container(["resources": ["limits": ["cpu": "1", "hugepages-2Mi": "3Mi"]]])
    ]
  ]
  private static func neighbour(_ value: String) -> APIValue {
    let expression: APIValue = ["key": "app", "operator": "In", "values": [.string(value)]]
    let term: APIValue = [
      "topologyKey": "zone", "labelSelector": ["matchExpressions": [expression]],
    ]
    return [
      "affinity": ["podAffinity": ["requiredDuringSchedulingIgnoredDuringExecution": [term]]]
    ]
  }

  /// Specifications that are refused anew, and stay where they are from before the rule.
  private static let faults: [APIValue] = [
    tooManyPages, neighbour("-1"),
    [
      "hostNetwork": true,
      "securityContext": ["sysctls": [["name": "net.ipv4.ip_forward", "value": "1"]]],
    ],
    [
      "topologySpreadConstraints": [
        [
          "maxSkew": 1, "topologyKey": "zone", "whenUnsatisfiable": "DoNotSchedule",
          "labelSelector": ["matchLabels": ["app": "-1"]],
        ]
      ]
    ],
    [
      "serviceAccountName": "default",
      "volumes": [
        ["name": "token", "projected": ["sources": [["serviceAccountToken": ["path": "../a"]]]]]
      ],
    ],
  ]

  @Test(arguments: faults)
  func keepsWhatWasWrongBefore(spec: APIValue) {
    #expect(errors(["spec": spec], ["spec": spec]) == [])
    #expect(errors(.emptyObject, ["spec": spec]).count > 1)
  }

  @Test func keepsACostThatIsNoNumber() {
    let pod: APIValue = [
      "metadata": ["annotations": ["controller.kubernetes.io/pod-deletion-cost": "dear"]]
    ]
    #expect(errors(pod, pod) == [])
    #expect(errors(.emptyObject, pod).count == 1)
  }

  @Test func keepsIdentity() {
    let found = errors(
      ["metadata": ["uid": "1"]], ["metadata": ["name": "other", "uid": "2"]])
    #expect(
      found == [
        "metadata.name: Invalid value: \"other\": field is immutable",
        "metadata.uid: Invalid value: \"2\": field is immutable",
      ])
    #expect(errors(["metadata": ["uid": "1"]], .emptyObject) == [])
  }

  @Test func staticPodsGetNoEphemeralContainers() {
    let old = Sample.pod([
      "metadata": ["annotations": ["kubernetes.io/config.mirror": "x"]],
      "spec": ["nodeName": "node-1"],
    ])
    #expect(
      Validation.validateEphemeralContainersUpdate(old, old: old).map(\.description)
        == ["[]: Forbidden: static pods do not support ephemeral containers"])
  }

  @Test func ephemeralContainersAreOnlyAdded() {
    let debug = Sample.container(["name": "debug"])
    let old = Sample.pod(spec: ["ephemeralContainers": [debug]])
    let more: APIValue = [debug, Sample.container(["name": "more"])]
    let added = Sample.pod(spec: ["ephemeralContainers": more])
    #expect(Validation.validateEphemeralContainersUpdate(added, old: old) == [])
    #expect(
      Validation.validateEphemeralContainersUpdate(Sample.pod(), old: old).map(\.description)
        == [
          "spec.ephemeralContainers: Forbidden: existing ephemeral containers \"debug\" may not "
            + "be removed\n"
        ])
  }
}
