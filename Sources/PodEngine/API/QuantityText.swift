/// Why a text is no quantity, in the words of Kubernetes.
package enum QuantityError: Error, Hashable, Sendable {
  case format
  case suffix
  case numeric

  package var message: String {
    switch self {
    case .format:
      "quantities must match the regular expression "
        + "'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
    case .suffix: "unable to parse quantity's suffix"
    case .numeric: "unable to parse numeric part of quantity"
    }
  }
}

/// Reading and writing quantities (`ParseQuantity`, `CanonicalizeBytes` of apimachinery).
enum QuantityText {
  /// A text in its parts: sign, digits before and after the point, suffix.
  struct Parts {
    var isNegative = false
    var whole: Substring.UTF8View.SubSequence
    var fraction: Substring.UTF8View.SubSequence
    var suffix: String

    init(_ text: String) throws(QuantityError) {
      var rest = Substring(text).utf8[...]
      guard !rest.isEmpty else { throw .format }
      if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
        isNegative = first == UInt8(ascii: "-")
        rest = rest.dropFirst()
      }
      rest = rest.drop { $0 == UInt8(ascii: "0") }
      whole = rest.prefix(while: isDigit)
      rest = rest.dropFirst(whole.count)
      fraction = rest.prefix(0)
      if rest.first == UInt8(ascii: ".") {
        rest = rest.dropFirst()
        fraction = rest.prefix(while: isDigit)
        rest = rest.dropFirst(fraction.count)
      }
      suffix = String(Substring(rest))
      rest = rest.drop { "eEinumkKMGTP".utf8.contains($0) }
      if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
        rest = rest.dropFirst()
      }
      guard rest.drop(while: isDigit).isEmpty else { throw .format }
    }
  }

  private static let binarySuffixes = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"]
  private static let decimalSuffixes = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"]

  /// What a suffix means: a format and a power of two or of ten.
  static func meaning(of suffix: String) throws(QuantityError) -> (Quantity.Format, power: Int) {
    if let index = decimalSuffixes.firstIndex(of: suffix) { return (.decimalSI, 3 * index - 9) }
    if let index = binarySuffixes.firstIndex(of: suffix) { return (.binarySI, 10 * index) }
    guard suffix.first == "e" || suffix.first == "E", let power = Int(suffix.dropFirst()) else {
      throw .suffix
    }
    // Powers that no amount can have are kept at the end, so that arithmetic on exponents cannot
    // overflow.
    return (.decimalExponent, max(-100_000, min(100_000, power)))
  }

  /// The shortest text with a suffix and without a fraction.
  static func canonical(_ amount: DecimalAmount, _ format: Quantity.Format) -> String {
    guard amount.mantissa != 0 else { return "0" }
    if format == .binarySI, let whole = amount.wholeNumber, whole.magnitude >= 1024 {
      return binary(whole)
    }
    var (mantissa, exponent) = (amount.mantissa, amount.exponent)
    while exponent % 3 != 0 {
      let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
      if overflow { break }
      mantissa = product
      exponent -= 1
    }
    if format == .decimalExponent {
      return exponent == 0 ? "\(mantissa)" : "\(mantissa)e\(exponent)"
    }
    let index = exponent / 3 + 3
    // Above E there is no suffix and Kubernetes writes none.
    return "\(mantissa)\(decimalSuffixes.indices.contains(index) ? decimalSuffixes[index] : "")"
  }

  private static func binary(_ number: Int128) -> String {
    var (mantissa, index) = (number, 0)
    while mantissa % 1024 == 0, index + 1 < binarySuffixes.count {
      mantissa /= 1024
      index += 1
    }
    return "\(mantissa)\(binarySuffixes[index])"
  }
}

extension Quantity {
  /// Reads a quantity; the error says what is wrong with the text as Kubernetes would.
  package init(parsing text: String) throws(QuantityError) {
    let parts = try QuantityText.Parts(text)
    let (format, power) = try QuantityText.meaning(of: parts.suffix)
    // Kubernetes reads an empty whole part as 0, which matters for what text it keeps.
    let digits = (parts.whole.isEmpty ? [0x30] : Array(parts.whole)) + Array(parts.fraction)
    var mantissa = Int128(0)
    var dropped = 0
    for digit in digits {
      let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
      // Digits beyond the 38th are of no consequence: amounts are rounded to 10^-9 and capped far
      // below.
      if overflow || product > .max - 9 || dropped > 0 {
        dropped += 1
      } else {
        mantissa = product + Int128(digit - 0x30)
      }
    }
    if parts.isNegative { mantissa = -mantissa }
    let exponent = dropped - parts.fraction.count
    switch format {
    case .binarySI:
      self = Self.binary(
        DecimalAmount(mantissa: mantissa, exponent: exponent), power: power, digits, parts, text)
    case .decimalSI, .decimalExponent:
      let amount = DecimalAmount(mantissa: mantissa, exponent: exponent + power)
        .rounded(toExponent: -9)
      let keeps = Self.keepsText(digits, exponent: power - parts.fraction.count)
      self.init(amount, format, text: keeps ? text : nil)
    }
  }

  /// Kubernetes keeps a decimal text that is canonical enough for it.
  private static func keepsText(_ digits: [UInt8], exponent: Int) -> Bool {
    guard digits.count <= 18, exponent >= -9, exponent % 3 == 0 else { return false }
    guard let first = digits.first, first != 0x30 else { return false }
    return !(digits.count >= 3 && digits.suffix(3).allSatisfy { $0 == 0x30 })
  }

  private static func binary(
    _ number: DecimalAmount, power: Int, _ digits: [UInt8], _ parts: QuantityText.Parts,
    _ text: String
  ) -> Quantity {
    let largest = DecimalAmount(mantissa: Int128(Int64.max), exponent: 0)
    var amount = number.multiplied(byPowerOfTwo: power).rounded(toExponent: -9)
    if largest < amount { amount = largest }
    if amount < largest.negated { amount = largest.negated }
    let one = DecimalAmount(mantissa: 1, exponent: 0)
    if amount < one, .zero < amount { return Quantity(amount, .decimalSI) }
    let room = 15 - digits.count - power * 3 / 10 - 1
    let last = number.wholeNumber.map { $0.magnitude & 7 } ?? 0
    let keeps = parts.fraction.isEmpty && room >= 0 && last != 0
    return Quantity(amount, .binarySI, text: keeps ? text : nil)
  }
}

extension String {
  /// Without these ASCII characters at both ends.
  func trimmed(of characters: String) -> String {
    let unwanted = Array(characters.utf8)
    var view = Substring(self).utf8[...]
    view = view.drop { unwanted.contains($0) }
    while let last = view.last, unwanted.contains(last) { view = view.dropLast() }
    return String(Substring(view))
  }
}
