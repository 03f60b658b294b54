import OrderedCollections
import PodEngine
import PodShell

extension APIValue {
  /// The same value with the fields of all objects sorted: the order of fields says nothing.
  var ordered: APIValue {
    switch self {
    case .object(let fields):
      .object(
        APIObject(
          uniqueKeysWithValues: fields.keys.sorted().map { ($0, fields[$0]?.ordered ?? .null) }))
    case .array(let elements): .array(elements.map(\.ordered))
    case .null, .bool, .integer, .double, .string: self
    }
  }

  /// For messages.
  var text: String { JSONText.text(self) }
}
