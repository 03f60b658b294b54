/// Which styles a string may take in YAML, found in one pass (libyaml's `analyze_scalar`, with
/// yaml.v2's idea of what is printable).
struct YAMLScalarShape {
  private(set) var isMultiline = false
  private(set) var allowsPlain = true
  private(set) var allowsSingleQuotes = true
  private(set) var allowsBlock = true

  private var hasLineBreaks = false
  private var hasSpecial = false
  private var hasIndicators = false
  private var hasSpaceBeforeBreak = false
  private var hasBreakBeforeSpace = false

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last else {
      allowsBlock = false
      return
    }
    hasIndicators = text.hasPrefix("---") || text.hasPrefix("...")
    scan(scalars)
    isMultiline = hasLineBreaks
    if Self.isSpace(first) || Self.isBreak(first) || Self.isSpace(last) || Self.isBreak(last) {
      allowsPlain = false
    }
    if Self.isSpace(last) { allowsBlock = false }
    if hasBreakBeforeSpace { (allowsPlain, allowsSingleQuotes) = (false, false) }
    if hasSpaceBeforeBreak || hasSpecial {
      (allowsPlain, allowsSingleQuotes, allowsBlock) = (false, false, false)
    }
    if hasLineBreaks || hasIndicators { allowsPlain = false }
  }

  private mutating func scan(_ scalars: [Unicode.Scalar]) {
    var isAfterSpace = false
    var isAfterBreak = false
    for (index, scalar) in scalars.enumerated() {
      noteIndicator(scalars, index)
      if !Self.isPrintable(scalar) { hasSpecial = true }
      if Self.isSpace(scalar) {
        if isAfterBreak { hasBreakBeforeSpace = true }
        (isAfterSpace, isAfterBreak) = (true, false)
      } else if Self.isBreak(scalar) {
        hasLineBreaks = true
        if isAfterSpace { hasSpaceBeforeBreak = true }
        (isAfterSpace, isAfterBreak) = (false, true)
      } else {
        (isAfterSpace, isAfterBreak) = (false, false)
      }
    }
  }

  /// Characters that would mean something to YAML in a plain scalar.
  private mutating func noteIndicator(_ scalars: [Unicode.Scalar], _ index: Int) {
    let isBeforeBlank = index + 1 == scalars.count || Self.isBlank(scalars[index + 1])
    let isAfterBlank = index == 0 || Self.isBlank(scalars[index - 1])
    switch scalars[index] {
    case ",", "[", "]", "{", "}", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`":
      if index == 0 { hasIndicators = true }
    case "?", "-": if index == 0 && isBeforeBlank { hasIndicators = true }
    case ":": if isBeforeBlank { hasIndicators = true }
    case "#": if isAfterBlank { hasIndicators = true }
    default: break
    }
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " }

  static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    isSpace(scalar) || scalar == "\t" || isBreak(scalar)
  }

  /// yaml.v2 takes neither TAB nor CR nor anything beyond the Basic Multilingual Plane for
  /// printable.
  static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: true
    default: false
    }
  }
}
