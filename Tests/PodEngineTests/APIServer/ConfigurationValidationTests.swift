internal import Testing

@testable internal import PodEngine

/// ConfigMaps and Secrets: what they may hold, and what their type asks for.
struct ConfigurationValidationTests {
  private func errors(_ resource: Resource, _ fields: APIValue) -> [String] {
    let object = Patch.merge(
      fields, into: ["metadata": ["name": "settings", "namespace": "default"]])
    return Validation.validateCreate(object, resource: resource).map(\.description)
  }

  private static let configMaps: [(APIValue, [String])] = [
    (["data": ["a.conf": "1"], "binaryData": ["b": "AAAA"]], []),
    (
      ["data": ["a": "1"], "binaryData": ["a": "AAAA"]],
      ["data[a]: Invalid value: \"a\": duplicate of key present in binaryData"]
    ),
    (["data": [".": "1"]], ["data[.]: Invalid value: \".\": must not be '.'"]),
  ]

  @Test(arguments: configMaps)
  func checksConfigMaps(fields: APIValue, problems: [String]) {
    #expect(errors(.configMaps, fields) == problems)
  }

  /// The data, the type, and the keys that are missing.
  private static let secrets: [(APIValue, String, [String])] = [
    (.emptyObject, "Opaque", []),
    (["username": "YQ=="], "kubernetes.io/basic-auth", []),
    (["other": "YQ=="], "kubernetes.io/basic-auth", ["username", "password"]),
    (["ssh-privatekey": ""], "kubernetes.io/ssh-auth", ["ssh-privatekey"]),
    (["tls.crt": ""], "kubernetes.io/tls", ["tls.key"]),
    (.emptyObject, "kubernetes.io/dockerconfigjson", [".dockerconfigjson"]),
  ]

  @Test(arguments: secrets)
  func checksSecrets(data: APIValue, type: String, missing: [String]) {
    #expect(
      errors(.secrets, ["data": data, "type": .string(type)])
        == missing.map { "data[\($0)]: Required value" })
  }

  @Test func aTokenIsSomebodys() {
    #expect(
      errors(.secrets, ["type": "kubernetes.io/service-account-token"])
        == ["metadata.annotations[kubernetes.io/service-account.name]: Required value"])
  }

  /// A mebibyte of bytes, not of the letters that stand for them.
  @Test(arguments: [(1024 * 1024, 0), (1024 * 1024 + 2, 1)])
  func aMebibyteIsEnough(bytes: Int, problems: Int) {
    let text = String(repeating: "A", count: bytes / 3 * 4)
    let rest = bytes % 3 == 1 ? "AA==" : bytes % 3 == 2 ? "AAA=" : ""
    let found = errors(.secrets, ["data": ["key": .string(text + rest)], "type": "Opaque"])
    #expect(found.count == problems)
    let ofMap = errors(.configMaps, ["binaryData": ["key": .string(text + rest)]])
    #expect(
      ofMap == (problems == 0 ? [] : ["[]: Too long: may not be more than 1048576 bytes"]))
  }
}
