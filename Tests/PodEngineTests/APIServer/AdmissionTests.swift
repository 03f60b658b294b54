internal import OrderedCollections
internal import Testing

@testable internal import PodEngine

struct AdmissionTests {
  private func admitted(_ pod: APIValue) throws -> APIValue {
    var pod = pod
    try Admission.admitPod(&pod, serviceAccountSuffix: "abcde")
    return pod
  }

  private func tolerationKeys(_ own: APIValue) -> [String] {
    var pod: APIValue = ["spec": ["tolerations": own]]
    DefaultTolerationSeconds.admit(&pod)
    return pod["spec"]?.list("tolerations").map { $0.text("key") } ?? []
  }

  @Test func everyPodBearsTheLossOfItsNode() throws {
    #expect(tolerationKeys([]) == [Taint.notReadyKey, Taint.unreachableKey])
    let own: APIValue = [["key": .string(Taint.unreachableKey), "operator": "Exists"]]
    #expect(tolerationKeys(own) == [Taint.unreachableKey, Taint.notReadyKey])
    #expect(tolerationKeys([["operator": "Exists"]]) == [""])
    let noSchedule: APIValue = [["operator": "Exists", "effect": "NoSchedule"]]
    #expect(tolerationKeys(noSchedule).count == 3)
  }

  @Test func mountsTheToken() throws {
    let pod = try admitted(
      Sample.pod(spec: ["initContainers": [Sample.container(["name": "init"])]]))
    let spec = try #require(pod["spec"])
    #expect(spec["serviceAccountName"] == "default")
    #expect(spec["serviceAccount"] == "default")
    #expect(spec.list("volumes").map { $0.text("name") } == ["kube-api-access-abcde"])
    for container in spec.list("containers") + spec.list("initContainers") {
      #expect(
        container["volumeMounts"] == [
          [
            "name": "kube-api-access-abcde", "readOnly": true,
            "mountPath": "/var/run/secrets/kubernetes.io/serviceaccount",
          ]
        ])
    }
    #expect(Validation.validateCreate(pod, resource: .pods) == [])
  }

  @Test func mountsNoTokenWhereNotWanted() throws {
    let pod = try admitted(Sample.pod(spec: ["automountServiceAccountToken": false]))
    #expect(pod[path: "spec", "volumes"] == nil)
  }

  @Test(arguments: [
    ("", 0), ("system-cluster-critical", 2_000_000_000), ("system-node-critical", 2_000_001_000),
  ])
  func givesPriority(name: String, priority: Int) throws {
    let pod = try admitted(Sample.pod(spec: ["priorityClassName": .string(name)]))
    #expect(pod[path: "spec", "priority"]?.intValue == priority)
    #expect(pod[path: "spec", "preemptionPolicy"] == "PreemptLowerPriority")
  }

  @Test func refusesUnknownPriorityClasses() {
    var pod = Sample.pod(spec: ["priorityClassName": "high"])
    let error = #expect(throws: APIError.self) {
      try Admission.admitPod(&pod, serviceAccountSuffix: "abcde")
    }
    #expect(error?.reason == .forbidden)
    #expect(
      error?.message
        == "pods \"web\" is forbidden: no PriorityClass with name high was found")
  }

  /// Whoever still writes the annotation is told of the field that it became.
  @Test func warnsOfAnnotationsThatAreFieldsNow() throws {
    let key = "container.apparmor.security.beta.kubernetes.io/app"
    var pod = Sample.pod(["metadata": ["annotations": [key: "unconfined"]]])
    let warning =
      "metadata.annotations[\(key)]: deprecated since v1.30; use the \"appArmorProfile\" field "
      + "instead"
    #expect(try Admission.admitPod(&pod, serviceAccountSuffix: "abcde") == [warning])
    let profile = pod["spec"]?.list("containers").first?["securityContext"]?["appArmorProfile"]
    #expect(profile == ["type": "Unconfined"])
    #expect(Validation.validateCreate(pod, resource: .pods) == [])
    // Said both ways there is nothing to tell.
    #expect(try Admission.admitPod(&pod, serviceAccountSuffix: "abcde") == [])
  }

  @Test func replacesTheStatus() throws {
    let sent: APIValue = ["status": ["phase": "Running", "podIP": "1.2.3.4"]]
    let pod = try admitted(Sample.pod(sent))
    #expect(pod["status"] == ["phase": "Pending", "qosClass": "BestEffort"])
    let gated = try admitted(Sample.pod(spec: ["schedulingGates": [["name": "wait"]]]))
    let condition = gated["status"]?.list("conditions").first
    #expect(condition?["reason"] == "SchedulingGated")
  }

  /// Requests and limits of the containers, and the class that follows.
  private static let qualities: [([APIValue], QOSClass)] = [
    ([.emptyObject], .bestEffort),
    ([["limits": ["cpu": "1", "memory": "1Gi"]]], .guaranteed),
    ([["limits": ["cpu": "1", "memory": "1Gi"], "requests": ["cpu": "0"]]], .burstable),
    ([["limits": ["cpu": "1", "memory": "1Gi"]], .emptyObject], .burstable),
    ([["limits": ["memory": "1Gi"]]], .burstable),
    ([["requests": ["example.com/gpu": "1"]]], .bestEffort),
    ([["requests": ["cpu": "0", "memory": "0"]]], .bestEffort),
  ]

  @Test(arguments: qualities)
  func classifiesQuality(resources: [APIValue], expected: QOSClass) throws {
    var pod: APIValue = [
      "spec": ["containers": .array(resources.map { ["resources": $0] })]
    ]
    Defaulting.apply(to: &pod, resource: .pods)
    let spec = try #require(pod["spec"])
    #expect(QualityOfService.qosClass(of: spec) == expected)
    #expect(try QualityOfService.qosClass(of: spec.decoded(as: PodSpec.self)) == expected)
  }
}
