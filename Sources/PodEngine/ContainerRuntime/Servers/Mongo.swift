/// mongod: listens on 27017 (`--port N` elsewhere); logs JSON from 4.4 on, words before.
struct MongoServer: Program {
  private let port: Int
  private var isListening = false

  init(_ arguments: [String]) {
    port = OptionWords.value(of: "port", in: arguments).flatMap { Int($0) } ?? 27_017
  }

  var memoryBytes: Int { 160 << 20 }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if let signal = kernel.takeSignal(process) {
      log(
        "CONTROL", 23_377, "SignalHandler", "Received signal",
        before: "got signal \(signal.rawValue) (Terminated), will terminate after current cmd ends",
        attributes: "\"signal\":\(signal.rawValue),\"error\":\"Terminated\"", &kernel, process)
      return .exit(0)
    }
    if isListening { return .block }
    do throws(Errno) { try kernel.listen("0.0.0.0", port: port, by: process) } catch {
      log(
        "NETWORK", 23_024, "initandlisten", "Failed to set up listener",
        before: "Failed to set up listener: SocketException: \(error.text)",
        attributes: "\"error\":\"SocketException: \(error.text)\"", &kernel, process)
      return .exit(48)
    }
    isListening = true
    for signal in [Signal.term, .int] { kernel.setDisposition(signal, .caught, of: process) }
    log(
      "NETWORK", 23_016, "listener", "Waiting for connections",
      before: "waiting for connections on port \(port)",
      attributes: "\"port\":\(port),\"ssl\":\"off\"", &kernel, process)
    return .block
  }

  private func log(
    _ component: String, _ id: Int, _ context: String, _ message: String, before: String,
    attributes: String, _ kernel: inout Kernel, _ process: Int
  ) {
    let time = DateText.format("%Y-%m-%dT%H:%M:%S", kernel.now)
    let milliseconds = String(1000 + kernel.now.milliseconds % 1000).dropFirst()
    let gap = String(repeating: " ", count: max(1, 8 - component.count))
    let line =
      logsJSON(kernel, process)
      ? "{\"t\":{\"$date\":\"\(time).\(milliseconds)+00:00\"},\"s\":\"I\",  \"c\":\"\(component)\","
        + " \(gap)\"id\":\(id),   \"ctx\":\"\(context)\",\"msg\":\"\(message)\",\"attr\":{\(attributes)}}"
      : "\(time).\(milliseconds)+0000 I  \(component)\(gap) [\(context)] \(before)"
    _ = kernel.write(Bytes(line + "\n"), to: 1, by: process)
  }

  private func logsJSON(_ kernel: Kernel, _ process: Int) -> Bool {
    let version = kernel.processes[process]?.variable("MONGO_VERSION") ?? "8.0"
    let parts = version.split(separator: ".").compactMap { Int($0) }
    return (parts.first ?? 8, parts.dropFirst().first ?? 0) >= (4, 4)
  }
}
