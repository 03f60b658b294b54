internal import OrderedCollections
import PodEngine

/// A value as one text in which every stored field counts, private ones too: the same value gives
/// the same text in every process. Dictionaries and sets are sorted; trees of the wire form keep
/// their order.
struct CanonicalText {
  private(set) var text = ""

  init(_ value: Any) { write(value) }

  private mutating func write(_ value: Any) {
    switch value {
    case let tree as APIValue: write(tree: tree)
    case let text as String: quote(text)
    case let number as Int: text += String(number)
    case let flag as Bool: text += flag ? "true" : "false"
    default: reflect(value)
    }
  }

  private mutating func write(tree: APIValue) {
    switch tree {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .integer(let number): text += String(number)
    case .double(let number): text += "\(number)"
    case .string(let content): quote(content)
    case .array(let elements):
      text += "["
      for element in elements {
        write(tree: element)
        text += ","
      }
      text += "]"
    case .object(let fields):
      text += "{"
      for (key, field) in fields {
        quote(key)
        text += ":"
        write(tree: field)
        text += ","
      }
      text += "}"
    }
  }

  private mutating func quote(_ content: String) {
    text += "\""
    text += content
    text += "\""
  }

  private mutating func reflect(_ value: Any) {
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .dictionary || mirror.displayStyle == .set else {
      return children(of: value, mirror)
    }
    text += "{"
    for entry in mirror.children.map({ CanonicalText($0.value).text }).sorted() {
      text += entry + ","
    }
    text += "}"
  }

  private mutating func children(of value: Any, _ mirror: Mirror) {
    if mirror.children.isEmpty {
      // A case without a payload, a number or an empty collection.
      return text += "\(value)"
    }
    text += "("
    for child in mirror.children {
      if let label = child.label { text += label + "=" }
      write(child.value)
      text += ","
    }
    text += ")"
  }
}
