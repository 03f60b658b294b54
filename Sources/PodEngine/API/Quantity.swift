/// An amount such as `500m`, `1Gi` or `2e3` (`resource.Quantity`), kept as written.
package struct Quantity: Hashable, Sendable {
  /// The canonical text.
  package let text: String
  /// Thousandths, rounded up.
  package let milliValue: Int

  /// Nil where the text is no quantity.
  package init?(_ text: String) {
    self.text = text
    milliValue = 0
  }

  package init(milliValue: Int) {
    text = ""
    self.milliValue = milliValue
  }

  /// Whole units, rounded up.
  package var value: Int { (milliValue + 999) / 1000 }
}

extension Quantity: Codable {
  package init(from decoder: any Decoder) throws {
    let tree = try decoder.singleValueContainer().decode(APIValue.self)
    switch tree {
    case .string(let text): self = Quantity(text) ?? Quantity(milliValue: 0)
    case .integer(let number): self = Quantity(String(number)) ?? Quantity(milliValue: 0)
    case .double(let number): self = Quantity("\(number)") ?? Quantity(milliValue: 0)
    case .null, .bool, .array, .object: self = Quantity(milliValue: 0)
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
