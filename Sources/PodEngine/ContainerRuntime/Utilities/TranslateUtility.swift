/// `tr [-d|-s|-c] SET [SET]`.
struct TranslateUtility: Filter {
  private var table: [[UInt8]]
  private let squeezed: [Bool]
  private var last: UInt8?

  static func program(_ arguments: [String]) -> any Program {
    let letters = arguments.filter { $0.hasPrefix("-") && $0.count > 1 }.joined()
    let sets = arguments.filter { !($0.hasPrefix("-") && $0.count > 1) }
    guard let first = sets.first else {
      return ImmediateUtility("tr", []) { call in call.complain("missing operand") }
    }
    return FilterProgram("tr", files: [], TranslateUtility(letters, first, sets.dropFirst().first))
  }

  private init(_ letters: String, _ first: String, _ second: String?) {
    var from = Self.members(first)
    if letters.contains("c") { from = (0...255).filter { !from.contains($0) } }
    let to = second.map(Self.members) ?? []
    var table: [[UInt8]] = (0...255).map { [UInt8($0)] }
    for (index, byte) in from.enumerated() {
      if letters.contains("d") {
        table[Int(byte)] = []
      } else if !to.isEmpty {
        table[Int(byte)] = [to[min(index, to.count - 1)]]
      }
    }
    self.table = table
    var squeezed = [Bool](repeating: false, count: 256)
    if letters.contains("s") {
      for byte in to.isEmpty ? from : to { squeezed[Int(byte)] = true }
    }
    self.squeezed = squeezed
  }

  private static func members(_ text: String) -> [UInt8] {
    let raw = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < raw.count {
      if let (ranges, end) = ShellPattern.namedClass(raw, from: index) {
        result += ranges.flatMap { Array($0) }
        index = end
        continue
      }
      let low = single(raw, &index)
      if index + 1 < raw.count, raw[index] == UInt8(ascii: "-") {
        index += 1
        let high = single(raw, &index)
        if low <= high { result += Array(low...high) }
      } else {
        result.append(low)
      }
    }
    return result
  }

  /// One character, which may be an escape such as `\n` or `\0`.
  private static func single(_ raw: [UInt8], _ index: inout Int) -> UInt8 {
    guard raw[index] == UInt8(ascii: "\\"), index + 1 < raw.count else {
      index += 1
      return raw[index - 1]
    }
    var end = index + 2
    if (48...55).contains(raw[index + 1]) {
      while end < raw.count, end < index + 4, (48...55).contains(raw[end]) { end += 1 }
    }
    let result = Escapes.read(Array(raw[index..<end]), stopsAtC: false).bytes
    index = end
    return result.last ?? UInt8(ascii: "\\")
  }

  mutating func take(_ bytes: Bytes, _ output: inout Bytes) -> Bool {
    let table = table
    let translated = bytes.mapped { table[Int($0)] }
    guard squeezed.contains(true) else {
      output.append(translated)
      return true
    }
    for run in translated.runs {
      if run.pattern.count == 1, squeezed[Int(run.pattern[0])] {
        appendSqueezed(run.pattern, &output)
      } else if run.times == 1 || run.count <= RuntimeLimits.pipeBytes {
        for _ in 0..<run.times { appendSqueezed(run.pattern, &output) }
      }
    }
    return true
  }

  private mutating func appendSqueezed(_ bytes: [UInt8], _ output: inout Bytes) {
    var kept: [UInt8] = []
    for byte in bytes {
      if squeezed[Int(byte)], byte == last { continue }
      kept.append(byte)
      last = byte
    }
    output.append(Bytes(kept))
  }

  mutating func end(_ output: inout Bytes) -> Int { 0 }
}
