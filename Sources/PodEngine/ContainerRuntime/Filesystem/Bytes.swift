/// A sequence of bytes in which long repetitions take no room: 60 MB of zeros is one byte and a
/// count.
///
/// Whatever a simulated process reads, writes or keeps is of this type, so that `dd if=/dev/zero`
/// and memory hogs cost the real machine nothing.
struct Bytes: Hashable, Sendable {
  /// A pattern and how often it stands in a row.
  struct Run: Hashable, Sendable {
    var pattern: [UInt8]
    var times: Int

    var count: Int { pattern.count * times }
  }

  /// Several values one after the other, with another between them.
  static func joined(_ values: [Bytes], with separator: Bytes) -> Bytes {
    var result = Bytes()
    for (index, value) in values.enumerated() {
      if index > 0 { result.append(separator) }
      result.append(value)
    }
    return result
  }

  private(set) var runs: [Run] = []
  private(set) var count = 0

  /// A value never grows beyond this; whatever has so much is out of memory or out of disk long
  /// before.
  static let maximumCount = 1 << 44

  /// Pieces up to this size are joined into one.
  private static let joinLimit = 4096

  init() {}

  init(_ text: String) { self.init([UInt8](text.utf8)) }

  init(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    runs = [Run(pattern: bytes, times: 1)]
    count = bytes.count
  }

  init(repeating pattern: [UInt8], times: Int) {
    guard !pattern.isEmpty, times > 0 else { return }
    let times = min(times, Self.maximumCount / pattern.count)
    runs = [Run(pattern: pattern, times: times)]
    count = pattern.count * times
  }

  var isEmpty: Bool { count == 0 }

  /// The bytes that are really held.
  var storedCount: Int { runs.reduce(0) { $0 + $1.pattern.count } }

  /// What the value takes of the real machine's memory, roughly, in bytes.
  var weight: Int { storedCount + 64 * runs.count }

  mutating func append(_ other: Bytes) {
    guard count + other.count <= Self.maximumCount else { return }
    for run in other.runs { append(run) }
  }

  mutating func append(_ text: String) { append(Bytes(text)) }

  private mutating func append(_ run: Run) {
    guard run.count > 0 else { return }
    count += run.count
    let last = runs.count - 1
    if last >= 0 {
      if runs[last].pattern == run.pattern {
        runs[last].times += run.times
        return
      }
      if runs[last].times == 1, run.times == 1,
        runs[last].pattern.count + run.pattern.count <= Self.joinLimit
      {
        runs[last].pattern += run.pattern
        return
      }
    }
    runs.append(run)
  }

  /// The bytes from `start` on, `length` of them or as many as there are.
  func slice(from start: Int, length: Int) -> Bytes {
    if start <= 0, length >= count { return self }
    var result = Bytes()
    var position = 0
    let end = length > count - start ? count : start + length
    for run in runs {
      let low = max(start, position) - position
      let high = min(end, position + run.count) - position
      if low < high { result.append(run, from: low, to: high) }
      position += run.count
      if position >= end { break }
    }
    return result
  }

  private mutating func append(_ run: Run, from low: Int, to high: Int) {
    let size = run.pattern.count
    let firstWhole = (low + size - 1) / size
    let lastWhole = high / size
    guard firstWhole <= lastWhole else {
      return append(
        Run(pattern: Array(run.pattern[(low % size)..<(high - low / size * size)]), times: 1))
    }
    if low % size != 0 {
      append(Run(pattern: Array(run.pattern[(low % size)...]), times: 1))
    }
    if lastWhole > firstWhole {
      append(Run(pattern: run.pattern, times: lastWhole - firstWhole))
    }
    if high % size != 0 {
      append(Run(pattern: Array(run.pattern[..<(high % size)]), times: 1))
    }
  }

  /// Cuts the first bytes off and returns them.
  mutating func removeFirst(_ length: Int) -> Bytes {
    let head = slice(from: 0, length: length)
    self = slice(from: length, length: count)
    return head
  }

  /// Each byte replaced by others; an empty answer deletes it.
  func mapped(_ transform: (UInt8) -> [UInt8]) -> Bytes {
    var result = Bytes()
    for run in runs {
      result.append(Bytes(repeating: run.pattern.flatMap(transform), times: run.times))
    }
    return result
  }

  func firstIndex(of byte: UInt8) -> Int? {
    var position = 0
    for run in runs {
      if let index = run.pattern.firstIndex(of: byte) { return position + index }
      position += run.count
    }
    return nil
  }

  func contains(_ byte: UInt8) -> Bool { runs.contains { $0.pattern.contains(byte) } }

  /// How often a byte occurs.
  func occurrences(of byte: UInt8) -> Int {
    runs.reduce(0) { sum, run in sum + run.pattern.count { $0 == byte } * run.times }
  }

  var last: UInt8? { runs.last?.pattern.last }

  /// The bytes one by one, up to a limit; nil where there are more.
  func array(limit: Int) -> [UInt8]? {
    guard count <= limit else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(count)
    for run in runs {
      if run.pattern.count == 1, let byte = run.pattern.first {
        result.append(contentsOf: repeatElement(byte, count: run.times))
      } else {
        for _ in 0..<run.times { result += run.pattern }
      }
    }
    return result
  }

  /// As text, cut after `limit` bytes; what is no UTF-8 becomes U+FFFD.
  func text(limit: Int = RuntimeLimits.textBytes) -> String {
    let part = count > limit ? slice(from: 0, length: limit) : self
    return String(decoding: part.array(limit: limit) ?? [], as: UTF8.self)
  }

  /// Without the line ends at its end, as `$(…)` takes it.
  func withoutTrailingNewlines() -> Bytes {
    var result = self
    while result.last == UInt8(ascii: "\n"), let run = result.runs.last {
      if run.pattern.allSatisfy({ $0 == UInt8(ascii: "\n") }) {
        result.count -= run.count
        result.runs.removeLast()
      } else {
        result = result.slice(from: 0, length: result.count - 1)
      }
    }
    return result
  }
}
