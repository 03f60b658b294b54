/// perl, python and node, as far as the documentation needs them. Their languages are not
/// simulated; a program that podlab cannot run says so.
struct InterpreterProgram: HTTPServer {
  enum Language: String, Hashable, Sendable { case perl, python, node }

  private let language: Language
  private let arguments: [String]
  private var state = State.start
  private var port: Int?

  private enum State: Hashable, Sendable {
    case start
    case computing(digits: Int, until: SimulatedTime)
    case serving
  }

  init(_ language: Language, _ arguments: [String]) {
    self.language = language
    self.arguments = arguments
  }

  var memoryBytes: Int { language == .node ? 40 << 20 : 10 << 20 }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    switch state {
    case .start: return start(&kernel, process)
    case .computing(let digits, let end):
      guard kernel.now >= end else { return .sleep(until: end) }
      _ = kernel.write(Bytes(Pi.text(digits: digits) + "\n"), to: 1, by: process)
      return .exit(0)
    case .serving: return .block
    }
  }

  private mutating func start(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    // Without a script they read one from standard input, which a container does not have.
    if arguments.isEmpty || arguments == ["-de0"] { return .exit(0) }
    if arguments == ["--version"] || arguments == ["-V"] || arguments == ["-v"] {
      _ = kernel.write(Bytes(version), to: 1, by: process)
      return .exit(0)
    }
    if language == .perl, let digits = Pi.digits(ofPerl: arguments) {
      // As long as a real processor takes: two thousand digits in about ten seconds.
      let milliseconds = digits * digits / 400
      state = .computing(digits: digits, until: kernel.now + .milliseconds(milliseconds))
      return .goOn
    }
    if language == .python, arguments.prefix(2) == ["-m", "http.server"] {
      return serve(arguments.dropFirst(2).first.flatMap { Int($0) } ?? 8000, &kernel, process)
    }
    _ = kernel.write(
      Bytes("\(language.rawValue): podlab does not run \(language.rawValue) programs\n"), to: 2,
      by: process)
    return .exit(1)
  }

  private mutating func serve(
    _ port: Int, _ kernel: inout Kernel, _ process: Int
  ) -> ProgramStep {
    do throws(Errno) { try kernel.listen("0.0.0.0", port: port, by: process) } catch {
      _ = kernel.write(Bytes("OSError: [Errno 98] \(error.text)\n"), to: 2, by: process)
      return .exit(1)
    }
    _ = kernel.write(
      Bytes("Serving HTTP on 0.0.0.0 port \(port) (http://0.0.0.0:\(port)/) ...\n"), to: 1,
      by: process)
    state = .serving
    return .block
  }

  private var version: String {
    switch language {
    case .perl: "\nThis is perl 5, version 42, subversion 0 (v5.42.0)\n"
    case .python: "Python 3.13.5\n"
    case .node: "v22.17.0\n"
    }
  }

  mutating func respond(
    to request: HTTPRequest, _ kernel: inout Kernel, _ process: Int
  ) -> HTTPOutcome {
    .response(
      StaticSite.response(
        to: request, root: kernel.processes[process]?.workingDirectory ?? "/", kernel, process,
        notFound: "<h1>Error response</h1>\n<p>Error code: 404</p>\n"), after: .zero)
  }
}

/// The digits of π, which the documentation's Job prints with `perl -Mbignum=bpi -wle 'print
/// bpi(2000)'`.
enum Pi {
  /// What is computed at most.
  static let digitLimit = 5000

  /// How many digits a call of perl asks for; nil where it asks for something else.
  static func digits(ofPerl arguments: [String]) -> Int? {
    guard arguments.contains("-Mbignum=bpi"), let script = arguments.last,
      let match = script.wholeMatch(of: /\s*print\s+bpi\((\d+)\)\s*;?\s*/),
      let digits = Int(match.output.1), (1...digitLimit).contains(digits)
    else { return nil }
    return digits
  }

  /// `3.14159…` with so many significant digits, the last rounded, by Machin's formula:
  /// π = 16·arctan(1/5) − 4·arctan(1/239).
  static func text(digits: Int) -> String {
    let limbs = digits / 9 + 3
    var sum = arctan(16, 5, limbs)
    subtract(&sum, arctan(4, 239, limbs))
    var text = String(sum[0])
    for limb in sum.dropFirst() { text += String(1_000_000_000 + limb).dropFirst() }
    return rounded(Array(text.utf8), to: digits)
  }

  private static func rounded(_ all: [UInt8], to count: Int) -> String {
    var digits = Array(all.prefix(count))
    var carries = all[count] >= 0x35
    var index = count - 1
    while carries, index >= 0 {
      carries = digits[index] == 0x39
      digits[index] = carries ? 0x30 : digits[index] + 1
      index -= 1
    }
    let text = String(decoding: digits, as: UTF8.self)
    return count == 1 ? text : "\(text.prefix(1)).\(text.dropFirst())"
  }

  /// factor · arctan(1 / divisor) in limbs of nine digits after the first.
  private static func arctan(_ factor: Int, _ divisor: Int, _ limbs: Int) -> [Int] {
    var power = [factor] + Array(repeating: 0, count: limbs)
    divide(&power, by: divisor)
    var sum = power
    var odd = 1
    while power.contains(where: { $0 != 0 }) {
      divide(&power, by: divisor * divisor)
      odd += 2
      var term = power
      divide(&term, by: odd)
      if odd % 4 == 3 { subtract(&sum, term) } else { add(&sum, term) }
    }
    return sum
  }

  private static func divide(_ number: inout [Int], by divisor: Int) {
    var rest = 0
    for index in number.indices {
      let value = rest * 1_000_000_000 + number[index]
      number[index] = value / divisor
      rest = value % divisor
    }
  }

  private static func add(_ left: inout [Int], _ right: [Int]) {
    var carry = 0
    for index in left.indices.reversed() {
      let value = left[index] + right[index] + carry
      left[index] = index == 0 ? value : value % 1_000_000_000
      carry = index == 0 ? 0 : value / 1_000_000_000
    }
  }

  private static func subtract(_ left: inout [Int], _ right: [Int]) {
    var borrow = 0
    for index in left.indices.reversed() {
      let value = left[index] - right[index] - borrow
      borrow = value < 0 && index > 0 ? 1 : 0
      left[index] = value + borrow * 1_000_000_000
    }
  }
}
