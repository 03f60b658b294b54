internal import OrderedCollections
internal import Testing

@testable internal import PodEngine

struct DefaultingTests {
  private func pod(_ spec: APIValue) -> APIValue {
    var pod: APIValue = ["spec": spec]
    Defaulting.apply(to: &pod, resource: .pods)
    return pod["spec"] ?? .null
  }

  private func container(_ fields: APIValue) -> APIValue {
    let spec = pod(["containers": [fields]])
    return spec["containers"]?.arrayValue?.first ?? .null
  }

  @Test func fillsInAPod() {
    let spec = pod(["containers": [["name": "app", "image": "nginx:1.27"]]])
    #expect(
      spec.sortedByKey == [
        "containers": [
          [
            "image": "nginx:1.27", "imagePullPolicy": "IfNotPresent", "name": "app",
            "resources": .emptyObject, "terminationMessagePath": "/dev/termination-log",
            "terminationMessagePolicy": "File",
          ]
        ],
        "dnsPolicy": "ClusterFirst", "enableServiceLinks": true, "restartPolicy": "Always",
        "schedulerName": "default-scheduler", "securityContext": .emptyObject,
        "terminationGracePeriodSeconds": 30,
      ])
  }

  private static let digits = String(repeating: "a", count: 64)

  @Test(arguments: [
    ("nginx", "Always"), ("nginx:latest", "Always"), ("nginx:1.27", "IfNotPresent"),
    ("registry.example.com:5000/team/app", "Always"),
    ("registry.example.com:5000/team/app:v2", "IfNotPresent"),
    ("nginx@sha256:\(digits)", "IfNotPresent"), ("nginx:latest@sha256:\(digits)", "Always"),
    ("nginx:latest-alpine", "IfNotPresent"),
    // No names of images.
    ("", "IfNotPresent"), ("Nginx", "IfNotPresent"), ("nginx:latest@sha256:aaaa", "IfNotPresent"),
  ])
  func choosesThePullPolicyByTag(image: String, policy: String) {
    #expect(container(["image": .string(image)]).text("imagePullPolicy") == policy)
  }

  @Test func keepsWhatIsSet() {
    let probe: APIValue = [
      "httpGet": ["port": "web", "path": "/healthz", "scheme": "HTTPS"], "timeoutSeconds": 7,
      "periodSeconds": 9, "successThreshold": 1, "failureThreshold": 11,
    ]
    #expect(container(["livenessProbe": probe])["livenessProbe"] == probe)
  }

  @Test func fillsInProbes() {
    let probe = container(["livenessProbe": ["httpGet": ["port": 80], "periodSeconds": 0]])
    #expect(
      probe["livenessProbe"] == [
        "httpGet": ["port": 80, "path": "/", "scheme": "HTTP"], "timeoutSeconds": 1,
        "periodSeconds": 10, "successThreshold": 1, "failureThreshold": 3,
      ])
  }

  @Test func requestsComeFromLimitsInPodsOnly() {
    let resources: APIValue = ["limits": ["cpu": "1", "memory": "64Mi"], "requests": ["cpu": "0"]]
    #expect(
      container(["resources": resources])["resources"]?["requests"]
        == ["cpu": "0", "memory": "64Mi"])
    var set: APIValue = [
      "spec": ["template": ["spec": ["containers": [["resources": resources]]]]]
    ]
    Defaulting.apply(to: &set, resource: .replicaSets)
    let template = set[path: "spec", "template", "spec"]
    #expect(template?.list("containers").first?["resources"]?["requests"] == ["cpu": "0"])
    #expect(template?["enableServiceLinks"] == nil)
    #expect(template?["restartPolicy"] == "Always")
  }

  @Test func doingItTwiceChangesNothing() {
    let spec: APIValue = [
      "hostNetwork": true,
      "containers": [
        [
          "image": "a", "ports": [["containerPort": 80]],
          "env": [["name": "A", "valueFrom": ["resourceFieldRef": ["resource": "limits.cpu"]]]],
          "resources": ["requests": ["cpu": "0.0001"]],
        ]
      ],
      "volumes": [["name": "a"], ["name": "b", "configMap": ["name": "c"]]],
    ]
    let once = pod(spec)
    #expect(pod(once) == once)
    let first = once.list("containers").first
    #expect(first?.list("ports").first?["hostPort"] == 80)
    #expect(first?["resources"]?["requests"]?["cpu"] == "1m")
    #expect(once.list("volumes").first?["emptyDir"] == .emptyObject)
  }

  private static let controllers: [(Resource, APIValue)] = [
    (
      .deployments,
      [
        "replicas": 1, "revisionHistoryLimit": 10, "progressDeadlineSeconds": 600,
        "strategy": [
          "type": "RollingUpdate", "rollingUpdate": ["maxUnavailable": "25%", "maxSurge": "25%"],
        ],
      ]
    ),
    (.replicaSets, ["replicas": 1]),
    (
      .jobs,
      [
        "completions": 1, "parallelism": 1, "backoffLimit": 6, "completionMode": "NonIndexed",
        "suspend": false, "podReplacementPolicy": "TerminatingOrFailed",
      ]
    ),
  ]

  @Test(arguments: controllers)
  func fillsInControllers(resource: Resource, expected: APIValue) {
    let spec = Sample.workload(resource)["spec"] ?? .null
    for (key, value) in expected.sortedEntries { #expect(spec[key] == value, "\(key)") }
  }

  @Test func parallelJobsNeedNoCompletions() {
    let spec = Sample.workload(.jobs, ["parallelism": 3])["spec"]
    #expect(spec?["completions"] == nil)
  }

  @Test func fillsInServices() {
    var service: APIValue = ["spec": ["ports": [["port": 80]], "selector": ["app": "web"]]]
    Defaulting.apply(to: &service, resource: .services)
    let spec = service["spec"]
    #expect(spec?["ports"] == [["port": 80, "protocol": "TCP", "targetPort": 80]])
    #expect(spec?["type"] == "ClusterIP")
    #expect(spec?["internalTrafficPolicy"] == "Cluster")
    #expect(spec?["externalTrafficPolicy"] == nil)
  }

  @Test func secretsEncodeTheirTexts() {
    var secret: APIValue = [
      "stringData": ["user": "admin"], "data": ["user": "eA==", "b": "eQ=="],
    ]
    Defaulting.apply(to: &secret, resource: .secrets)
    #expect(secret["data"] == ["user": "YWRtaW4=", "b": "eQ=="])
    #expect(secret["stringData"] == nil)
    #expect(secret["type"] == "Opaque")
  }
}
