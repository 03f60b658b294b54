/// What `kill` was asked, and what may be wrong with it.
struct KillRequest: Hashable, Sendable {
  enum Action: Hashable, Sendable {
    /// Nil asks only whether the process is there (`-0`).
    case send(Signal?)
    case list(String?)
  }
  enum Failure: Error, Hashable, Sendable {
    case usage
    case badSignal(String)
  }
  var action = Action.send(.term)
  var targets: [String] = []

  init(_ arguments: [String]) throws(Failure) {
    var words = arguments[...]
    if words.first == "-l" || words.first == "-L" {
      action = .list(words.dropFirst().first)
      return
    }
    if words.first == "-s" || words.first == "-n", words.count > 1 {
      words.removeFirst()
      action = .send(try Self.signal(words.removeFirst()))
    } else if let option = words.first, option.hasPrefix("-"), option.count > 1, option != "--" {
      words.removeFirst()
      action = .send(try Self.signal(String(option.dropFirst())))
    }
    targets = words.filter { $0 != "--" }
    guard !targets.isEmpty else { throw .usage }
  }

  private static func signal(_ name: String) throws(Failure) -> Signal? {
    if name == "0" || name == "EXIT" { return nil }
    guard let signal = Signal(name) else { throw .badSignal(name) }
    return signal
  }

  /// `kill -l`, and `kill -l 15` or `kill -l 143`, which name one.
  static func list(_ word: String?, _ dialect: ShellDialect?) -> String {
    guard let word else { return table(dialect) }
    guard let number = Int(word) else {
      return Signal.number(named: word).map { "\($0)\n" } ?? ""
    }
    let value = number > 128 ? number - 128 : number
    return Signal.names.first { $0.number == value }.map { "\($0.name)\n" } ?? ""
  }

  private static func table(_ dialect: ShellDialect?) -> String {
    switch dialect {
    case .dash: return Signal.names.map { "\($0.name)\n" }.joined()
    case .bash:
      return Signal.names.enumerated().map { index, entry in
        let start = "\(entry.number < 10 ? " " : "")\(entry.number)) SIG\(entry.name)"
        return start + (index % 5 == 4 || index + 1 == Signal.names.count ? "\n" : "\t")
      }.joined()
    case .busybox, nil:
      return Signal.names.map { entry in
        "\(entry.number < 10 ? " " : "")\(entry.number)) \(entry.name)\n"
      }.joined()
    }
  }
}

extension Signal {
  /// Every signal that Linux has a name for, those included that podlab never sends.
  static let names: [(number: Int, name: String)] = [
    "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2",
    "PIPE", "ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG",
    "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "POLL", "PWR", "SYS",
  ].enumerated().map { ($0.offset + 1, $0.element) }

  static func number(named text: String) -> Int? {
    var name = text.uppercased()
    if name.hasPrefix("SIG") { name.removeFirst(3) }
    return names.first { $0.name == name }?.number
  }
}
