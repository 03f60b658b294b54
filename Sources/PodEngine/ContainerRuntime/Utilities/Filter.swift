/// A utility that reads input piece by piece and prints as it goes.
protocol Filter: Sendable {
  /// Takes some input. False: it has seen enough.
  mutating func take(_ bytes: Bytes, _ output: inout Bytes) -> Bool
  /// The input has ended; returns the exit status.
  mutating func end(_ output: inout Bytes) -> Int
  /// Another file begins; nil is standard input.
  mutating func begin(file: String?, isFirst: Bool, _ output: inout Bytes)
  var heldBytes: Int { get }
}

extension Filter {
  mutating func begin(file: String?, isFirst: Bool, _ output: inout Bytes) {}
  var heldBytes: Int { 0 }
}

/// Runs a filter over files, or standard input where none are named.
struct FilterProgram<Content: Filter>: Program {
  private let name: String
  private var content: Content
  private var files: [String]
  private var nextFile = 0
  private var descriptor: Int?
  private var pending = Bytes()
  private var pendingError = Bytes()
  private var status = 0
  private var hasEnded = false

  init(_ name: String, files: [String], _ content: Content) {
    self.name = name
    self.content = content
    self.files = files.isEmpty ? ["-"] : files
  }

  var memoryBytes: Int { 262_144 + content.heldBytes + pending.count }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if let waiting = flush(&kernel, process) { return waiting }
    if hasEnded { return .exit(status) }
    guard let descriptor else { return openNext(&kernel, process) }
    switch kernel.read(descriptor, atMost: RuntimeLimits.pipeBytes, by: process) {
    case .wouldBlock: return .block
    case .data(let bytes):
      guard content.take(bytes, &pending) else {
        finish()
        return .goOn
      }
      // What was looked at costs time; a filter that has seen enough did not look at the rest.
      let lines = bytes.occurrences(of: 10)
      kernel.charge(process, instructions: bytes.storedCount / 256 + lines / 4)
    case .end: closeCurrent(&kernel, process)
    case .failed(let error):
      complain(files[nextFile - 1], error, &kernel, process)
      closeCurrent(&kernel, process)
    }
    return .goOn
  }

  private mutating func flush(_ kernel: inout Kernel, _ process: Int) -> ProgramStep? {
    if !pendingError.isEmpty {
      if case .wouldBlock(let rest) = kernel.write(pendingError, to: 2, by: process) {
        pendingError = rest
        return .block
      }
      pendingError = Bytes()
    }
    guard !pending.isEmpty else { return nil }
    switch kernel.write(pending, to: 1, by: process) {
    case .done: pending = Bytes()
    case .wouldBlock(let rest):
      pending = rest
      return .block
    case .failed(let error):
      pending = Bytes()
      pendingError = Bytes("\(name): write error: \(error.text)\n")
      hasEnded = true
      status = 1
    }
    return nil
  }

  private mutating func openNext(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    guard nextFile < files.count else {
      finish()
      return .goOn
    }
    let file = files[nextFile]
    nextFile += 1
    if file == "-" {
      content.begin(file: nil, isFirst: nextFile == 1, &pending)
      descriptor = 0
      return .goOn
    }
    do throws(Errno) {
      let open = try kernel.open(file, .read, by: process)
      descriptor = try kernel.addPrivateDescriptor(open, of: process)
      content.begin(file: file, isFirst: nextFile == 1, &pending)
    } catch { complain(file, error, &kernel, process) }
    return .goOn
  }

  private mutating func complain(
    _ file: String, _ error: Errno, _ kernel: inout Kernel, _ process: Int
  ) {
    status = name == "grep" || name == "sort" ? 2 : 1
    let isBusybox =
      kernel.processes[process].flatMap { kernel.spaces[$0.container] }?.wordsLikeBusybox ?? true
    if !isBusybox, name == "head" {
      pendingError.append("head: cannot open '\(file)' for reading: \(error.text)\n")
    } else if !isBusybox, name == "sort" {
      pendingError.append("sort: cannot read: \(file): \(error.text)\n")
    } else if !isBusybox, name == "sed" {
      pendingError.append("sed: can't read \(file): \(error.text)\n")
    } else if !isBusybox {
      pendingError.append("\(name): \(file): \(error.text)\n")
    } else if error == .isDirectory {
      pendingError.append("\(name): read error: \(error.text)\n")
    } else if ["grep", "head", "sort", "wc", "cut", "sed", "nl", "tac", "fold"].contains(name) {
      pendingError.append("\(name): \(file): \(error.text)\n")
    } else {
      pendingError.append("\(name): can't open '\(file)': \(error.text)\n")
    }
  }

  private mutating func closeCurrent(_ kernel: inout Kernel, _ process: Int) {
    if let descriptor, descriptor > 2 { kernel.closeDescriptor(descriptor, of: process) }
    descriptor = nil
  }

  private mutating func finish() {
    guard !hasEnded else { return }
    let own = content.end(&pending)
    status = status == 0 ? own : status
    hasEnded = true
  }
}

/// A filter that works on lines.
protocol LineFilter: Sendable {
  /// Takes a line without its end. False: it has seen enough.
  mutating func take(line: Bytes, hasEnd: Bool, _ output: inout Bytes) -> Bool
  mutating func end(_ output: inout Bytes) -> Int
  mutating func begin(file: String?, isFirst: Bool, _ output: inout Bytes)
  var heldBytes: Int { get }
}

extension LineFilter {
  mutating func begin(file: String?, isFirst: Bool, _ output: inout Bytes) {}
  var heldBytes: Int { 0 }
}

/// Cuts input into lines for a line filter.
struct Lines<Content: LineFilter>: Filter {
  private var content: Content
  private var rest = Bytes()

  init(_ content: Content) { self.content = content }

  var heldBytes: Int { content.heldBytes + rest.count }

  mutating func begin(file: String?, isFirst: Bool, _ output: inout Bytes) {
    content.begin(file: file, isFirst: isFirst, &output)
  }

  mutating func take(_ bytes: Bytes, _ output: inout Bytes) -> Bool {
    let newline = UInt8(ascii: "\n")
    rest.append(bytes)
    guard bytes.contains(newline) else { return true }
    guard let text = rest.array(limit: 4 * RuntimeLimits.pipeBytes) else {
      return takeLong(&output)
    }
    var start = 0
    while let end = text[start...].firstIndex(of: newline) {
      let line = Bytes(Array(text[start..<end]))
      start = end + 1
      if !content.take(line: line, hasEnd: true, &output) {
        rest = Bytes()
        return false
      }
    }
    rest = Bytes(Array(text[start...]))
    return true
  }

  /// The same for a line that is too long to be held byte by byte.
  private mutating func takeLong(_ output: inout Bytes) -> Bool {
    while let index = rest.firstIndex(of: UInt8(ascii: "\n")) {
      let line = rest.slice(from: 0, length: index)
      _ = rest.removeFirst(index + 1)
      if !content.take(line: line, hasEnd: true, &output) {
        rest = Bytes()
        return false
      }
    }
    return true
  }

  mutating func end(_ output: inout Bytes) -> Int {
    if !rest.isEmpty { _ = content.take(line: rest, hasEnd: false, &output) }
    return content.end(&output)
  }
}
