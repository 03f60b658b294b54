internal import OrderedCollections
internal import Testing

@testable internal import PodEngine

struct ValidationTests {
  private static let label =
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and "
    + "must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex "
    + "used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"

  /// A container's fields, and the errors that follow, without `spec.containers[0]`.
  private static let containers: [(APIValue, [String])] = [
    (.emptyObject, []),
    (["name": "Web"], [".name: Invalid value: \"Web\": \(label)"]),
    (["image": ""], [".image: Required value"]),
    (
      ["image": " nginx"],
      [".image: Invalid value: \" nginx\": must not have leading or trailing whitespace"]
    ),
    (
      ["imagePullPolicy": "Sometimes"],
      [
        ".imagePullPolicy: Unsupported value: \"Sometimes\": supported values: \"Always\", "
          + "\"IfNotPresent\", \"Never\""
      ]
    ),
    (
      ["restartPolicy": "Always"],
      [".restartPolicy: Forbidden: may not be set for non-init containers"]
    ),
    (
      ["ports": [["containerPort": 65536, "protocol": "TCP"]]],
      [
        ".ports[0].containerPort: Invalid value: 65536: must be between 1 and 65535, inclusive"
      ]
    ),
    (
      ["env": [["name": "1A"], ["value": "x"]]],
      [
        ".env[0].name: Invalid value: \"1A\": a valid environment variable name must consist of "
          + "alphabetic characters, digits, '_', '-', or '.', and must not start with a digit "
          + "(e.g. 'my.env-name',  or 'MY_ENV.NAME',  or 'MyEnvName1', regex used for validation "
          + "is '[-._a-zA-Z][-._a-zA-Z0-9]*')",
        ".env[1].name: Required value",
      ]
    ),
    (
      ["volumeMounts": [["name": "v", "mountPath": "/v"]]],
      [".volumeMounts[0].name: Not found: \"v\""]
    ),
    (
      ["resources": ["limits": ["memory": "3"], "requests": ["memory": "4"]]],
      [
        ".resources.requests: Invalid value: \"4\": must be less than or equal to memory limit of 3"
      ]
    ),
    (
      ["resources": ["limits": ["disk": "10G"]]],
      [
        ".resources.limits[disk]: Invalid value: \"disk\": must be a standard resource type or "
          + "fully qualified",
        ".resources.limits[disk]: Invalid value: \"disk\": must be a standard resource for "
          + "containers",
      ]
    ),
    (
      ["lifecycle": ["preStop": ["sleep": ["seconds": 31]]]],
      [
        ".lifecycle.preStop.sleep: Invalid value: 31: must be non-negative and less than "
          + "terminationGracePeriodSeconds (30)"
      ]
    ),
    (
      ["livenessProbe": ["exec": ["command": []], "successThreshold": 2, "periodSeconds": -1]],
      [
        ".livenessProbe.exec.command: Required value",
        ".livenessProbe.periodSeconds: Invalid value: -1: must be greater than or equal to 0",
        ".livenessProbe.successThreshold: Invalid value: 2: must be 1",
      ]
    ),
  ]

  @Test(arguments: containers)
  func checksContainers(fields: APIValue, errors: [String]) {
    let found = Validation.validateCreate(Sample.pod(container: fields), resource: .pods)
    #expect(found.map(\.description) == errors.map { "spec.containers[0]\($0)" })
  }

  /// A Pod's specification, and the errors that follow, without `spec.`.
  private static let pods: [(APIValue, [String])] = [
    (["containers": []], ["containers: Required value"]),
    (
      ["restartPolicy": "x"],
      [
        "restartPolicy: Unsupported value: \"x\": supported values: \"Always\", \"OnFailure\", "
          + "\"Never\""
      ]
    ),
    (
      ["activeDeadlineSeconds": 0],
      ["activeDeadlineSeconds: Invalid value: 0: must be between 1 and 2147483647, inclusive"]
    ),
    (
      ["containers": [Sample.container(), Sample.container()]],
      ["containers[1].name: Duplicate value: \"app\""]
    ),
    (
      ["initContainers": [Sample.container(["name": "i", "lifecycle": .emptyObject])]],
      [
        "initContainers[0].lifecycle: Forbidden: may not be set for init containers without "
          + "restartPolicy=Always"
      ]
    ),
    (["volumes": [["name": "v"]]], ["volumes[0]: Required value: must specify a volume type"]),
    (
      ["volumes": [["name": "v", "emptyDir": .emptyObject, "hostPath": ["path": "/"]]]],
      ["volumes[0].hostPath: Forbidden: may not specify more than 1 volume type"]
    ),
    (
      ["tolerations": [["operator": "Equal", "value": "a"]]],
      [
        "tolerations[0].operator: Invalid value: \"Equal\": operator must be Exists when `key` is "
          + "empty, which means \"match all values and all keys\""
      ]
    ),
    (
      ["nodeName": "n", "schedulingGates": [["name": "g"]]],
      ["nodeName: Forbidden: cannot be set until all schedulingGates have been cleared"]
    ),
    (
      [
        "topologySpreadConstraints": [
          ["maxSkew": 0, "topologyKey": "zone", "whenUnsatisfiable": "DoNotSchedule"]
        ]
      ],
      [
        "topologySpreadConstraints[0].maxSkew: Invalid value: 0: must be greater than zero"
      ]
    ),
  ]

  @Test(arguments: pods)
  func checksPods(spec: APIValue, errors: [String]) {
    let found = Validation.validateCreate(Sample.pod(spec: spec), resource: .pods)
    #expect(found.map(\.description) == errors.map { "spec.\($0)" })
  }

  @Test func checksNames() {
    let errors = Validation.validateCreate(
      ["metadata": ["name": "My_Map", "labels": ["a": "-1"]]], resource: .configMaps)
    #expect(errors.map(\.path) == ["metadata.name", "metadata.namespace", "metadata.labels"])
    let nodes = Validation.validateCreate(
      ["metadata": ["name": "n", "namespace": "default"]], resource: .nodes)
    #expect(nodes.map(\.description) == ["metadata.namespace: Forbidden: not allowed on this type"])
  }

  private static let workloads: [(Resource, APIValue, [String])] = [
    (.replicaSets, .emptyObject, []),
    (.deployments, .emptyObject, []),
    (
      .deployments, ["selector": ["matchLabels": ["app": "x"]]],
      [
        "spec.template.metadata.labels: Invalid value: map[string]string{\"app\":\"web\"}: "
          + "`selector` does not match template `labels`"
      ]
    ),
    (.replicaSets, ["selector": .null], ["spec.selector: Required value"]),
    (
      .replicaSets, ["replicas": -1],
      ["spec.replicas: Invalid value: -1: must be greater than or equal to 0"]
    ),
    (
      .replicaSets, ["template": ["spec": ["restartPolicy": "Never"]]],
      [
        "spec.template.spec.restartPolicy: Unsupported value: \"Never\": supported values: "
          + "\"Always\""
      ]
    ),
    (
      .jobs, ["selector": .null],
      [
        "spec.template.spec.restartPolicy: Required value: valid values: \"OnFailure\", \"Never\""
      ]
    ),
    (
      .deployments, ["strategy": ["rollingUpdate": ["maxSurge": 0, "maxUnavailable": "0%"]]],
      [
        "spec.strategy.rollingUpdate.maxUnavailable: Invalid value: \"0%\": may not be 0 when "
          + "`maxSurge` is 0"
      ]
    ),
  ]

  @Test(arguments: workloads)
  func checksControllers(resource: Resource, spec: APIValue, errors: [String]) {
    let found = Validation.validateCreate(Sample.workload(resource, spec), resource: resource)
    #expect(found.map(\.description) == errors)
  }

  @Test func selectorsAreForEver() {
    let old = Sample.workload(.deployments)
    let new = Patch.merge(
      ["spec": ["selector": ["matchLabels": ["tier": "x"]]]], into: old)
    let errors = Validation.validateUpdate(new, old: old, resource: .deployments)
    #expect(
      errors.map(\.description).last == """
        spec.selector: Invalid value: \
        v1.LabelSelector{MatchLabels:map[string]string{"app":"web", "tier":"x"}, \
        MatchExpressions:[]v1.LabelSelectorRequirement(nil)}: field is immutable
        """)
  }

  private static let services: [(APIValue, [String])] = [
    (["ports": [["port": 80]]], []),
    (.emptyObject, ["spec.ports: Required value"]),
    (["clusterIP": "None"], []),
    (
      ["ports": [["port": 0]]],
      [
        "spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive",
        "spec.ports[0].targetPort: Invalid value: 0: must be between 1 and 65535, inclusive",
      ]
    ),
    (
      ["ports": [["port": 80, "name": "a"], ["port": 81]]], ["spec.ports[1].name: Required value"]
    ),
    (
      ["type": "NodePort", "ports": [["port": 80, "nodePort": 80]]],
      [
        "spec.ports[0].nodePort: Invalid value: 80: provided port is not in the valid range. "
          + "The range of valid ports is 30000-32767"
      ]
    ),
  ]

  @Test(arguments: services)
  func checksServices(spec: APIValue, errors: [String]) {
    var service: APIValue = ["metadata": ["name": "web", "namespace": "default"], "spec": spec]
    Defaulting.apply(to: &service, resource: .services)
    let found = Validation.validateCreate(service, resource: .services)
    #expect(found.map(\.description) == errors)
  }

  @Test func checksTaints() {
    let taint: APIValue = ["key": "a", "effect": "NoSchedule"]
    let node: APIValue = [
      "metadata": ["name": "n"], "spec": ["taints": [taint, taint, ["key": "", "effect": "x"]]],
    ]
    let errors = Validation.validateCreate(node, resource: .nodes)
    #expect(
      errors.map(\.path) == [
        "spec.taints[1]", "spec.taints[2].key", "spec.taints[2].key", "spec.taints[2].effect",
      ])
    #expect(errors.first?.detail == "taints must be unique by key and effect pair")
  }

  /// An annotation's value and what it means in bits per second.
  @Test(arguments: [
    ("10M", 10_000_000), ("1.5M", 1_500_000), ("1e6", 1_000_000), ("1k", 1000),
    ("1P", 1_000_000_000_000_000),
  ])
  func readsBandwidth(text: String, bits: Int) throws {
    let found = try BandwidthAnnotation.parse([BandwidthAnnotation.ingressKey: text]).get()
    #expect(found == BandwidthAnnotation(ingress: bits, egress: nil))
  }

  @Test(arguments: [
    ("999", BandwidthAnnotation.Problem.tooSmall), ("500m", .tooSmall), ("1Pi", .tooLarge),
    ("foo", .unreadable(.format)), ("10K", .unreadable(.suffix)),
  ])
  func refusesBandwidth(text: String, problem: BandwidthAnnotation.Problem) {
    let annotations: StringMap<String> = [
      BandwidthAnnotation.ingressKey: text, BandwidthAnnotation.egressKey: "2P",
    ]
    #expect(BandwidthAnnotation.parse(annotations) == .failure(problem))
  }
}
