internal import OrderedCollections
internal import Testing

@testable internal import PodEngine

struct SchemaTests {
  private static let table = SchemaTable.kubernetes

  @Test func everyLineOfTheTablesIsRead() {
    #expect(Self.table.unreadableLines == [])
    #expect(Set(Self.table.names).count == Self.table.names.count)
    for resource in Resource.allCases { #expect(Self.table[resource] != nil, "\(resource)") }
  }

  @Test(arguments: table.names)
  func everyNamedTypeExists(name: String) throws {
    let type = try #require(Self.table[name])
    #expect(type.fields.map(\.name) == type.fields.map(\.name).sorted())
    for field in type.fields {
      if let named = Self.named(field.type) { #expect(Self.table[named] != nil, "\(named)") }
    }
  }

  private static func named(_ type: FieldType) -> String? {
    switch type {
    case .named(let name): name
    case .list(let element), .map(let element): named(element)
    case .string, .integer, .boolean, .quantity, .intOrString, .time, .microTime, .bytes, .any:
      nil
    }
  }

  @Test func namesUnknownFieldsLikeTheServer() {
    let pod: APIValue = [
      "metadata": ["name": "web", "lables": ["a": "b"]],
      "spec": ["foo": 1, "containers": [["name": "a", "img": "x"]]],
    ]
    let report = Schema.inspect(pod, as: .pods)
    #expect(report.unknownFields == ["metadata.lables", "spec.containers[0].img", "spec.foo"])
    #expect(
      report.badRequest(.pods)?.message == """
        Pod in version "v1" cannot be handled as a Pod: strict decoding error: \
        unknown field "metadata.lables", unknown field "spec.containers[0].img", \
        unknown field "spec.foo"
        """)
  }

  /// A specification, and what Go's decoder says of it.
  private static let wrongTypes: [(APIValue, String)] = [
    (
      ["containers": "x"],
      "json: cannot unmarshal string into Go struct field PodSpec.spec.containers of type "
        + "[]v1.Container"
    ),
    (
      ["containers": [["ports": [["containerPort": "80"]]]]],
      "json: cannot unmarshal string into Go struct field "
        + "ContainerPort.spec.containers.ports.containerPort of type int32"
    ),
    (
      ["containers": [["image": 7]]],
      "json: cannot unmarshal number into Go struct field Container.spec.containers.image of "
        + "type string"
    ),
    (
      ["restartPolicy": true],
      "json: cannot unmarshal bool into Go struct field PodSpec.spec.restartPolicy of type "
        + "v1.RestartPolicy"
    ),
    (
      ["priority": 3_000_000_000],
      "json: cannot unmarshal number 3000000000 into Go struct field PodSpec.spec.priority of "
        + "type int32"
    ),
    (
      ["nodeSelector": ["disk": true]],
      "json: cannot unmarshal bool into Go struct field PodSpec.spec.nodeSelector.disk of type "
        + "string"
    ),
    (
      ["containers": [["resources": ["limits": ["cpu": "1core"]]]]],
      "quantities must match the regular expression "
        + "'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
    ),
  ]

  @Test(arguments: wrongTypes)
  func refusesWrongTypes(spec: APIValue, problem: String) {
    let report = Schema.inspect(["spec": spec], as: .pods)
    #expect(
      report.badRequest(.pods)?.message
        == "Pod in version \"v1\" cannot be handled as a Pod: \(problem)")
    #expect(report.typeErrors.count == 1)
  }

  private static let base64: [(String, Int?)] = [
    ("====", 0), ("YQ=", 3), ("YQ", 0), ("Y!==", 1), ("YWJj", nil), ("YQ==", nil), ("", nil),
  ]

  @Test(arguments: base64)
  func findsIllegalBase64(text: String, byte: Int?) {
    let secret: APIValue = ["data": ["key": .string(text)]]
    let message = byte.map {
      "Secret in version \"v1\" cannot be handled as a Secret: "
        + "illegal base64 data at input byte \($0)"
    }
    #expect(Schema.inspect(secret, as: .secrets).badRequest(.secrets)?.message == message)
  }

  @Test func namesWhatIsNotSimulatedOnce() {
    let pod: APIValue = [
      "spec": [
        "runtimeClassName": "gvisor",
        "containers": [
          ["securityContext": ["privileged": true]], ["securityContext": ["privileged": false]],
        ],
      ],
      "status": ["resize": "Proposed"],
    ]
    let report = Schema.inspect(pod, as: .pods)
    #expect(
      report.notSimulated == [
        "spec.containers.securityContext.privileged", "spec.runtimeClassName",
      ])
    #expect(report.badRequest(.pods) == nil)
  }

  @Test(arguments: [
    ("spec.containers.[0].image", FieldKnowledge.simulated),
    ("spec.containers.*.image", .simulated),
    ("spec.containers.image", .simulated),
    ("metadata.labels.app", .simulated),
    ("status.containerStatuses.0.state.waiting.reason", .simulated),
    ("spec.imagePullSecrets.name", .notSimulated),
    ("spec.containers.imag", .unknown),
    ("spec.containers.[0].image.tag", .unknown),
  ])
  func knowsFields(path: String, knowledge: FieldKnowledge) {
    let steps = path.split(separator: ".").map(String.init)
    #expect(Schema.knows(path: steps, in: .pods) == knowledge)
  }

  @Test func writesWhatKubernetesWouldWrite() {
    let pod: APIValue = [
      "spec": [
        "hostNetwork": false, "enableServiceLinks": false, "nodeName": "", "tolerations": [],
        "priority": .null,
        "containers": [
          [
            "name": "a", "stdin": false,
            "resources": ["limits": ["cpu": .double(0.5), "memory": "1024Mi"]],
          ]
        ],
      ]
    ]
    #expect(
      Schema.normalized(pod, as: .pods) == [
        "spec": [
          "enableServiceLinks": false,
          "containers": [
            ["name": "a", "resources": ["limits": ["cpu": "500m", "memory": "1Gi"]]]
          ],
        ]
      ])
  }
}
