/// `read [-r] [-n COUNT] [-t SECONDS] [-u DESCRIPTOR] [-d DELIMITER] NAME…`: one line, cut at
/// `IFS`; with bash' `-a` into an array.
struct ReadBuiltin: Sendable {
  var names: [String] = []
  var array: String?
  var isRaw = false
  /// `-n`: no more characters than that.
  var count: Int?
  var seconds: String?
  var end: SimulatedTime?
  var descriptor = 0
  var delimiter = UInt8(ascii: "\n")
  var text = Bytes()
  /// `-p`: shown to somebody at a terminal, once.
  var prompt: String?
}

extension Shell {
  mutating func startRead(
    _ arguments: [String], tested: Bool, _ kernel: Kernel
  ) {
    var builtin = ReadBuiltin()
    var words = arguments[...]
    while let word = words.first, word.hasPrefix("-"), word.count > 1 {
      words.removeFirst()
      var letters = word.dropFirst()
      while let letter = letters.popFirst() {
        guard takeReadOption(letter, &letters, &words, &builtin) else {
          return complain("read: Illegal option -\(letter)", status: 2, tested: tested)
        }
      }
    }
    builtin.names = words.isEmpty ? ["REPLY"] : Array(words)
    builtin.end = builtin.seconds.flatMap { DurationText.milliseconds($0) }
      .map { kernel.now + .milliseconds($0) }
    push(.read(builtin), tested: tested)
  }

  /// Dash has `-r` and `-p` alone. False where the option is unknown.
  private func takeReadOption(
    _ letter: Character, _ letters: inout Substring, _ words: inout ArraySlice<String>,
    _ builtin: inout ReadBuiltin
  ) -> Bool {
    if letter == "r" {
      builtin.isRaw = true
      return true
    }
    guard letter == "p" || dialect != .dash else { return false }
    if letter == "s" || letter == "e" { return true }
    guard "ptnNuda".contains(letter) else { return false }
    let value = letters.isEmpty ? words.popFirst() ?? "" : String(letters)
    letters = ""
    switch letter {
    case "t": builtin.seconds = value
    case "n", "N": builtin.count = Int(value).map { max(1, $0) }
    case "u": builtin.descriptor = Int(value) ?? 0
    case "d": builtin.delimiter = value.utf8.first ?? 0
    case "a": builtin.array = value
    case "p": builtin.prompt = value
    default: break
    }
    return true
  }

  mutating func performRead(_ builtin: ReadBuiltin, _ kernel: inout Kernel, _ number: Int)
    -> ProgramStep
  {
    var builtin = builtin
    if let prompt = builtin.prompt {
      builtin.prompt = nil
      replaceTask(.read(builtin))
      if kernel.typedInput(builtin.descriptor, of: number) == .terminal {
        _ = kernel.write(Bytes(prompt), to: 2, by: number)
      }
    }
    switch nextPart(builtin, &kernel, number) {
    case .wouldBlock:
      guard let end = builtin.end else { return .block }
      guard kernel.now >= end else { return .sleep(until: end) }
      assign(builtin)
      popFinished(dialect == .bash ? 142 : 1)
    case .data(let bytes):
      builtin.text.append(bytes)
      guard isComplete(builtin, bytes) else {
        replaceTask(.read(builtin))
        return .goOn
      }
      if !builtin.isRaw, builtin.count == nil, continues(builtin.text) {
        builtin.text = builtin.text.slice(from: 0, length: builtin.text.count - 2)
        replaceTask(.read(builtin))
        return .goOn
      }
      assign(builtin)
      popFinished(0)
    case .end, .failed:
      assign(builtin)
      popFinished(1)
    }
    return .goOn
  }

  private func nextPart(_ builtin: ReadBuiltin, _ kernel: inout Kernel, _ number: Int)
    -> ReadResult
  {
    if builtin.count != nil || builtin.delimiter != UInt8(ascii: "\n") {
      return kernel.read(builtin.descriptor, atMost: 1, by: number)
    }
    return kernel.readLine(builtin.descriptor, by: number)
  }

  private func isComplete(_ builtin: ReadBuiltin, _ bytes: Bytes) -> Bool {
    bytes.last == builtin.delimiter || builtin.text.count > RuntimeLimits.textBytes
      || builtin.count.map { builtin.text.count >= $0 } ?? false
  }

  private func continues(_ text: Bytes) -> Bool {
    text.count >= 2
      && text.slice(from: text.count - 2, length: 2).array(limit: 2)?.first
        == UInt8(ascii: "\\")
  }

  private mutating func assign(_ builtin: ReadBuiltin) {
    var text = builtin.text
    if text.last == builtin.delimiter { text = text.slice(from: 0, length: text.count - 1) }
    var line = text.array(limit: RuntimeLimits.textBytes) ?? []
    let separators = variables.fieldSeparators
    if let array = builtin.array {
      let fields = line.split { separators.contains($0) }.map { (Int?.none, Bytes(Array($0))) }
      variables.assign(ExpandedAssignment(name: array, value: .elements(fields)))
      return
    }
    let white = separators.filter { $0 == 32 || $0 == 9 }
    func isSeparator(_ byte: UInt8) -> Bool { separators.contains(byte) }
    for (index, name) in builtin.names.enumerated() {
      line = Array(line.drop { white.contains($0) })
      var value: [UInt8] = []
      var position = 0
      let isLast = index + 1 == builtin.names.count
      while position < line.count, isLast || !isSeparator(line[position]) {
        if !builtin.isRaw, line[position] == UInt8(ascii: "\\"), position + 1 < line.count {
          position += 1
        }
        value.append(line[position])
        position += 1
      }
      while isLast, let last = value.last, white.contains(last) { value.removeLast() }
      while position < line.count, white.contains(line[position]) { position += 1 }
      if !isLast, position < line.count, isSeparator(line[position]) { position += 1 }
      line = Array(line[position...])
      variables.set(name, Bytes(value))
    }
  }
}
