import PodEngine
import PodShell

/// Reads one object written as YAML in a test.
func object(_ yaml: String) throws -> APIValue {
  try ManifestReader.documents(in: yaml, file: "test.yaml")[0].value
}

/// 2026-01-01T00:10:00Z, ten minutes after the objects of the tests were made.
let tenMinutes = SimulatedTime.start + .minutes(10)

enum Samples {
  /// The outer form of a certificate or key in PEM; nothing looks inside.
  static let pem = "-----BEGIN CERTIFICATE-----\nYQ==\n-----END CERTIFICATE-----\n"
}
