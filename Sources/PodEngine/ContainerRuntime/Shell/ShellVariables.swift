/// What `$…` can name in a shell.
struct ShellVariables: Sendable {
  struct Variable: Hashable, Sendable {
    /// Of an array, its first element.
    var value: Bytes
    /// In the order of their indices; nil where it is no array.
    var elements: [ArrayElement]?
    var isExported = false
    var isReadOnly = false

    fileprivate var byteCount: Int {
      (elements ?? []).reduce(value.count) { $0 + $1.value.count }
    }
  }
  private var named: StringMap<Variable> = [:]
  /// What the values take, in bytes.
  private(set) var byteCount = 0
  /// `$1` and so on.
  var positional: [Bytes] = []
  /// `$0`.
  var name = "sh"
  var lastStatus = 0
  var dialect = ShellDialect.busybox
  /// `$$`: the PID of the shell, in its subshells too.
  var shellPID = 0
  /// `$!`.
  var lastBackgroundPID: Int?
  /// Where `RANDOM` stands.
  var random: UInt32 = 1
  var isErrorExit = false
  var isTrace = false
  var failsOnUnset = false
  var hasNoGlob = false
  var failsWithPipe = false
  var exportsAll = false

  subscript(name: String) -> Variable? { named[name] }

  var names: [String] { named.keys }

  /// False where the variable is read-only.
  @discardableResult
  mutating func set(_ name: String, _ value: Bytes, exported: Bool? = nil) -> Bool {
    var variable = named[name] ?? Variable(value: Bytes(), isExported: exportsAll)
    guard !variable.isReadOnly else { return false }
    byteCount -= variable.byteCount
    variable.value = value
    variable.elements?.place(value, at: 0)
    byteCount += variable.byteCount
    if let exported { variable.isExported = exported }
    named[name] = variable
    return true
  }

  mutating func unset(_ name: String) {
    guard let variable = named[name], !variable.isReadOnly else { return }
    byteCount -= variable.byteCount
    named[name] = nil
  }

  /// Makes an array; false where the variable is read-only.
  mutating func set(_ name: String, elements: [ArrayElement]) -> Bool {
    var variable = named[name] ?? Variable(value: Bytes(), isExported: exportsAll)
    guard !variable.isReadOnly else { return false }
    byteCount -= variable.byteCount
    variable.elements = elements
    variable.value = elements.first { $0.index == 0 }?.value ?? Bytes()
    byteCount += variable.byteCount
    named[name] = variable
    return true
  }

  /// Puts back what was there before; nil removes.
  mutating func restore(_ name: String, _ variable: Variable?) {
    byteCount += (variable?.byteCount ?? 0) - (named[name]?.byteCount ?? 0)
    named[name] = variable
  }

  mutating func mark(_ name: String, exported: Bool = false, readOnly: Bool = false) {
    var variable = named[name] ?? Variable(value: Bytes())
    if exported { variable.isExported = true }
    if readOnly { variable.isReadOnly = true }
    named[name] = variable
  }

  /// The environment for a program.
  var environment: [EnvironmentVariable] {
    named.filter { $0.value.isExported && $0.value.elements == nil }
      .map { EnvironmentVariable(name: $0.key, value: $0.value.value.text()) }
  }

  /// `$-`.
  private var optionLetters: String {
    let standard = Shell.standardOptionLetters(dialect)
    return standard.before + (isErrorExit ? "e" : "") + (hasNoGlob ? "f" : "")
      + (failsOnUnset ? "u" : "") + (isTrace ? "x" : "") + standard.after
  }

  /// The value of a parameter other than `@` and `*`; nil where it is unset.
  func parameter(_ name: String) -> Bytes? {
    switch name {
    case "?": return Bytes(String(lastStatus))
    case "$": return Bytes(String(shellPID))
    case "!": return lastBackgroundPID.map { Bytes(String($0)) }
    case "#": return Bytes(String(positional.count))
    case "-": return Bytes(optionLetters)
    case "0": return Bytes(self.name)
    case "@", "*": return positional.isEmpty ? nil : Bytes.joined(positional, with: Bytes(" "))
    default: break
    }
    if let index = Int(name) {
      return index <= positional.count && index > 0 ? positional[index - 1] : nil
    }
    return named[name]?.value
  }

  /// The next number of `RANDOM`, 0–32767: the same in every run, another in every process.
  mutating func drawRandom() {
    guard named["RANDOM"] != nil else { return }
    random = random &* 1_103_515_245 &+ 12_345
    named["RANDOM"]?.value = Bytes(String((random >> 16) & 0x7fff))
  }

  /// The bytes at which unquoted expansions are cut.
  var fieldSeparators: [UInt8] {
    named["IFS"].map { $0.value.array(limit: 64) ?? [] } ?? [32, 9, 10]
  }
}
