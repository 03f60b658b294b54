package import PodEngine

/// `--sort-by=PATH` (`kubectl/pkg/cmd/get/sorter.go`). kubectl's sort is not stable; podlab's is.
package enum SortBy {
  /// The objects sorted by what a path finds in them; those without it come first.
  package static func sorted(
    _ objects: [APIValue], by path: String
  ) throws(JSONPathError) -> [APIValue] {
    let parsed = try JSONPath(relaxed: path)
    var keyed: [(index: Int, key: APIValue?, object: APIValue)] = []
    for (index, object) in objects.enumerated() {
      keyed.append((index, try parsed.values(in: object).first, object))
    }
    guard objects.isEmpty || keyed.contains(where: { $0.key != nil }) else {
      throw JSONPathError(
        "couldn't find any field with path \(GoSyntax.quoted("{.\(bare(path))}")) "
          + "in the list of objects")
    }
    try checkKinds(keyed.compactMap(\.key))
    return keyed.sorted { left, right in
      if isLess(left.key, right.key) { return true }
      return !isLess(right.key, left.key) && left.index < right.index
    }.map(\.object)
  }

  private static func bare(_ path: String) -> Substring {
    var path = Substring(path)
    if path.hasPrefix("{"), path.hasSuffix("}") { path = path.dropFirst().dropLast() }
    return path.hasPrefix(".") ? path.dropFirst() : path
  }

  private static func checkKinds(_ keys: [APIValue]) throws(JSONPathError) {
    for key in keys where key.objectValue != nil {
      throw JSONPathError("unsortable type: map[string]interface {}")
    }
  }

  private static func isLess(_ left: APIValue?, _ right: APIValue?) -> Bool {
    guard let left, !left.isNull else { return !(right?.isNull ?? true) }
    guard let right, !right.isNull else { return false }
    switch (left, right) {
    case (.integer(let left), .integer(let right)): return left < right
    case (.double(let left), .double(let right)): return left < right
    case (.bool(let left), .bool(let right)): return !left && right
    case (.string(let left), .string(let right)):
      if let leftAmount = Quantity(left), let rightAmount = Quantity(right) {
        return leftAmount < rightAmount
      }
      return NaturalOrder.precedes(left, right)
    case (.array(let left), .array(let right)):
      for (left, right) in zip(left, right) where left != right { return isLess(left, right) }
      return left.count < right.count
    default: return false
    }
  }
}

/// Texts in the order in which people count: `node-2` before `node-10`.
enum NaturalOrder {
  static func precedes(_ left: String, _ right: String) -> Bool {
    var (left, right) = (Array(left.utf8)[...], Array(right.utf8)[...])
    while let first = left.first, let second = right.first {
      if isDigit(first), isDigit(second) {
        let (a, b) = (takeNumber(&left), takeNumber(&right))
        if a.count != b.count { return a.count < b.count }
        if a != b { return a.lexicographicallyPrecedes(b) }
      } else {
        if first != second { return first < second }
        left.removeFirst()
        right.removeFirst()
      }
    }
    return left.count < right.count
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// The next number without its leading zeros.
  private static func takeNumber(_ text: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let digits = text.prefix(while: isDigit)
    text = text.dropFirst(digits.count)
    return digits.drop { $0 == UInt8(ascii: "0") }
  }
}
