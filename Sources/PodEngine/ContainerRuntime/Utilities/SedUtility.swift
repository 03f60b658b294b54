/// `sed [-n -E] [-e] SCRIPT [FILE…]` with the commands `s`, `p`, `d`, `q`, each after a line number,
/// `$`, `/pattern/` or two of these.
struct SedUtility: LineFilter {
  private enum Address: Sendable {
    case all
    case line(Int)
    case last
    case pattern(TextPattern)
    indirect case range(Address, Address)
  }
  private enum Action: Sendable {
    case substitute(TextPattern, with: [UInt8], isGlobal: Bool, prints: Bool)
    case print, delete, quit
  }
  private struct Rule: Sendable {
    var address: Address
    var isNegated = false
    var action: Action
    /// A range has begun and not ended.
    var isInRange = false
  }
  private var rules: [Rule]
  private let isQuiet: Bool
  private var line = 0
  /// A line is dealt with when it is known whether another one follows: `$` is the last.
  private var held: Bytes?

  static func program(_ arguments: [String]) -> any Program {
    var scripts: [String] = []
    var operands: [String] = []
    var letters = ""
    var words = arguments[...]
    while let word = words.popFirst() {
      if word == "-e" {
        scripts.append(words.popFirst() ?? "")
      } else if word.hasPrefix("-"), word.count > 1 {
        letters += word.dropFirst()
      } else {
        operands.append(word)
      }
    }
    if scripts.isEmpty, !operands.isEmpty { scripts.append(operands.removeFirst()) }
    let isExtended = letters.contains("E") || letters.contains("r")
    let text = scripts.joined(separator: "\n")
    guard !letters.contains("i"), let rules = rules(Array(text.utf8), isExtended) else {
      return ImmediateUtility("sed", [text]) { call in
        call.complain(
          "podlab's sed knows s, p, d and q with a line number or /pattern/, not "
            + "'\(call.arguments.first ?? "")'")
      }
    }
    let content = SedUtility(rules: rules, isQuiet: letters.contains("n"))
    return FilterProgram("sed", files: operands, Lines(content))
  }

  private init(rules: [Rule], isQuiet: Bool) {
    self.rules = rules
    self.isQuiet = isQuiet
  }

  private static func rules(_ text: [UInt8], _ isExtended: Bool) -> [Rule]? {
    var index = 0
    var result: [Rule] = []
    while true {
      while index < text.count, [10, 32, 59].contains(text[index]) { index += 1 }
      guard index < text.count else { return result }
      guard var place = address(text, &index, isExtended) else { return nil }
      if index < text.count, text[index] == UInt8(ascii: ",") {
        index += 1
        guard index < text.count, let end = address(text, &index, isExtended) else { return nil }
        place = .range(place, end)
      }
      while index < text.count, text[index] == 32 { index += 1 }
      let isNegated = index < text.count && text[index] == UInt8(ascii: "!")
      if isNegated { index += 1 }
      guard let action = action(text, &index, isExtended) else { return nil }
      result.append(Rule(address: place, isNegated: isNegated, action: action))
    }
  }

  private static func address(_ text: [UInt8], _ index: inout Int, _ isExtended: Bool) -> Address? {
    if isDigit(text[index]) {
      let start = index
      while index < text.count, isDigit(text[index]) { index += 1 }
      return Int(String(decoding: text[start..<index], as: UTF8.self)).map { .line($0) }
    }
    if text[index] == UInt8(ascii: "$") {
      index += 1
      return .last
    }
    guard text[index] == UInt8(ascii: "/") else { return .all }
    guard let pattern = part(text, &index, UInt8(ascii: "/")) else { return nil }
    index += 1
    return compile(pattern, isExtended, "").map { .pattern($0) }
  }

  private static func compile(_ bytes: [UInt8], _ isExtended: Bool, _ flags: String) -> TextPattern?
  {
    try? TextPattern(
      String(decoding: bytes, as: UTF8.self), isExtended: isExtended,
      ignoresCase: flags.lowercased().contains("i"))
  }

  /// The text between a delimiter here and the next one, which is where the index stops.
  private static func part(_ text: [UInt8], _ index: inout Int, _ delimiter: UInt8) -> [UInt8]? {
    index += 1
    var result: [UInt8] = []
    while index < text.count, text[index] != delimiter {
      if text[index] == UInt8(ascii: "\\"), index + 1 < text.count {
        if text[index + 1] != delimiter { result.append(text[index]) }
        index += 1
      }
      result.append(text[index])
      index += 1
    }
    return index < text.count ? result : nil
  }

  private static func action(_ text: [UInt8], _ index: inout Int, _ isExtended: Bool) -> Action? {
    while index < text.count, text[index] == 32 { index += 1 }
    guard index < text.count else { return nil }
    index += 1
    switch text[index - 1] {
    case UInt8(ascii: "p"): return .print
    case UInt8(ascii: "d"): return .delete
    case UInt8(ascii: "q"): return .quit
    case UInt8(ascii: "s"):
      guard index < text.count else { return nil }
      let delimiter = text[index]
      guard let pattern = part(text, &index, delimiter),
        let replacement = part(text, &index, delimiter)
      else { return nil }
      index += 1
      var flags = ""
      while index < text.count, isAlphanumeric(text[index]) {
        flags += String(decoding: [text[index]], as: UTF8.self)
        index += 1
      }
      return compile(pattern, isExtended, flags).map {
        .substitute(
          $0, with: replacement, isGlobal: flags.contains("g"), prints: flags.contains("p"))
      }
    default: return nil
    }
  }

  mutating func take(line text: Bytes, hasEnd: Bool, _ output: inout Bytes) -> Bool {
    let before = held
    held = text
    guard let before else { return true }
    return run(before, isLast: false, &output)
  }

  private mutating func run(_ text: Bytes, isLast: Bool, _ output: inout Bytes) -> Bool {
    line += 1
    var bytes = text.array(limit: RuntimeLimits.pipeBytes) ?? []
    var quits = false
    for index in rules.indices where applies(index, bytes, isLast) != rules[index].isNegated {
      switch rules[index].action {
      case .print: output.append(Bytes(bytes + [10]))
      case .delete: return true
      case .quit: quits = true
      case .substitute(let pattern, let replacement, let isGlobal, let prints):
        guard let new = Self.substitute(pattern, replacement, isGlobal, bytes) else { continue }
        bytes = new
        if prints { output.append(Bytes(bytes + [10])) }
      }
    }
    if !isQuiet { output.append(Bytes(bytes + [10])) }
    return !quits
  }

  private mutating func applies(_ index: Int, _ bytes: [UInt8], _ isLast: Bool) -> Bool {
    guard case .range(let start, let end) = rules[index].address else {
      return applies(rules[index].address, bytes, isLast)
    }
    if rules[index].isInRange {
      if applies(end, bytes, isLast) || isPast(end) { rules[index].isInRange = false }
      if case .line(let number) = end, line > number { return false }
      return true
    }
    guard applies(start, bytes, isLast) else { return false }
    rules[index].isInRange = !isPast(end) && !(isLast && isLastLine(end))
    return true
  }

  /// Whether a range that ends at a line has no line left.
  private func isPast(_ address: Address) -> Bool {
    if case .line(let number) = address { line >= number } else { false }
  }

  private func isLastLine(_ address: Address) -> Bool {
    if case .last = address { true } else { false }
  }

  private func applies(_ address: Address, _ bytes: [UInt8], _ isLast: Bool) -> Bool {
    switch address {
    case .all, .range: true
    case .line(let number): line == number
    case .last: isLast
    case .pattern(let pattern): pattern.firstMatch(in: bytes) != nil
    }
  }

  private static func substitute(
    _ pattern: TextPattern, _ replacement: [UInt8], _ isGlobal: Bool, _ bytes: [UInt8]
  ) -> [UInt8]? {
    var result: [UInt8] = []
    var position = 0
    var found = false
    while position <= bytes.count,
      let (match, groups) = pattern.firstMatchWithGroups(in: bytes, from: position)
    {
      found = true
      result += bytes[position..<match.lowerBound]
      result += filled(replacement, Array(bytes[match])) { number in
        groups[number].map { Array(bytes[$0]) } ?? []
      }
      position = match.upperBound
      if match.isEmpty {
        if position < bytes.count { result.append(bytes[position]) }
        position += 1
      }
      if !isGlobal { break }
    }
    guard found else { return nil }
    if position < bytes.count { result += bytes[position...] }
    return result
  }

  /// `&` stands for what was found.
  private static func filled(
    _ replacement: [UInt8], _ match: [UInt8], group: (Int) -> [UInt8]
  ) -> [UInt8] {
    var result: [UInt8] = []
    var isEscaped = false
    for byte in replacement {
      if isEscaped {
        switch byte {
        case UInt8(ascii: "n"): result.append(10)
        case UInt8(ascii: "t"): result.append(9)
        case UInt8(ascii: "1")...UInt8(ascii: "9"): result += group(Int(byte - 48))
        default: result.append(byte)
        }
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "&") {
        result += match
      } else {
        result.append(byte)
      }
    }
    return result
  }

  mutating func end(_ output: inout Bytes) -> Int {
    if let last = held { _ = run(last, isLast: true, &output) }
    return 0
  }
}
