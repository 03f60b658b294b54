/// Texts that Pods can read (`v1.ConfigMap`).
package struct ConfigMap: Hashable, Codable, Sendable {
  package var metadata = ObjectMeta()
  package var data: StringMap<String> = [:]
  package var binaryData: StringMap<String> = [:]
}

/// Texts that Pods can read, in base64 (`v1.Secret`).
package struct Secret: Hashable, Codable, Sendable {
  package var metadata = ObjectMeta()
  package var data: StringMap<String> = [:]
  package var type = ""
}
