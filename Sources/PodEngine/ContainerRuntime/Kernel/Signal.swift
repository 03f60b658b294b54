/// A signal of Linux, by its number on x86-64.
package enum Signal: Int, Hashable, Sendable, CaseIterable {
  case hup = 1
  case int = 2
  case quit = 3
  case abrt = 6
  case kill = 9
  case usr1 = 10
  case segv = 11
  case usr2 = 12
  case pipe = 13
  case alrm = 14
  case term = 15
  case chld = 17
  case cont = 18
  case stop = 19
  case winch = 28

  /// `TERM`: the name without `SIG`.
  package var name: String {
    switch self {
    case .hup: "HUP"
    case .int: "INT"
    case .quit: "QUIT"
    case .abrt: "ABRT"
    case .kill: "KILL"
    case .usr1: "USR1"
    case .segv: "SEGV"
    case .usr2: "USR2"
    case .pipe: "PIPE"
    case .alrm: "ALRM"
    case .term: "TERM"
    case .chld: "CHLD"
    case .cont: "CONT"
    case .stop: "STOP"
    case .winch: "WINCH"
    }
  }

  /// Reads `TERM`, `SIGTERM`, `sigterm` or `15`.
  package init?(_ text: String) {
    if let number = Int(text) {
      self.init(rawValue: number)
      return
    }
    var name = text.uppercased()
    if name.hasPrefix("SIG") { name.removeFirst(3) }
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// What happens where a process neither catches nor ignores it.
  var endsProcessByDefault: Bool {
    switch self {
    case .chld, .cont, .winch, .stop: false
    case .hup, .int, .quit, .abrt, .kill, .usr1, .segv, .usr2, .pipe, .alrm, .term: true
    }
  }
}

/// A few signals.
struct SignalSet: Hashable, Sendable {
  private var bits: UInt64 = 0

  init(_ signals: [Signal] = []) { for signal in signals { insert(signal) } }

  func contains(_ signal: Signal) -> Bool { bits & (1 << UInt64(signal.rawValue)) != 0 }
  mutating func insert(_ signal: Signal) { bits |= 1 << UInt64(signal.rawValue) }
  mutating func remove(_ signal: Signal) { bits &= ~(1 << UInt64(signal.rawValue)) }
}
