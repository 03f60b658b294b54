internal import OrderedCollections

/// Finding strategic merge patches (`diffMaps` of strategicpatch).
struct StrategicDiff {
  let ignoresDeletions: Bool
  let ignoresChanges: Bool

  /// The patch that turns one object into another.
  func object(_ original: APIValue, _ modified: APIValue, type: String) -> APIValue {
    let (before, after) = (original.objectValue ?? [:], modified.objectValue ?? [:])
    var patch: APIObject = [:]
    for key in before.keys.sorted() {
      guard let old = before[key] else { continue }
      guard let new = after[key] else {
        if !ignoresDeletions { patch[key] = .null }
        continue
      }
      change(key, old, new, type: type, into: &patch)
    }
    if !ignoresChanges {
      for key in after.keys.sorted() where before[key] == nil { patch[key] = after[key] }
    }
    return .object(patch)
  }

  private func change(
    _ key: String, _ old: APIValue, _ new: APIValue, type: String, into patch: inout APIObject
  ) {
    let child = MergeKeys.type(of: key, in: type)
    switch (old, new) {
    case (.object, .object):
      var inner = object(old, new, type: child).objectValue ?? [:]
      if inner.isEmpty { return }
      if MergeKeys.retainsKeys(key, in: type) { inner[PatchDirective.retainKeys] = keys(of: new) }
      patch[key] = .object(inner)
    case (.array(let before), .array(let after)):
      list(key, before, after, type: type, into: &patch)
    default:
      if old != new, !ignoresChanges { patch[key] = new }
    }
  }

  private func keys(of value: APIValue) -> APIValue {
    .array((value.objectValue?.keys.sorted() ?? []).map { .string($0) })
  }

  private func list(
    _ key: String, _ before: [APIValue], _ after: [APIValue], type: String,
    into patch: inout APIObject
  ) {
    switch MergeKeys.strategy(of: key, in: type) {
    case .replace:
      if before != after, !ignoresChanges { patch[key] = .array(after) }
    case .set:
      let added = ignoresChanges ? [] : after.filter { !before.contains($0) }
      let removed = ignoresDeletions ? [] : before.filter { !after.contains($0) }
      if !added.isEmpty { patch[key] = .array(added) }
      if !removed.isEmpty { patch["\(PatchDirective.deletePrefix)\(key)"] = .array(removed) }
      if !ignoresChanges, !added.isEmpty || isReordered(before, after, { $0 }) {
        patch["\(PatchDirective.orderPrefix)\(key)"] = .array(after)
      }
    case .byKey(let mergeKey):
      elements(key, before, after, by: mergeKey, type: type, into: &patch)
    }
  }

  private func elements(
    _ key: String, _ before: [APIValue], _ after: [APIValue], by mergeKey: String, type: String,
    into patch: inout APIObject
  ) {
    let child = MergeKeys.type(of: key, in: type)
    var changes: [APIValue] = []
    for new in after {
      guard let old = before.first(where: { $0[mergeKey] == new[mergeKey] }) else {
        if !ignoresChanges { changes.append(new) }
        continue
      }
      var inner = object(old, new, type: child)
      if inner.objectValue?.isEmpty != false { continue }
      if MergeKeys.retainsKeys(key, in: type) { inner[PatchDirective.retainKeys] = keys(of: new) }
      inner[mergeKey] = new[mergeKey]
      changes.append(inner)
    }
    if !ignoresDeletions {
      for old in before where !after.contains(where: { $0[mergeKey] == old[mergeKey] }) {
        changes.append([PatchDirective.patch: "delete", mergeKey: old[mergeKey] ?? .null])
      }
    }
    if !changes.isEmpty { patch[key] = .array(changes) }
    let isReordered = isReordered(before, after) { $0[mergeKey] ?? .null }
    if !ignoresChanges, !changes.isEmpty || isReordered {
      let order = after.map { element -> APIValue in [mergeKey: element[mergeKey] ?? .null] }
      patch["\(PatchDirective.orderPrefix)\(key)"] = .array(order)
    }
  }

  /// Whether the elements that both lists have stand in another order.
  private func isReordered(
    _ before: [APIValue], _ after: [APIValue], _ identity: (APIValue) -> APIValue
  ) -> Bool {
    let (old, new) = (before.map(identity), after.map(identity))
    return old.filter(new.contains) != new.filter(old.contains)
  }

  /// One patch that does what both do; what they say of one element goes together.
  static func combined(_ deletions: APIValue, _ changes: APIValue, type: String) -> APIValue {
    guard case .object(var result) = deletions, case .object(let further) = changes else {
      return changes
    }
    for (key, change) in further {
      guard let deletion = result[key], !key.hasPrefix("$") else {
        result[key] = change
        continue
      }
      let child = MergeKeys.type(of: key, in: type)
      switch (deletion, change, MergeKeys.strategy(of: key, in: type)) {
      case (.object, .object, _): result[key] = combined(deletion, change, type: child)
      case (.array(let old), .array(let new), .byKey(let mergeKey)):
        result[key] = .array(combined(old, new, by: mergeKey, type: child))
      default: result[key] = change
      }
    }
    return .object(result)
  }

  private static func combined(
    _ deletions: [APIValue], _ changes: [APIValue], by mergeKey: String, type: String
  ) -> [APIValue] {
    var result = changes
    for deletion in deletions {
      if let index = result.firstIndex(where: { $0[mergeKey] == deletion[mergeKey] }) {
        result[index] = combined(deletion, result[index], type: type)
      } else {
        result.append(deletion)
      }
    }
    return result
  }
}
