/// `socat tcp-listen:PORT[,fork] tcp-connect:HOST:PORT`: a relay. Other addresses are not
/// simulated, and it says so.
struct SocatProgram: HTTPServer {
  private let addresses: [String]
  private var hasStarted = false

  init(_ arguments: [String]) { addresses = arguments.filter { !$0.hasPrefix("-") } }

  var memoryBytes: Int { 1 << 20 }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if let signal = kernel.takeSignal(process) { return .exit(128 + signal.rawValue) }
    if hasStarted { return .block }
    hasStarted = true
    guard addresses.count == 2 else {
      return fail("exactly 2 addresses required (there are \(addresses.count))", &kernel, process)
    }
    guard let port = Self.port(ofListening: addresses[0]) else {
      return fail("podlab simulates tcp-listen:PORT only, not \(addresses[0])", &kernel, process)
    }
    for signal in [Signal.term, .int] { kernel.setDisposition(signal, .caught, of: process) }
    do throws(Errno) { try kernel.listen("0.0.0.0", port: port, by: process) } catch {
      return fail("bind(5, {AF=2 0.0.0.0:\(port)}, 16): \(error.text)", &kernel, process)
    }
    return .block
  }

  /// `tcp-listen:5432,fork`, in any case.
  private static func port(ofListening address: String) -> Int? {
    let words = address.lowercased().split(separator: ":", maxSplits: 1)
    guard let kind = words.first, words.count == 2,
      ["tcp-listen", "tcp4-listen", "tcp-l"].contains(String(kind))
    else { return nil }
    return Int(words[1].prefix { $0 != "," })
  }

  private func fail(_ text: String, _ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    let time = DateText.format("%Y/%m/%d %H:%M:%S", kernel.now)
    let pid = kernel.processes[process]?.pid ?? 1
    _ = kernel.write(Bytes("\(time) socat[\(pid)] E \(text)\n"), to: 2, by: process)
    return .exit(1)
  }

  /// The connection is accepted; what lies behind the relay is not simulated, so it closes.
  mutating func respond(
    to request: HTTPRequest, _ kernel: inout Kernel, _ process: Int
  ) -> HTTPOutcome {
    let time = DateText.format("%Y/%m/%d %H:%M:%S", kernel.now)
    let host = addresses[1].split(separator: ":").dropFirst().first.map(String.init) ?? ""
    _ = kernel.write(
      Bytes("\(time) socat[9] E getaddrinfo(\"\(host)\"): Name does not resolve\n"), to: 2,
      by: process)
    return .notHTTP
  }
}
