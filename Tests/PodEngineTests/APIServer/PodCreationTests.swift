import OrderedCollections
import Testing

@testable import PodEngine

/// What admission and the registry make of a Pod, beyond its defaults.
@Suite struct PodCreationTests {
  private static let prefix = "container.apparmor.security.beta.kubernetes.io/"

  /// Annotation, field of the container and field of the Pod before, and the first two after.
  struct Profile: Sendable {
    var annotation: String?
    var container: String?
    var pod: String?
    let expected: (annotation: String?, container: String?)
  }

  @Test(arguments: [
    Profile(expected: (nil, nil)),
    Profile(annotation: "runtime/default", expected: ("runtime/default", "RuntimeDefault")),
    Profile(annotation: "localhost/x", expected: ("localhost/x", "Localhost")),
    Profile(annotation: "what is this", expected: ("what is this", nil)),
    Profile(container: "Unconfined", expected: ("unconfined", "Unconfined")),
    Profile(pod: "RuntimeDefault", expected: ("runtime/default", nil)),
    Profile(
      annotation: "unconfined", pod: "RuntimeDefault", expected: ("unconfined", "Unconfined")),
    Profile(
      annotation: "runtime/default", pod: "RuntimeDefault", expected: ("runtime/default", nil)),
    Profile(
      annotation: "unconfined", container: "RuntimeDefault",
      expected: ("unconfined", "RuntimeDefault")),
  ])
  func profileAndAnnotationAreKeptAlike(_ profile: Profile) {
    var pod = Sample.pod(spec: ["containers": [Sample.container(["name": "a"])]])
    if let text = profile.annotation {
      pod[path: "metadata", "annotations", Self.prefix + "a"] = .string(text)
    }
    if let type = profile.pod {
      pod[path: "spec", "securityContext", "appArmorProfile"] = ["type": .string(type)]
    }
    if let type = profile.container {
      var container = Sample.container(["name": "a"])
      container[path: "securityContext", "appArmorProfile"] = ["type": .string(type)]
      pod[path: "spec", "containers"] = [container]
    }
    _ = AppArmorSynchronization.apply(to: &pod)
    let field = pod["spec"]?.list("containers").first?[
      path: "securityContext", "appArmorProfile", "type"]
    #expect(field?.stringValue == profile.expected.container)
    #expect(
      pod[path: "metadata", "annotations", Self.prefix + "a"]?.stringValue
        == profile.expected.annotation)
  }

  static let tokens: [(account: APIValue, pod: Bool?, isMounted: Bool)] = [
    (["metadata": ["name": "builder"]], nil, true),
    (["automountServiceAccountToken": false], nil, false),
    (["automountServiceAccountToken": false], true, true),
    (["automountServiceAccountToken": true], false, false),
  ]

  @Test(arguments: tokens)
  func theTokenIsMountedWherePodAndAccountWantIt(
    account: APIValue, pod wish: Bool?, isMounted: Bool
  ) throws {
    var pod = Sample.pod(spec: ["containers": [Sample.container()]])
    if let wish { pod[path: "spec", "automountServiceAccountToken"] = .bool(wish) }
    try ServiceAccountAdmission.admit(&pod, suffix: "abcde") { _ in account }
    #expect((pod["spec"]?.list("volumes").isEmpty == false) == isMounted)
  }

  @Test func thePullSecretsOfTheAccountAreThePodsWhereItHasNone() throws {
    let account: APIValue = ["imagePullSecrets": [["name": "door"]]]
    var pod = Sample.pod(spec: ["containers": [Sample.container()]])
    try ServiceAccountAdmission.admit(&pod, suffix: "abcde") { _ in account }
    #expect(pod[path: "spec", "imagePullSecrets"] == [["name": "door"]])
    pod[path: "spec", "imagePullSecrets"] = [["name": "own"]]
    try ServiceAccountAdmission.admit(&pod, suffix: "abcde") { _ in account }
    #expect(pod[path: "spec", "imagePullSecrets"] == [["name": "own"]])
  }

  @Test func anUnknownAccountIsRefusedAndDefaultNever() throws {
    var pod = Sample.pod(spec: ["containers": [Sample.container()]])
    try ServiceAccountAdmission.admit(&pod, suffix: "abcde") { _ in nil }
    pod[path: "spec", "serviceAccountName"] = "builder"
    pod[path: "metadata", "name"] = "web-x1y2z"
    pod[path: "metadata", "generateName"] = "web-"
    var refused = pod
    let error = #expect(throws: APIError.self) {
      try ServiceAccountAdmission.admit(&refused, suffix: "abcde") { _ in nil }
    }
    #expect(error?.message.hasPrefix("pods \"web-\" is forbidden: error looking up") == true)
  }

  static let families: [(spec: APIValue, places: [String])] = [
    (["ipFamilyPolicy": "RequireDualStack"], ["spec.ipFamilyPolicy"]),
    (["ipFamilies": ["IPv6"]], ["spec.ipFamilies[0]"]),
    (
      ["ipFamilyPolicy": "PreferDualStack", "ipFamilies": ["IPv4", "IPv6"]],
      ["spec.ipFamilies[1]"]
    ),
    (["ipFamilyPolicy": "PreferDualStack"], []),
    (["type": "ExternalName", "ipFamilies": ["IPv6"]], []),
  ]

  @Test(arguments: families)
  func aServiceOfAnotherFamilyIsRefused(spec: APIValue, places: [String]) {
    #expect(AddressFamilies.errors(["spec": spec]).map(\.path) == places)
  }
}
