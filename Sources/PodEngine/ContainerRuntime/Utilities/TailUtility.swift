/// `tail [-n LINES|-n +LINE] [-c BYTES] [-f|-F] [FILE]`.
struct TailUtility: Program {
  private var file: String?
  private var lines = 10
  private var fromStart = false
  private var countsBytes = false
  private var follows = false
  private var followsName = false
  private var failure: String?

  private enum State: Sendable {
    case start
    case collecting
    case printing
    case following(offset: Int)
    case missing
  }
  private var state = State.start
  private var collected = Bytes()
  private var pending = Bytes()

  init(_ arguments: [String]) {
    var words = arguments[...]
    while let word = words.popFirst() {
      guard word.hasPrefix("-") || word.hasPrefix("+"), word.count > 1 else {
        file = word
        continue
      }
      for letter in word.dropFirst() where "fF".contains(letter) {
        follows = true
        followsName = followsName || letter == "F"
      }
      var value = word.drop { !isDigit($0.utf8.first ?? 0) && $0 != "+" }
      let letter = word.dropFirst().first
      countsBytes = countsBytes || letter == "c"
      if value.isEmpty, letter == "n" || letter == "c" { value = (words.popFirst() ?? "")[...] }
      if value.isEmpty { continue }
      fromStart = value.hasPrefix("+")
      guard let number = SizeText.bytes(String(value.drop { $0 == "+" || $0 == "-" })) else {
        failure = "invalid number '\(value)'"
        continue
      }
      lines = number
    }
  }

  var memoryBytes: Int { 262_144 + collected.count }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if let failure {
      _ = kernel.write(Bytes("tail: \(failure)\n"), to: 2, by: process)
      return .exit(1)
    }
    if !pending.isEmpty, let waiting = flush(&kernel, process) { return waiting }
    switch state {
    case .start: return start(&kernel, process)
    case .collecting: return collect(&kernel, process)
    case .printing: return .exit(0)
    case .following(let offset): return follow(offset, &kernel, process)
    case .missing: return lookAgain(&kernel, process)
    }
  }

  private mutating func flush(_ kernel: inout Kernel, _ process: Int) -> ProgramStep? {
    switch kernel.write(pending, to: 1, by: process) {
    case .done:
      pending = Bytes()
      return nil
    case .wouldBlock(let rest):
      pending = rest
      return .block
    case .failed: return .exit(1)
    }
  }

  private func text(_ kernel: Kernel, _ process: Int) throws(Errno) -> Bytes {
    guard let file, let process = kernel.processes[process] else { throw .noEntry }
    return try kernel.contents(of: file, by: process)
  }

  private mutating func start(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    guard let file else {
      state = .collecting
      return .goOn
    }
    do throws(Errno) {
      let text = try text(kernel, process)
      pending = chosen(text)
      state = follows ? .following(offset: text.count) : .printing
      return .goOn
    } catch {
      _ = kernel.write(
        Bytes("tail: can't open '\(file)': \(error.text)\n"), to: 2, by: process)
      guard followsName else {
        if follows { _ = kernel.write(Bytes("tail: no files\n"), to: 2, by: process) }
        return .exit(1)
      }
      state = .missing
      return .sleep(until: kernel.now + .seconds(1))
    }
  }

  private mutating func lookAgain(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    guard let file, let text = try? text(kernel, process) else {
      return .sleep(until: kernel.now + .seconds(1))
    }
    _ = kernel.write(
      Bytes("tail: \(file) has appeared; following end of new file\n"), to: 2, by: process)
    pending = text
    state = .following(offset: text.count)
    return .goOn
  }

  private mutating func follow(_ offset: Int, _ kernel: inout Kernel, _ process: Int)
    -> ProgramStep
  {
    if let text = try? text(kernel, process) {
      let start = text.count < offset ? 0 : offset
      pending = text.slice(from: start, length: text.count - start)
      state = .following(offset: text.count)
      if !pending.isEmpty { return .goOn }
    }
    return .sleep(until: kernel.now + .seconds(1))
  }

  private mutating func collect(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    switch kernel.read(0, atMost: RuntimeLimits.pipeBytes, by: process) {
    case .data(let bytes):
      collected.append(bytes)
      return .goOn
    case .wouldBlock: return .block
    case .end, .failed:
      pending = chosen(collected)
      collected = Bytes()
      state = .printing
      return .goOn
    }
  }

  /// The part of a text that is printed.
  private func chosen(_ text: Bytes) -> Bytes {
    if countsBytes {
      let start = fromStart ? max(0, lines - 1) : max(0, text.count - lines)
      return text.slice(from: start, length: text.count)
    }
    let newline = UInt8(ascii: "\n")
    let total = text.occurrences(of: newline) + (text.isEmpty || text.last == newline ? 0 : 1)
    var skipped = fromStart ? max(0, lines - 1) : max(0, total - lines)
    var rest = text
    while skipped > 0, let index = rest.firstIndex(of: newline) {
      _ = rest.removeFirst(index + 1)
      skipped -= 1
    }
    return skipped > 0 ? Bytes() : rest
  }
}
