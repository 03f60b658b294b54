/// `/usr/bin/printf`.
enum PrintfUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    let text = PrintfText(call.arguments)
    call.output = text.output
    switch text.error {
    case nil: return 0
    case .usage?: return call.complain("missing operand")
    case .number(let word)?:
      return call.complain(
        call.isBusybox ? "invalid number '\(word)'" : "'\(word)': expected a numeric value")
    case .format(let word)?:
      return call.complain(
        call.isBusybox ? "\(word): invalid format" : "\(word): invalid conversion specification")
    }
  }
}
