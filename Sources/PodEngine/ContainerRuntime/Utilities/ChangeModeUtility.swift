/// `chmod MODE FILE…`: octal, or letters such as `+x` and `u=rw`.
enum ChangeModeUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    let operands = call.arguments.filter { $0 != "-R" }
    guard let mode = operands.first, operands.count > 1 else {
      return call.complain("missing operand")
    }
    guard let change = change(mode) else { return call.complain("invalid mode '\(mode)'") }
    var status = 0
    for file in operands.dropFirst() {
      do throws(Errno) {
        try call.kernel.setMode(file, change, by: call.number)
      } catch { status = call.complain("\(file): \(error.text)") }
    }
    return status
  }

  /// `u+x,g-r`: one change after the other.
  private static func change(_ text: String) -> ((Int) -> Int)? {
    var changes: [(Int) -> Int] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let change = singleChange(String(part)) else { return nil }
      changes.append(change)
    }
    return { mode in changes.reduce(mode) { $1($0) } }
  }

  private static func singleChange(_ text: String) -> ((Int) -> Int)? {
    if let octal = Int(text, radix: 8), octal <= 0o7777 { return { _ in octal } }
    guard let signIndex = text.firstIndex(where: { "+-=".contains($0) }) else { return nil }
    var who = 0
    for letter in text[..<signIndex] {
      switch letter {
      case "u": who |= 0o700
      case "g": who |= 0o070
      case "o": who |= 0o007
      case "a": who |= 0o777
      default: return nil
      }
    }
    if who == 0 { who = 0o777 }
    var bits = 0
    for letter in text[text.index(after: signIndex)...] {
      switch letter {
      case "r": bits |= 0o444
      case "w": bits |= 0o222
      case "x", "X": bits |= 0o111
      case "s", "t": break
      default: return nil
      }
    }
    let (mask, chosen) = (who, bits & who)
    switch text[signIndex] {
    case "+": return { $0 | chosen }
    case "-": return { $0 & ~chosen }
    default: return { $0 & ~mask | chosen }
    }
  }
}
