import OrderedCollections
import PodEngine

/// Changes one leaf of what a case expects, to see whether anybody notices.
enum Mutation {
  /// `leaf` counts the leaves, and begins anew behind the last.
  static func changed(_ value: APIValue, leaf: Int) -> APIValue {
    let count = leaves(value)
    var left = count == 0 ? 0 : leaf % count
    return change(value, &left) ?? value
  }

  private static func leaves(_ value: APIValue) -> Int {
    switch value {
    case .object(let fields) where !fields.isEmpty: fields.values.reduce(0) { $0 + leaves($1) }
    case .array(let elements) where !elements.isEmpty: elements.reduce(0) { $0 + leaves($1) }
    case .object, .array, .null, .bool, .integer, .double, .string: 1
    }
  }

  /// The changed value, or nil while the leaf lies further on.
  private static func change(_ value: APIValue, _ left: inout Int) -> APIValue? {
    switch value {
    case .object(var fields) where !fields.isEmpty:
      for key in fields.keys {
        if let changed = fields[key].flatMap({ change($0, &left) }) {
          fields[key] = changed
          return .object(fields)
        }
      }
      return nil
    case .array(var elements) where !elements.isEmpty:
      for index in elements.indices {
        if let changed = change(elements[index], &left) {
          elements[index] = changed
          return .array(elements)
        }
      }
      return nil
    case .object, .array, .null, .bool, .integer, .double, .string:
      left -= 1
      return left < 0 ? other(than: value) : nil
    }
  }

  private static func other(than leaf: APIValue) -> APIValue {
    switch leaf {
    case .null: "changed"
    case .bool(let value): .bool(!value)
    case .integer(let value): .integer(value == .max ? 0 : value + 1)
    case .double(let value): .double(value + 1)
    case .string(let value): .string(value + "changed")
    case .array: ["changed"]
    case .object: ["changed": true]
    }
  }
}
