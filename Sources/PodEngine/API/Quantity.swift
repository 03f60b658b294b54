/// An amount such as `500m`, `1Gi` or `2e3` (`resource.Quantity` of apimachinery).
///
/// Two quantities are equal when their amounts are; `text` may differ (`1.001`, `1001m`), because
/// Kubernetes keeps some texts as typed.
package struct Quantity: Sendable {
  /// The family of suffixes that a quantity was written with; sums keep it.
  enum Format: Hashable, Sendable {
    case binarySI
    case decimalSI
    case decimalExponent
  }

  /// The canonical text.
  package let text: String
  let amount: DecimalAmount
  let format: Format

  init(_ amount: DecimalAmount, _ format: Format, text: String? = nil) {
    self.amount = amount
    self.format = format
    self.text = text ?? QuantityText.canonical(amount, format)
  }

  /// Nil where the text is no quantity.
  package init?(_ text: String) {
    guard let parsed = try? Self(parsing: text) else { return nil }
    self = parsed
  }

  package init(milliValue: Int) {
    self.init(DecimalAmount(mantissa: Int128(milliValue), exponent: -3), .decimalSI)
  }

  /// Thousandths, rounded away from zero; what does not fit an `Int` is its largest or smallest
  /// value.
  package var milliValue: Int { amount.scaled(to: -3) }

  /// Whole units, rounded away from zero; what does not fit an `Int` is its largest or smallest
  /// value.
  package var value: Int { amount.scaled(to: 0) }

  package var isZero: Bool { amount.mantissa == 0 }
  /// Whether there is no fraction, as for things that come in pieces.
  package var isWhole: Bool { amount.exponent >= 0 }
  package var isNegative: Bool { amount.mantissa < 0 }

  /// A quantity that says nothing: `0`.
  package static let zero = Quantity(milliValue: 0)

  /// The text of a value of the wire that stands for a quantity; numbers are allowed in YAML.
  package static func text(of value: APIValue) -> String {
    switch value {
    case .string(let text): text.trimmed(of: " \t\n\r")
    case .integer(let number): String(number)
    case .double(let number): decimalText(number)
    case .null, .bool, .array, .object: ""
    }
  }

  /// A quantity of the wire; zero where there is none.
  package init(wire value: APIValue?) {
    self = value.flatMap { Quantity(Self.text(of: $0)) } ?? .zero
  }

  /// Swift writes `1e-05` and `1e+20` as Go's JSON does, which the notation of quantities can read.
  private static func decimalText(_ number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The quantity with nothing below a thousandth: what is smaller is rounded up
  /// (`RoundUp(Milli)`).
  package var roundedUpToMilli: Quantity {
    amount.exponent >= -3 ? self : Quantity(amount.rounded(toExponent: -3), format)
  }
}

extension Quantity: Hashable, Comparable {
  package static func == (left: Self, right: Self) -> Bool { left.amount == right.amount }
  package static func < (left: Self, right: Self) -> Bool { left.amount < right.amount }
  package func hash(into hasher: inout Hasher) { hasher.combine(amount) }
}

extension Quantity {
  /// The sum keeps the format of the left side, or of the right one where the left is zero
  /// (`Quantity.Add`).
  package static func + (left: Self, right: Self) -> Self {
    return Quantity(left.amount + right.amount, left.isZero ? right.format : left.format)
  }

  package static func - (left: Self, right: Self) -> Self {
    return Quantity(left.amount + right.amount.negated, left.isZero ? right.format : left.format)
  }

  package static func += (left: inout Self, right: Self) { left = left + right }
}

extension Quantity: Codable {
  package init(from decoder: any Decoder) throws {
    self.init(wire: try decoder.singleValueContainer().decode(APIValue.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
