internal import PodEngine

/// Whether the API has a field, so that a mistyped path is found when a lesson is read and not by a
/// learner.
enum KnownFields {
  static func contains(_ path: FieldPath, in resource: Resource) -> Bool {
    Schema.knows(path: path.schemaSteps, in: resource) != .unknown
  }
}
