internal import OrderedCollections
internal import PodEngine

/// Fills in a template. Follows kubectl's evaluator to the letter where templates in use depend on
/// it: missing fields give nothing, an index beyond the end is an error, `range` walks what it
/// finds.
struct JSONPathEvaluator {
  /// Values that one evaluation may visit; `..` in `..` grows fast.
  static let valueLimit = 1_000_000

  private let nodes: [JSONPath.Node]
  private var openRanges = 0
  private var visited = 0

  init(nodes: [JSONPath.Node]) { self.nodes = nodes }

  mutating func results(in object: APIValue) throws(JSONPathError) -> [[APIValue]] {
    var index = 0
    return try block(&index, [object])
  }

  /// The results from a node on up to the `end` of the range around it; `index` is then at that
  /// `end`.
  private mutating func block(
    _ index: inout Int, _ input: [APIValue]
  ) throws(JSONPathError) -> [[APIValue]] {
    var results: [[APIValue]] = []
    while index < nodes.count {
      switch Self.keyword(nodes[index]) {
      case "range":
        let found = try evaluate([nodes[index]], input)
        results += try range(&index, found)
      case "end":
        guard openRanges > 0 else { throw JSONPathError("not in range, nothing to end") }
        return results
      default: results.append(try evaluate([nodes[index]], input))
      }
      index += 1
    }
    return results
  }

  private mutating func range(
    _ index: inout Int, _ values: [APIValue]
  ) throws(JSONPathError) -> [[APIValue]] {
    var results: [[APIValue]] = []
    openRanges += 1
    let start = index + 1
    // Without values the body is walked once all the same, to find its end.
    for value in values.isEmpty ? [.null] : values {
      index = start
      let found = try block(&index, [value])
      if !values.isEmpty { results += found }
    }
    openRanges -= 1
    return results
  }

  /// `range` or `end`, where an action starts with it.
  private static func keyword(_ node: JSONPath.Node) -> String? {
    if case .action(let nodes) = node, case .identifier(let word) = nodes.first { return word }
    return nil
  }

  private mutating func evaluate(
    _ nodes: [JSONPath.Node], _ input: [APIValue]
  ) throws(JSONPathError) -> [APIValue] {
    var values = input
    for node in nodes { values = try evaluate(node, values) }
    return values
  }

  private mutating func evaluate(
    _ node: JSONPath.Node, _ input: [APIValue]
  ) throws(JSONPathError) -> [APIValue] {
    switch node {
    case .text(let text): return [.string(text)]
    case .action(let nodes): return try evaluate(nodes, input)
    case .field(let name): return input.compactMap { $0.objectValue?[name] }
    case .slice(let slice): return try elements(slice, input)
    case .filter(let left, let right, let comparison):
      return try filter(input, left: left, right: right, comparison)
    case .integer(let number): return input.map { _ in .integer(number) }
    case .double(let number): return input.map { _ in .double(number) }
    case .bool(let flag): return input.map { _ in .bool(flag) }
    case .wildcard: return input.flatMap(\.children)
    case .recursive: return try descendants(input)
    case .union(let alternatives):
      var results: [APIValue] = []
      for nodes in alternatives { results += try evaluate(nodes, input) }
      return results
    case .identifier(let word):
      guard word == "range" || word == "end" else {
        throw JSONPathError("unrecognized identifier \(word)")
      }
      return input
    }
  }

  private func elements(
    _ slice: JSONPath.Slice, _ input: [APIValue]
  ) throws(JSONPathError) -> [APIValue] {
    var results: [APIValue] = []
    for value in input where !value.isNull {
      guard let elements = value.arrayValue else {
        throw JSONPathError("\(value.goType) is not array or slice")
      }
      let bounds = try Self.bounds(of: slice, count: elements.count)
      // As in kubectl, an empty slice of one list ends the walk over all of them.
      if bounds.isEmpty { return results }
      let step = slice.step ?? 1
      guard step > 0 else { throw JSONPathError("step must be > 0") }
      results += stride(from: bounds.lowerBound, to: bounds.upperBound, by: step)
        .map { elements[$0] }
    }
    return results
  }

  private static func bounds(
    of slice: JSONPath.Slice, count: Int
  ) throws(JSONPathError) -> Range<Int> {
    var start = slice.start ?? 0
    var end = slice.end ?? count
    if start < 0 { start += count }
    if end < 0 || (end == 0 && slice.isSingle) { end += count }
    if start == end { return 0..<0 }
    guard (0..<count).contains(start) else {
      throw JSONPathError("array index out of bounds: index \(start), length \(count)")
    }
    guard (0...count).contains(end) else {
      throw JSONPathError("array index out of bounds: index \(end - 1), length \(count)")
    }
    guard start < end else {
      throw JSONPathError("starting index \(start) is greater than ending index \(end)")
    }
    return start..<end
  }

  private mutating func descendants(_ input: [APIValue]) throws(JSONPathError) -> [APIValue] {
    var results: [APIValue] = []
    for value in input {
      visited += 1
      guard visited <= Self.valueLimit else {
        throw JSONPathError("more than \(Self.valueLimit) values visited")
      }
      let children = value.children
      guard !children.isEmpty else { continue }
      results.append(value)
      results += try descendants(children)
    }
    return results
  }

  /// Whether a path finds something. kubectl takes no notice of errors here, and what an index
  /// beyond the end was asked of counts as found.
  private mutating func hasAny(_ path: [JSONPath.Node], _ element: APIValue) -> Bool {
    do { return try !evaluate(path, [element]).isEmpty } catch { return true }
  }

  private mutating func filter(
    _ input: [APIValue], left: [JSONPath.Node], right: [JSONPath.Node], _ comparison: String
  ) throws(JSONPathError) -> [APIValue] {
    var results: [APIValue] = []
    for value in input {
      guard let elements = value.arrayValue else {
        throw JSONPathError(
          "\(GoSyntax.plain(value)) is not array or slice and cannot be filtered")
      }
      for element in elements {
        if comparison == "exists" {
          if hasAny(left, element) { results.append(element) }
          continue
        }
        let lefts = try evaluate(left, [element])
        let rights = lefts.isEmpty ? [] : try evaluate(right, [element])
        guard lefts.count <= 1, rights.count <= 1 else {
          throw JSONPathError("can only compare one element at a time")
        }
        guard let left = lefts.first, let right = rights.first else { continue }
        if try JSONPathComparison.holds(left, comparison, right) { results.append(element) }
      }
    }
    return results
  }
}

extension APIValue {
  /// The elements of a list or the values of a map, these in the order of their keys: kubectl takes
  /// Go's random one.
  fileprivate var children: [APIValue] {
    switch self {
    case .array(let elements): elements
    case .object: sortedFields().map(\.value)
    case .null, .bool, .integer, .double, .string: []
    }
  }

  /// The Go type of a decoded JSON value.
  fileprivate var goType: String {
    switch self {
    case .null: "<nil>"
    case .bool: "bool"
    case .integer: "int64"
    case .double: "float64"
    case .string: "string"
    case .array: "[]interface {}"
    case .object: "map[string]interface {}"
    }
  }
}

/// The comparisons of filters: texts with texts, numbers with numbers of the same kind (Go's
/// `text/template`).
enum JSONPathComparison {
  static func holds(
    _ left: APIValue, _ comparison: String, _ right: APIValue
  ) throws(JSONPathError) -> Bool {
    switch comparison {
    case "==": return try isEqual(left, right)
    case "!=": return try !isEqual(left, right)
    case "<": return try isLess(left, right)
    case "<=": return try isLessOrEqual(left, right)
    case ">": return try !isLessOrEqual(left, right)
    case ">=": return try !isLess(left, right)
    default: throw JSONPathError("unrecognized filter operator \(comparison)")
    }
  }

  private static func isLessOrEqual(
    _ left: APIValue, _ right: APIValue
  ) throws(JSONPathError) -> Bool {
    if try isLess(left, right) { return true }
    return try isEqual(left, right)
  }

  private static func isEqual(_ left: APIValue, _ right: APIValue) throws(JSONPathError) -> Bool {
    switch (left, right) {
    case (.string(let left), .string(let right)): return left == right
    case (.integer(let left), .integer(let right)): return left == right
    case (.double(let left), .double(let right)): return left == right
    case (.bool(let left), .bool(let right)): return left == right
    default: throw mismatch(left, right)
    }
  }

  private static func isLess(_ left: APIValue, _ right: APIValue) throws(JSONPathError) -> Bool {
    switch (left, right) {
    case (.string(let left), .string(let right)): return goOrder(left, right)
    case (.integer(let left), .integer(let right)): return left < right
    case (.double(let left), .double(let right)): return left < right
    case (.bool, .bool): throw JSONPathError("invalid type for comparison")
    default: throw mismatch(left, right)
    }
  }

  private static func mismatch(_ left: APIValue, _ right: APIValue) -> JSONPathError {
    func isBasic(_ value: APIValue) -> Bool { value.scalarText != nil }
    return JSONPathError(
      isBasic(left) && isBasic(right)
        ? "incompatible types for comparison" : "invalid type for comparison")
  }
}
