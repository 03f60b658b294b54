internal import OrderedCollections

/// Applying strategic merge patches (`apimachinery/pkg/util/strategicpatch`).
enum StrategicMerge {
  /// Nil where the patch says `$patch: delete`.
  static func object(
    _ original: APIValue, _ patch: APIValue, type: String
  ) throws(APIError) -> APIValue? {
    guard case .object(var changes) = patch else { return patch }
    if let directive = changes.removeValue(forKey: PatchDirective.patch) {
      switch directive {
      case "replace": return withoutDirectives(.object(changes))
      case "delete": return nil
      case "merge": break
      default: throw badRequest("unknown patch type \(GoSyntax.shown(directive)) found in patch")
      }
    }
    var result = original.objectValue ?? [:]
    try retainKeys(&result, &changes)
    var orders: [(field: String, order: [APIValue])] = []
    for (key, change) in changes {
      if key.hasPrefix(PatchDirective.orderPrefix) {
        let field = String(key.dropFirst(PatchDirective.orderPrefix.count))
        orders.append((field, change.arrayValue ?? []))
      } else if key.hasPrefix(PatchDirective.deletePrefix) {
        let field = String(key.dropFirst(PatchDirective.deletePrefix.count))
        guard let unwanted = change.arrayValue else {
          throw badRequest("invalid patch format of primitive list")
        }
        if let list = result[field]?.arrayValue {
          result[field] = .array(list.filter { !unwanted.contains($0) })
        }
      } else {
        result[key] = try field(key, result[key], change, type: type)
      }
    }
    for (name, order) in orders {
      guard let list = result[name]?.arrayValue else { continue }
      let strategy = MergeKeys.strategy(of: name, in: type)
      let before = original[name]?.arrayValue ?? []
      result[name] = .array(ElementOrder.arrange(list, order, before: before, strategy))
    }
    return .object(result)
  }

  private static func retainKeys(
    _ result: inout APIObject, _ changes: inout APIObject
  ) throws(APIError) {
    guard let directive = changes.removeValue(forKey: PatchDirective.retainKeys) else { return }
    guard let keys = directive.arrayValue?.compactMap(\.stringValue) else {
      throw badRequest("invalid patch format of retainKeys")
    }
    for key in changes.keys
    where !keys.contains(key) && !key.hasPrefix("$") && changes[key]?.isNull == false {
      throw badRequest("invalid patch format of retainKeys")
    }
    result = result.filter { keys.contains($0.key) }
  }

  private static func field(
    _ key: String, _ original: APIValue?, _ change: APIValue, type: String
  ) throws(APIError) -> APIValue? {
    let child = MergeKeys.type(of: key, in: type)
    switch (change, original) {
    case (.null, _): return nil
    case (.object, .object(let fields)):
      return try object(.object(fields), change, type: child) ?? .emptyObject
    case (.object, _): return try object(.emptyObject, change, type: child)
    case (.array(let elements), _):
      let before = original?.arrayValue ?? []
      switch MergeKeys.strategy(of: key, in: type) {
      case .byKey(let mergeKey):
        return .array(try list(before, elements, by: mergeKey, type: child))
      case .set:
        let all = before + elements.filter { !before.contains($0) }
        return .array(ElementOrder.arrange(all, elements, before: before, .set))
      case .replace: return .array(elements.map(withoutDirectives))
      }
    default: return change
    }
  }

  /// Merges a list whose elements have a key.
  private static func list(
    _ original: [APIValue], _ patch: [APIValue], by mergeKey: String, type: String
  ) throws(APIError) -> [APIValue] {
    let replace: APIValue = [PatchDirective.patch: "replace"]
    if patch.contains(where: { $0[PatchDirective.patch] == "replace" }) {
      return patch.filter { $0 != replace }.map(withoutDirectives)
    }
    var result = original
    for element in patch {
      guard element.objectValue != nil else {
        throw badRequest("unable to find api field in struct \(type) for a list of maps")
      }
      guard let value = element.field(mergeKey) else {
        throw badRequest(
          "map: \(GoSyntax.shown(element)) does not contain declared merge key: \(mergeKey)")
      }
      let index = result.firstIndex { $0[mergeKey] == value }
      let merged = try object(index.map { result[$0] } ?? .emptyObject, element, type: type)
      switch (index, merged) {
      case (let index?, let merged?): result[index] = merged
      case (.some, nil): result.removeAll { $0[mergeKey] == value }
      case (nil, let merged?): result.append(merged)
      case (nil, nil): break
      }
    }
    return ElementOrder.arrange(result, patch, before: original, .byKey(mergeKey))
  }

  /// What is taken over from a patch has no directives and no nulls.
  private static func withoutDirectives(_ value: APIValue) -> APIValue {
    switch value {
    case .object(let fields):
      .object(
        fields.filter { !$0.key.hasPrefix("$") && !$0.value.isNull }.mapValues(withoutDirectives))
    case .array(let elements): .array(elements.map(withoutDirectives))
    case .null, .bool, .integer, .double, .string: value
    }
  }

  private static func badRequest(_ message: String) -> APIError { APIError(.badRequest, message) }
}

/// The order of a merged list (`normalizeElementOrder` and `mergeSortedSlice` of strategicpatch): the
/// elements of the patch, or of its `$setElementOrder`, stand in the patch's order. One that only the
/// server has comes before the first that stood behind it; so what is new comes before what the
/// patch does not name.
private enum ElementOrder {
  static func arrange(
    _ list: [APIValue], _ order: [APIValue], before: [APIValue], _ strategy: MergeStrategy
  ) -> [APIValue] {
    func identity(_ element: APIValue) -> APIValue {
      if case .byKey(let key) = strategy { element[key] ?? .null } else { element }
    }
    let wanted = order.map(identity)
    let known = before.map(identity)
    let inPatch = list.filter { wanted.contains(identity($0)) }.sorted {
      position(identity($0), wanted) < position(identity($1), wanted)
    }
    var rest = list.filter { !wanted.contains(identity($0)) }[...]
    var result: [APIValue] = []
    for element in inPatch {
      let place = known.firstIndex(of: identity(element))
      while let first = rest.first, let place,
        let own = known.firstIndex(of: identity(first)), own < place
      {
        result.append(rest.removeFirst())
      }
      result.append(element)
    }
    return result + rest
  }

  private static func position(_ value: APIValue, _ list: [APIValue]) -> Int {
    list.firstIndex(of: value) ?? list.count
  }
}
