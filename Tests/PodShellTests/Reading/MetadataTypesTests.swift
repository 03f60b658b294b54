import PodEngine
import Testing

@testable import PodShell

/// What kubectl 1.33 said of each of these, asked of the program itself.
@Suite struct MetadataTypesTests {
  private static let field = "json: cannot unmarshal "

  @Test(arguments: [
    ("{uid: 5}", "number into Go struct field ObjectMeta.metadata.uid of type types.UID"),
    (
      "{labels: a}",
      "string into Go struct field ObjectMeta.metadata.labels of type map[string]string"
    ),
    ("{labels: {a: [b]}}", "array into Go struct field ObjectMeta.metadata.labels of type string"),
    (
      "{finalizers: a}",
      "string into Go struct field ObjectMeta.metadata.finalizers of type []string"
    ),
    (
      "{ownerReferences: [a]}",
      "string into Go struct field ObjectMeta.metadata.ownerReferences of type v1.OwnerReference"
    ),
    (
      "{ownerReferences: [{controller: \"yes\"}]}",
      "string into Go struct field OwnerReference.metadata.ownerReferences.controller of type bool"
    ),
    (
      "{generation: 1.5}",
      "number 1.5 into Go struct field ObjectMeta.metadata.generation of type int64"
    ),
    (
      "{managedFields: [{time: 5}]}",
      "number into Go struct field ManagedFieldsEntry.metadata.managedFields.time of type string"
    ),
    // The first one in the order of the names.
    (
      "{name: 5, annotations: []}",
      "array into Go struct field ObjectMeta.metadata.annotations of type map[string]string"
    ),
    ("[a]", "array into Go struct field metadataOnlyObject.metadata of type v1.ObjectMeta"),
  ])
  func refuses(metadata: String, problem: String) throws {
    #expect(try self.problem(metadata) == Self.field + problem)
  }

  /// A time that cannot be read ends the decoding.
  @Test(arguments: [
    ("{deletionTimestamp: \"x\", annotations: 5}", "x", "x", "2006"),
    ("{creationTimestamp: \"2026-1-01\"}", "2026-1-01", "1-01", "01"),
    ("{creationTimestamp: \"2026-01-01\"}", "2026-01-01", "", "T"),
    ("{creationTimestamp: \"2026-01-01T00:00:00\"}", "2026-01-01T00:00:00", "", "Z07:00"),
    (
      "{creationTimestamp: \"2026-01-01T00:00:00+0100\"}", "2026-01-01T00:00:00+0100", "+0100",
      "Z07:00"
    ),
  ])
  func refusesTimes(metadata: String, text: String, rest: String, part: String) throws {
    #expect(
      try problem(metadata)
        == "parsing time \"\(text)\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\(rest)\" as \"\(part)\""
    )
  }

  @Test(arguments: [
    "{}", "null", "{labels: {a: null}, creationTimestamp: null}", "{Name: 5, other: [x]}",
    "{creationTimestamp: \"2026-01-01T00:00:00.5+01:00\", generation: 3}",
  ])
  func accepts(metadata: String) throws {
    #expect(try problem(metadata) == nil)
  }

  private func problem(_ metadata: String) throws -> String? {
    let text = "apiVersion: v1\nkind: ConfigMap\nmetadata: \(metadata)\n"
    let document = try #require(try ManifestReader.documents(in: text, file: "x.yaml").first)
    let error = MetadataTypes.problem(of: document)
    return error.map { String($0.message.dropFirst("error: unable to decode \"x.yaml\": ".count)) }
  }
}
