internal import OrderedCollections

/// The three kinds of patches of the Kubernetes API, and what `kubectl apply` computes.
package enum Patch {
  /// A JSON merge patch (RFC 7386): objects merge, null removes, everything else replaces.
  package static func merge(_ patch: APIValue, into target: APIValue) -> APIValue {
    guard case .object(let changes) = patch else { return patch }
    var result = target.objectValue ?? [:]
    for (key, change) in changes {
      if change.isNull {
        result[key] = nil
      } else {
        result[key] = merge(change, into: result[key] ?? .null)
      }
    }
    return .object(result)
  }

  /// A strategic merge patch: like a merge patch, but known lists merge element by element. Refuses
  /// a patch whose directives are wrong or whose elements lack the field that tells them apart.
  package static func strategic(
    _ patch: APIValue, into target: APIValue, resource: Resource
  ) throws(APIError) -> APIValue {
    guard case .object = patch else {
      throw APIError(.badRequest, "error decoding patch: the patch must be an object")
    }
    return try StrategicMerge.object(target, patch, type: resource.kind) ?? .emptyObject
  }

  /// The strategic merge patch that turns `current` into what `modified` asks for: what `original`
  /// (the last applied configuration) had and `modified` lacks is removed, what others added to
  /// `current` stays (`CreateThreeWayMergePatch`). Empty where nothing is to be done.
  package static func threeWay(
    original: APIValue, modified: APIValue, current: APIValue, resource: Resource
  ) -> APIValue {
    let changes = StrategicDiff(ignoresDeletions: true, ignoresChanges: false)
      .object(current, modified, type: resource.kind)
    let deletions = StrategicDiff(ignoresDeletions: false, ignoresChanges: true)
      .object(original, modified, type: resource.kind)
    return StrategicDiff.combined(deletions, changes, type: resource.kind)
  }
}
