/// `cut -d C -f LIST` and `cut -c LIST`.
struct CutUtility: LineFilter {
  private let delimiter: UInt8?
  private let ranges: [ClosedRange<Int>]
  private let onlyDelimited: Bool

  static func program(_ arguments: [String]) -> any Program {
    var delimiter: UInt8? = 9
    var list: String?
    var onlyDelimited = false
    var files: [String] = []
    var words = arguments[...]
    while let word = words.popFirst() {
      guard word.hasPrefix("-"), let letter = word.dropFirst().first else {
        files.append(word)
        continue
      }
      if letter == "s" {
        onlyDelimited = true
        continue
      }
      let value = word.count > 2 ? String(word.dropFirst(2)) : words.popFirst() ?? ""
      switch letter {
      case "d": delimiter = value.utf8.first
      case "f": list = value
      case "c", "b":
        list = value
        delimiter = nil
      default: break
      }
    }
    guard let list, let ranges = ranges(list) else {
      return ImmediateUtility("cut", []) { call in
        call.complain("expected a list of bytes, characters, or fields")
      }
    }
    let content = CutUtility(delimiter: delimiter, ranges: ranges, onlyDelimited: onlyDelimited)
    return FilterProgram("cut", files: files, Lines(content))
  }

  private init(delimiter: UInt8?, ranges: [ClosedRange<Int>], onlyDelimited: Bool) {
    self.delimiter = delimiter
    self.ranges = ranges
    self.onlyDelimited = onlyDelimited
  }

  private static func ranges(_ text: String) -> [ClosedRange<Int>]? {
    var result: [ClosedRange<Int>] = []
    for part in text.split(separator: ",") {
      let ends = part.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
      let low = ends[0].isEmpty ? 1 : Int(ends[0])
      let high = ends.count == 1 ? low : ends[1].isEmpty ? Int.max : Int(ends[1])
      guard let low, let high, low >= 1, high >= low else { return nil }
      result.append(low...high)
    }
    return result.isEmpty ? nil : result
  }

  mutating func take(line: Bytes, hasEnd: Bool, _ output: inout Bytes) -> Bool {
    let bytes = line.array(limit: RuntimeLimits.pipeBytes) ?? []
    let ranges = ranges
    let isChosen = { (index: Int) in ranges.contains { $0.contains(index + 1) } }
    guard let delimiter else {
      output.append(Bytes(bytes.enumerated().filter { isChosen($0.offset) }.map(\.element)))
      output.append("\n")
      return true
    }
    let fields = bytes.split(separator: delimiter, omittingEmptySubsequences: false)
    if fields.count == 1 {
      if onlyDelimited { return true }
      output.append(line)
    } else {
      let chosen = fields.enumerated().filter { isChosen($0.offset) }.map(\.element)
      output.append(Bytes(Array(chosen.joined(separator: [delimiter]))))
    }
    output.append("\n")
    return true
  }

  mutating func end(_ output: inout Bytes) -> Int { 0 }
}
