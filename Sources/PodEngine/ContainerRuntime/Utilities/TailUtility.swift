/// `tail [-n LINES|-n +LINE] [-c BYTES] [-q|-v] [-f|-F] [FILE…]`.
struct TailUtility: Program {
  private var files: [Followed] = []
  private var lines = 10
  private var fromStart = false
  private var countsBytes = false
  private var follows = false
  private var followsName = false
  /// `-q` and `-v`; without them several files have a headline each.
  private var headlines: Bool?
  private var failure: String?

  /// One of the files, and how much of it has been printed; nil while there is none.
  private struct Followed: Sendable {
    let name: String
    var offset: Int?
    var isGivenUp = false
  }

  private enum State: Sendable {
    /// The files from here on have not been looked at.
    case opening(Int)
    /// Standard input, which is read to its end.
    case collecting
    case following
    case done
  }
  private var state = State.opening(0)
  /// The file whose text was printed last.
  private var current: Int?
  private var code = 0
  private var collected = Bytes()
  private var pending = Bytes()

  init(_ arguments: [String]) {
    var words = arguments[...]
    while let word = words.popFirst() {
      guard word.hasPrefix("-") || word.hasPrefix("+"), word.count > 1 else {
        files.append(Followed(name: word))
        continue
      }
      for letter in word.dropFirst() {
        follows = follows || "fF".contains(letter)
        followsName = followsName || letter == "F"
        if "qv".contains(letter) { headlines = letter == "v" }
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
    if files.isEmpty { state = .collecting }
  }

  var memoryBytes: Int { 262_144 + collected.count }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if let failure {
      complain(failure, &kernel, process)
      return .exit(1)
    }
    if !pending.isEmpty, let waiting = flush(&kernel, process) { return waiting }
    switch state {
    case .opening(let index): return open(index, &kernel, process)
    case .collecting: return collect(&kernel, process)
    case .following: return follow(&kernel, process)
    case .done: return .exit(code)
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

  private func complain(_ text: String, _ kernel: inout Kernel, _ process: Int) {
    _ = kernel.write(Bytes("tail: \(text)\n"), to: 2, by: process)
  }

  private func text(
    of file: Followed, _ kernel: Kernel, _ process: Int
  ) throws(Errno) -> Bytes {
    guard let process = kernel.processes[process] else { throw .noEntry }
    return try kernel.contents(of: file.name, by: process)
  }

  private mutating func open(
    _ index: Int, _ kernel: inout Kernel, _ process: Int
  ) -> ProgramStep {
    guard index < files.count else { return allAreOpen(&kernel, process) }
    state = .opening(index + 1)
    do throws(Errno) {
      let text = try text(of: files[index], kernel, process)
      files[index].offset = text.count
      show(chosen(text), of: index)
    } catch {
      complain("can't open '\(files[index].name)': \(error.text)", &kernel, process)
      files[index].isGivenUp = !followsName
      code = 1
    }
    return .goOn
  }

  private mutating func allAreOpen(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    state = follows ? .following : .done
    guard follows, files.allSatisfy(\.isGivenUp) else { return .goOn }
    complain("no files", &kernel, process)
    return .exit(1)
  }

  /// Prints text of a file, under its headline where there are several.
  private mutating func show(_ text: Bytes, of index: Int) {
    if headlines ?? (files.count > 1), current != index {
      pending.append(Bytes("\(current == nil ? "" : "\n")==> \(files[index].name) <==\n"))
    }
    current = index
    pending.append(text)
  }

  private mutating func follow(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    for index in files.indices where !files[index].isGivenUp {
      guard let text = try? text(of: files[index], kernel, process) else { continue }
      if files[index].offset == nil {
        complain(
          "\(files[index].name) has appeared; following end of new file", &kernel, process)
      }
      let old = files[index].offset ?? 0
      let start = text.count < old ? 0 : old
      files[index].offset = text.count
      if text.count > start { show(text.slice(from: start, length: text.count - start), of: index) }
    }
    return pending.isEmpty ? .sleep(until: kernel.now + .seconds(1)) : .goOn
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
      state = .done
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
