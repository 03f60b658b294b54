/// A decimal number, mantissa × 10^exponent, without trailing zeros in the mantissa.
///
/// Arithmetic never traps: what leaves the range of 38 digits stays at its end.
struct DecimalAmount: Hashable, Sendable {
  private(set) var mantissa: Int128
  private(set) var exponent: Int

  static let zero = Self(mantissa: 0, exponent: 0)

  init(mantissa: Int128, exponent: Int) {
    if mantissa == 0 {
      (self.mantissa, self.exponent) = (0, 0)
      return
    }
    (self.mantissa, self.exponent) = (mantissa, exponent)
    while self.mantissa % 10 == 0 {
      self.mantissa /= 10
      self.exponent += 1
    }
  }

  var negated: Self {
    Self(mantissa: mantissa == .min ? .max : -mantissa, exponent: exponent)
  }

  /// The mantissa with a smaller exponent, at the end of the range where it does not fit.
  private func mantissa(atExponent target: Int) -> Int128 {
    var result = mantissa
    var remaining = exponent - target
    while remaining > 0 {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return mantissa < 0 ? .min : .max }
      result = product
      remaining -= 1
    }
    return result
  }

  /// Rounded away from zero so that nothing is below 10^target.
  func rounded(toExponent target: Int) -> Self {
    if exponent >= target { return self }
    var quotient = mantissa
    var isInexact = false
    var remaining = target - exponent
    while remaining > 0, quotient != 0 {
      isInexact = isInexact || quotient % 10 != 0
      quotient /= 10
      remaining -= 1
    }
    if isInexact { quotient += mantissa < 0 ? -1 : 1 }
    return Self(mantissa: quotient, exponent: target)
  }

  /// How many 10^target it is, rounded away from zero, kept inside `Int`.
  func scaled(to target: Int) -> Int {
    let whole = rounded(toExponent: target)
    return Int(clamping: whole.mantissa(atExponent: target))
  }

  /// The whole number that it is; nil where it has a fraction.
  var wholeNumber: Int128? { exponent >= 0 ? mantissa(atExponent: 0) : nil }

  /// Multiplied by 2^power, at the end of the range where it does not fit.
  func multiplied(byPowerOfTwo power: Int) -> Self {
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: Int128(1) << Int128(power))
    return Self(
      mantissa: overflow ? (mantissa < 0 ? .min : .max) : product, exponent: exponent)
  }

  static func + (left: Self, right: Self) -> Self {
    if left.mantissa == 0 { return right }
    if right.mantissa == 0 { return left }
    let exponent = min(left.exponent, right.exponent)
    let (sum, overflow) = left.mantissa(atExponent: exponent).addingReportingOverflow(
      right.mantissa(atExponent: exponent))
    if overflow { return Self(mantissa: left.mantissa < 0 ? .min : .max, exponent: exponent) }
    return Self(mantissa: sum, exponent: exponent)
  }

  /// The number of digits of the mantissa.
  private var digits: Int { String(mantissa.magnitude).utf8.count }
}

extension DecimalAmount: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    if left.mantissa.signum() != right.mantissa.signum() {
      return left.mantissa.signum() < right.mantissa.signum()
    }
    // Numbers of different magnitude are compared by it, so that aligning them cannot overflow.
    let (leftDigits, rightDigits) = (left.digits + left.exponent, right.digits + right.exponent)
    if leftDigits != rightDigits { return (leftDigits < rightDigits) == (left.mantissa > 0) }
    let exponent = min(left.exponent, right.exponent)
    return left.mantissa(atExponent: exponent) < right.mantissa(atExponent: exponent)
  }
}
