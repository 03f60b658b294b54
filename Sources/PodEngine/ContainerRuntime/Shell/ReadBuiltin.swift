/// `read [-r] NAME…`: one line, cut at `IFS`; with bash' `-a` into an array.
struct ReadBuiltin: Sendable {
  var names: [String]
  var array: String?
  var isRaw: Bool
  var text = Bytes()
}

extension Shell {
  mutating func startRead(_ arguments: [String], tested: Bool) {
    var names: [String] = []
    var isRaw = false
    var array: String?
    var words = arguments[...]
    while let word = words.popFirst() {
      switch word {
      case "-r": isRaw = true
      case "-a", "-ra":
        isRaw = isRaw || word == "-ra"
        array = words.popFirst()
      case "-s": break
      case "-p", "-t", "-n", "-u", "-d": _ = words.popFirst()
      default: names.append(word)
      }
    }
    if names.isEmpty { names = ["REPLY"] }
    push(.read(ReadBuiltin(names: names, array: array, isRaw: isRaw)), tested: tested)
  }

  mutating func performRead(_ builtin: ReadBuiltin, _ kernel: inout Kernel, _ number: Int)
    -> ProgramStep
  {
    var builtin = builtin
    switch kernel.readLine(0, by: number) {
    case .wouldBlock: return .block
    case .data(let bytes):
      builtin.text.append(bytes)
      guard bytes.last == UInt8(ascii: "\n") || builtin.text.count > RuntimeLimits.textBytes
      else {
        replaceTask(.read(builtin))
        return .goOn
      }
      if !builtin.isRaw, continues(builtin.text) {
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

  private func continues(_ text: Bytes) -> Bool {
    text.count >= 2
      && text.slice(from: text.count - 2, length: 2).array(limit: 2)?.first
        == UInt8(ascii: "\\")
  }

  private mutating func assign(_ builtin: ReadBuiltin) {
    var line = builtin.text.withoutTrailingNewlines().array(limit: RuntimeLimits.textBytes) ?? []
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
