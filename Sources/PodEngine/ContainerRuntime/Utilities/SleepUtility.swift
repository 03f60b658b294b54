/// `sleep NUMBER[smhd]…`, fractions included.
struct SleepUtility: Program {
  private let arguments: [String]
  private var end: SimulatedTime?

  init(_ arguments: [String]) { self.arguments = arguments }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if let end { return kernel.now >= end ? .exit(0) : .sleep(until: end) }
    guard !arguments.isEmpty else { return fail("missing operand", &kernel, process) }
    var total = 0
    for word in arguments {
      guard let milliseconds = DurationText.milliseconds(word) else {
        return fail("invalid number '\(word)'", &kernel, process)
      }
      total = min(total + milliseconds, DurationText.longest)
    }
    let end = kernel.now + .milliseconds(total)
    self.end = end
    return total == 0 ? .exit(0) : .sleep(until: end)
  }

  private func fail(_ text: String, _ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    _ = kernel.write(Bytes("sleep: \(text)\n"), to: 2, by: process)
    return .exit(1)
  }
}

/// Lengths of time as `sleep` and `timeout` take them.
enum DurationText {
  /// A thousand years; longer sleeps end never.
  static let longest = 1000 * 365 * 86_400 * 1000

  /// Whole milliseconds, cut; nil where the text is no length of time.
  static func milliseconds(_ text: String) -> Int? {
    if text == "inf" || text == "infinity" { return longest }
    var digits = text[...]
    var factor = 1000
    switch digits.last {
    case "s": digits = digits.dropLast()
    case "m":
      digits = digits.dropLast()
      factor = 60_000
    case "h":
      digits = digits.dropLast()
      factor = 3_600_000
    case "d":
      digits = digits.dropLast()
      factor = 86_400_000
    default: break
    }
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, digits.utf8.contains(where: isDigit),
      parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) })
    else { return nil }
    let fraction = parts.count > 1 ? (parts[1] + "000000").prefix(6) : "000000"
    guard let seconds = Int(whole.isEmpty ? "0" : whole) else { return longest }
    guard seconds < longest / factor else { return longest }
    return seconds * factor + (Int(fraction) ?? 0) * factor / 1_000_000
  }
}
