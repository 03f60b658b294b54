internal import OrderedCollections
internal import PodEngine

/// The functions that templates may call: those of Go that make sense here, and kubectl's own.
enum GoTemplateFunction: String, CaseIterable {
  case and, or, not, len, index, slice, print, printf, println, eq, ne, lt, le, gt, ge
  case exists, base64decode

  func call(_ arguments: [APIValue]) throws(GoTemplateError) -> APIValue {
    switch self {
    case .and: return arguments.first { !GoTemplateText.isTrue($0) } ?? arguments.last ?? .null
    case .or: return arguments.first(where: GoTemplateText.isTrue) ?? arguments.last ?? .null
    case .not: return .bool(!GoTemplateText.isTrue(try first(arguments)))
    case .len: return .integer(try length(of: try first(arguments)))
    case .index: return try element(arguments)
    case .slice: return try piece(arguments)
    case .print: return .string(GoTemplateText.print(arguments))
    case .println:
      return .string(arguments.map(GoTemplateText.inner).joined(separator: " ") + "\n")
    case .printf:
      let format = try first(arguments).stringValue ?? ""
      return .string(GoTemplateText.format(format, Array(arguments.dropFirst())))
    case .eq:
      let subject = try first(arguments)
      for other in arguments.dropFirst() where try isEqual(subject, other) { return true }
      return false
    case .ne: return .bool(!(try isEqual(try first(arguments), try second(arguments))))
    case .lt: return .bool(try isLess(try first(arguments), try second(arguments)))
    case .gt: return .bool(try isLess(try second(arguments), try first(arguments)))
    case .le: return .bool(!(try isLess(try second(arguments), try first(arguments))))
    case .ge: return .bool(!(try isLess(try first(arguments), try second(arguments))))
    case .exists: return .bool((try? element(arguments)).map { $0 != .null } ?? false)
    case .base64decode: return .string(try Self.decoded(try first(arguments).stringValue ?? ""))
    }
  }

  private func first(_ arguments: [APIValue]) throws(GoTemplateError) -> APIValue {
    guard let first = arguments.first else {
      throw GoTemplateError("wrong number of args for \(rawValue): want at least 1 got 0")
    }
    return first
  }

  private func second(_ arguments: [APIValue]) throws(GoTemplateError) -> APIValue {
    guard arguments.count == 2 else {
      throw GoTemplateError("wrong number of args for \(rawValue): want 2 got \(arguments.count)")
    }
    return arguments[1]
  }

  private func length(of value: APIValue) throws(GoTemplateError) -> Int {
    switch value {
    case .string(let text): return text.utf8.count
    case .array(let elements): return elements.count
    case .object(let fields): return fields.count
    case .null: throw GoTemplateError("error calling len: len of nil pointer")
    case .bool, .integer, .double:
      throw GoTemplateError("error calling len: len of type \(GoTemplateText.type(of: value))")
    }
  }

  /// `index .items 0`, `index .metadata.labels "app"`
  private func element(_ arguments: [APIValue]) throws(GoTemplateError) -> APIValue {
    var value = try first(arguments)
    for index in arguments.dropFirst() {
      switch (value, index) {
      case (.array(let elements), .integer(let place)):
        guard elements.indices.contains(place) else {
          throw GoTemplateError("error calling index: index out of range: \(place)")
        }
        value = elements[place]
      case (.object(let fields), .string(let name)): value = fields[name] ?? .null
      case (.null, _): throw GoTemplateError("error calling index: index of untyped nil")
      default:
        throw GoTemplateError(
          "error calling index: can't index item of type \(GoTemplateText.type(of: value))")
      }
    }
    return value
  }

  private func piece(_ arguments: [APIValue]) throws(GoTemplateError) -> APIValue {
    let value = try first(arguments)
    let bounds = arguments.dropFirst().compactMap(\.intValue)
    let count = try length(of: value)
    let (start, end) = (bounds.first ?? 0, bounds.count > 1 ? bounds[1] : count)
    guard 0 <= start, start <= end, end <= count else {
      throw GoTemplateError("error calling slice: index out of range: \(start)")
    }
    switch value {
    case .string(let text):
      return .string(String(decoding: Array(text.utf8)[start..<end], as: UTF8.self))
    case .array(let elements): return .array(Array(elements[start..<end]))
    case .null, .bool, .integer, .double, .object:
      throw GoTemplateError("error calling slice: can't slice item")
    }
  }

  private func isEqual(_ left: APIValue, _ right: APIValue) throws(GoTemplateError) -> Bool {
    switch (left, right) {
    case (.string, .string), (.bool, .bool), (.null, _), (_, .null), (.integer, .integer),
      (.double, .double):
      return left == right
    default:
      throw GoTemplateError("error calling \(rawValue): incompatible types for comparison")
    }
  }

  private func isLess(_ left: APIValue, _ right: APIValue) throws(GoTemplateError) -> Bool {
    switch (left, right) {
    case (.string(let left), .string(let right)): return goOrder(left, right)
    case (.integer(let left), .integer(let right)): return left < right
    case (.double(let left), .double(let right)): return left < right
    default:
      throw GoTemplateError("error calling \(rawValue): incompatible types for comparison")
    }
  }

  private static func decoded(_ text: String) throws(GoTemplateError) -> String {
    guard let bytes = Base64.decode(text) else {
      throw GoTemplateError("error calling base64decode: illegal base64 data")
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
