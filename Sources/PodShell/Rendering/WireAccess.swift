internal import OrderedCollections
internal import PodEngine

/// Reading an object of the wire form as kubectl reads its Go structures: what is missing, null or
/// of another type is the zero value, so that no object, however odd, stops the printing.
extension APIValue {
  /// The field at a path, nil when missing or null.
  func field(_ path: [String]) -> APIValue? {
    var value = self
    for key in path {
      guard let next = value[key] else { return nil }
      value = next
    }
    return value.isNull ? nil : value
  }

  func field(_ path: String...) -> APIValue? { field(path) }

  /// The text at a path; a number or a boolean gives its text, anything else "".
  func text(_ path: String...) -> String { field(path)?.scalarText ?? "" }

  /// The text at a path, nil when missing.
  func optionalText(_ path: String...) -> String? { field(path)?.scalarText }

  func integer(_ path: String...) -> Int { field(path)?.wholeNumber ?? 0 }

  func optionalInteger(_ path: String...) -> Int? { field(path)?.wholeNumber }

  func flag(_ path: String...) -> Bool { field(path)?.boolValue ?? false }

  func list(_ path: String...) -> [APIValue] { field(path)?.arrayValue ?? [] }

  /// The texts of a list of strings.
  func texts(_ path: String...) -> [String] {
    (field(path)?.arrayValue ?? []).compactMap(\.scalarText)
  }

  /// The fields of a map of strings in the order in which Go sorts its keys.
  func sortedMap(_ path: String...) -> [(key: String, value: String)] {
    sortedFields(path).map { ($0.key, $0.value.scalarText ?? "") }
  }

  /// The fields of an object in the order in which Go sorts its keys.
  func sortedFields(_ path: [String] = []) -> [(key: String, value: APIValue)] {
    (field(path)?.objectValue ?? [:]).map { ($0.key, $0.value) }
      .sorted { goOrder($0.key, $1.key) }
  }

  /// The moment at a path, nil when missing, null or no RFC 3339 date.
  func time(_ path: String...) -> SimulatedTime? {
    field(path)?.stringValue.flatMap { SimulatedTime(timestamp: $0) }
  }

  /// The text of a string, a number or a boolean.
  var scalarText: String? {
    switch self {
    case .string(let text): text
    case .integer(let number): String(number)
    case .double(let number): GoNumber.general(number)
    case .bool(let flag): flag ? "true" : "false"
    case .null, .array, .object: nil
    }
  }

  private var wholeNumber: Int? {
    switch self {
    case .integer(let number): number
    case .double(let number): Int(exactly: number)
    case .null, .bool, .string, .array, .object: nil
    }
  }

  var name: String { text("metadata", "name") }
  var namespace: String { text("metadata", "namespace") }

  /// The owner that controls the object (`metav1.GetControllerOf`).
  var controller: APIValue? {
    list("metadata", "ownerReferences").first { $0.flag("controller") }
  }
}

/// The order of Go's `sort.Strings`: by bytes. Swift orders by Unicode equivalence, which may
/// differ.
func goOrder(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}

extension String {
  /// The text, or `<none>` when there is none.
  var orNone: String { isEmpty ? "<none>" : self }
}
