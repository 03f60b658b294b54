import OrderedCollections
import Testing

@testable import PodEngine

/// Rules for single fields of a Pod, with the words of Kubernetes.
struct PodFieldValidationTests {
  private static let zone: APIValue = [
    "maxSkew": 1, "topologyKey": "zone", "whenUnsatisfiable": "DoNotSchedule",
  ]

  private static func context(_ fields: APIValue) -> Tree {
    Tree(dictionaryLiteral: ("securityContext", fields))
  }

  private static func neighbour(_ fields: APIValue) -> Tree {
    Tree(
      dictionaryLiteral: (
        "affinity",
        ["podAffinity": ["requiredDuringSchedulingIgnoredDuringExecution": [fields]]]
      ))
  }

  private static let term =
    "affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]"

  private static let facts: [(Tree, [String])] = [
    (
      context(["seccompProfile": ["type": "Localhost"]]),
      [
        "securityContext.seccompProfile.localhostProfile: Required value: "
          + "must be set when seccomp type is Localhost"
      ]
    ),
    (
      context(["seccompProfile": ["type": "Localhost", "localhostProfile": "../x"]]),
      [
        "securityContext.seccompProfile.localhostProfile: Invalid value: \"../x\": "
          + "must not contain '..'"
      ]
    ),
    (
      context(["appArmorProfile": ["type": "Localhost", "localhostProfile": " x"]]),
      [
        "securityContext.appArmorProfile.localhostProfile: Invalid value: \" x\": "
          + "must not be padded with whitespace"
      ]
    ),
    (
      context(["appArmorProfile": ["type": "Unconfined", "localhostProfile": "x"]]),
      [
        "securityContext.appArmorProfile.localhostProfile: Invalid value: \"x\": "
          + "can only be set when AppArmor type is Localhost"
      ]
    ),
    (
      neighbour(["labelSelector": [:]]),
      [
        "\(term).topologyKey: Required value: can not be empty",
        "\(term).topologyKey: Invalid value: \"\": name part must be non-empty",
        "\(term).topologyKey: Invalid value: \"\": name part must consist of alphanumeric "
          + "characters, '-', '_' or '.', and must start and end with an alphanumeric character "
          + "(e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is "
          + "'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
      ]
    ),
    (
      neighbour(["topologyKey": "zone", "matchLabelKeys": ["app"]]),
      [
        "\(term).matchLabelKeys: Forbidden: must not be specified when labelSelector is not set"
      ]
    ),
    (
      neighbour([
        "topologyKey": "zone", "labelSelector": [:], "matchLabelKeys": ["app"],
        "mismatchLabelKeys": ["app"],
      ]),
      [
        "\(term).matchLabelKeys[0]: Invalid value: \"app\": "
          + "exists in both matchLabelKeys and mismatchLabelKeys"
      ]
    ),
    (
      ["topologySpreadConstraints": [zone, zone]],
      [
        "topologySpreadConstraints[0].{topologyKey, whenUnsatisfiable}: Duplicate value: "
          + "\"{zone, DoNotSchedule}\""
      ]
    ),
    (
      ["os": ["name": "plan9"]],
      ["os: Unsupported value: \"plan9\": supported values: \"linux\", \"windows\""]
    ),
    (["os": [:]], ["os.name: Required value: cannot be empty"]),
    (
      ["overhead": ["cpu": "-1"]],
      [
        "overhead.limits[cpu]: Invalid value: \"-1\": must be greater than or equal to 0"
      ]
    ),
  ]

  @Test(arguments: facts)
  func isCheckedLikeThis(_ fields: Tree, _ errors: [String]) {
    let pod = Patch.merge(["spec": fields.value], into: Sample.pod())
    let found = Validation.validateCreate(pod, resource: .pods).map(\.description)
    #expect(found == errors.map { "spec.\($0)" })
  }

  /// The gate SELinuxMount is off in 1.33; a Pod that has a policy was made with the gate on.
  @Test func theServerRelabelsRecursively() {
    let pod = Patch.merge(
      ["spec": ["securityContext": ["seLinuxChangePolicy": "MountOption"]]], into: Sample.pod())
    let errors = Validation.validateCreate(pod, resource: .pods, options: .server)
    #expect(
      errors.map(\.description) == [
        "spec.securityContext.seLinuxChangePolicy: Unsupported value: \"MountOption\": supported "
          + "values: \"Recursive\""
      ])
    #expect(
      Validation.validateUpdate(pod, old: pod, resource: .pods, options: .server) == [])
  }

  @Test func aPortIsThereOnce() {
    let port: APIValue = ["name": "a", "port": 80, "protocol": "TCP", "targetPort": 80]
    let other: APIValue = ["name": "b", "port": 80, "protocol": "TCP", "targetPort": 81]
    var service: APIValue = [
      "metadata": ["name": "web", "namespace": "default"],
      "spec": ["selector": ["app": "web"]],
    ]
    service[path: "spec", "ports"] = [port, other]
    Defaulting.apply(to: &service, resource: .services)
    let errors = Validation.validateCreate(service, resource: .services).map(\.description)
    #expect(
      errors == [
        "spec.ports[1]: Duplicate value: core.ServicePort{Name:\"\", Protocol:\"TCP\", "
          + "AppProtocol:(*string)(nil), Port:80, "
          + "TargetPort:intstr.IntOrString{Type:0, IntVal:0, StrVal:\"\"}, NodePort:0}"
      ])
  }
}
