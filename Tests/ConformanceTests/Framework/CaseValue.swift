import OrderedCollections
import PodEngine

/// A value of a case that remembers which of its fields were looked at.
///
/// What a runner never reads it cannot check; `unread` finds such fields.
struct CaseValue {
  private let value: APIValue
  private let path: String
  private let marks: ReadMarks

  init(_ value: APIValue, called name: String) {
    self.init(value, path: name, marks: ReadMarks())
  }

  private init(_ value: APIValue, path: String, marks: ReadMarks) {
    self.value = value
    self.path = path
    self.marks = marks
  }

  /// A field; nil where there is none. JSON's null is a value.
  subscript(key: String) -> CaseValue? {
    marks.look(at: "\(path).\(key)")
    return value[key].map { CaseValue($0, path: "\(path).\(key)", marks: marks) }
  }

  /// The value with everything in it, all of which now counts as read.
  var whole: APIValue {
    marks.read(path)
    return value
  }

  var elements: [CaseValue] {
    (value.arrayValue ?? []).enumerated().map { index, element in
      CaseValue(element, path: "\(path)[\(index)]", marks: marks)
    }
  }

  var keys: [String] { value.objectValue?.keys.elements ?? [] }
  var isNull: Bool { value.isNull }

  /// The fields that nobody looked at, by path.
  var unread: [String] { unread(value, path) }

  private func unread(_ value: APIValue, _ path: String) -> [String] {
    if marks.isRead(path) { return [] }
    switch value {
    case .object(let fields):
      return fields.flatMap { key, child in
        marks.isLookedAt("\(path).\(key)") ? unread(child, "\(path).\(key)") : ["\(path).\(key)"]
      }
    case .array(let elements):
      return elements.enumerated().flatMap { unread($1, "\(path)[\($0)]") }
    case .null, .bool, .integer, .double, .string:
      return []
    }
  }
}

/// Short forms for fields of a known type.
extension CaseValue {
  func text(_ key: String) -> String? { self[key]?.value.stringValue }
  func number(_ key: String) -> Int? { self[key]?.value.intValue }
  func flag(_ key: String) -> Bool? { self[key]?.value.boolValue }
  func list(_ key: String) -> [CaseValue] { self[key]?.elements ?? [] }
  func texts(_ key: String) -> [String] { list(key).compactMap(\.value.stringValue) }
  /// Its texts by key, as labels and annotations are.
  var stringMap: StringMap<String> {
    var map = StringMap<String>()
    for key in keys { map[key] = text(key) }
    return map
  }

  /// A field with everything in it.
  func tree(_ key: String) -> APIValue? { self[key]?.whole }
}

/// Which fields of a case were looked at; shared by all the views of one case.
private final class ReadMarks {
  private var looked: Set<String> = []
  private var whole: Set<String> = []

  func look(at path: String) { looked.insert(path) }
  func read(_ path: String) { whole.insert(path) }
  func isLookedAt(_ path: String) -> Bool { looked.contains(path) }
  func isRead(_ path: String) -> Bool { whole.contains(path) }
}
