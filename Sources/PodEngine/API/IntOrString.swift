internal import OrderedCollections

/// A port by number or by name.
package enum IntOrString: Hashable, Sendable, Codable, CustomStringConvertible {
  case integer(Int)
  case string(String)

  package var description: String {
    switch self {
    case .integer(let number): String(number)
    case .string(let text): text
    }
  }

  package init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer().decode(APIValue.self)
    switch value {
    case .integer(let number): self = .integer(number)
    case .string(let text): self = .string(text)
    case .null, .bool, .double, .array, .object: self = .integer(0)
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .integer(let number): try container.encode(number)
    case .string(let text): try container.encode(text)
    }
  }
}
