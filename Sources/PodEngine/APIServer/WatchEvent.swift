/// One change that the API server published, as a watch shows it.
package struct WatchEvent: Sendable {
  package enum Change: String, Hashable, Sendable {
    case added = "ADDED"
    case modified = "MODIFIED"
    case deleted = "DELETED"
  }

  package let time: SimulatedTime
  package let change: Change
  package let key: ObjectKey
  /// The object after the change, or as it was last.
  package let object: APIValue
  /// The object before the change; nil when it is new.
  package let previous: APIValue?
  /// The entry of the timeline that tells who did it and why.
  package let cause: TimelineID
}
