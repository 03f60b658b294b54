/// redis-server: listens on 6379 (`--port N` elsewhere) and keeps what it is told; TERM ends it.
struct RedisServer: HTTPServer {
  /// The user of the official image.
  static let userID = 999
  /// The header in which `redis-cli` sends its words, as the simulated network carries it.
  static let commandHeader = "Redis-Command"

  private let arguments: [String]
  private var store = RedisStore()
  private var isListening = false

  init(_ arguments: [String]) { self.arguments = arguments }

  var memoryBytes: Int { 8 << 20 }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if let signal = kernel.takeSignal(process) {
      note("Received SIG\(signal.name) scheduling shutdown...", "M", "*", &kernel, process)
      note("Redis is now ready to exit, bye bye...", "M", "#", &kernel, process)
      return .exit(0)
    }
    if isListening { return .block }
    guard configure(&kernel, process) else { return .exit(1) }
    greet(&kernel, process)
    do throws(Errno) {
      try kernel.listen("0.0.0.0", port: port, by: process)
    } catch {
      note(
        "Warning: Could not create server TCP listening socket *:\(port): bind: \(error.text)", "M",
        "#", &kernel, process)
      note("Failed listening on port \(port) (tcp), aborting.", "M", "#", &kernel, process)
      return .exit(1)
    }
    isListening = true
    for signal in [Signal.term, .int] { kernel.setDisposition(signal, .caught, of: process) }
    let role = store.settings["replicaof"] == nil ? "M" : "S"
    let version = version(kernel, process)
    note("Server initialized", role, version < (7, 2) ? "#" : "*", &kernel, process)
    note(
      version < (7, 2) ? "Ready to accept connections" : "Ready to accept connections tcp", role,
      "*", &kernel, process)
    if let master = store.settings["replicaof"] {
      let place = master.replacing(" ", with: ":")
      note("Connecting to MASTER \(place)", role, "*", &kernel, process)
      note("MASTER <-> REPLICA sync started", role, "*", &kernel, process)
    }
    return .block
  }

  private var port: Int { store.settings["port"].flatMap { Int($0) } ?? 6379 }

  private var configurationFile: String? {
    arguments.first.flatMap { $0.hasPrefix("-") ? nil : $0 }
  }

  /// Reads the file and the options; false where there is no such file.
  private mutating func configure(_ kernel: inout Kernel, _ process: Int) -> Bool {
    if let file = configurationFile, let own = kernel.processes[process] {
      guard let text = try? kernel.contents(of: file, by: own) else {
        note(
          "Fatal error, can't open config file '\(FilePath.absolute(file, in: own.workingDirectory))': "
            + Errno.noEntry.text, "C", "#", &kernel, process)
        return false
      }
      for line in text.text().split(separator: "\n") where !line.hasPrefix("#") {
        let words = line.split { $0 == " " || $0 == "\t" }.map(String.init)
        if let name = words.first { store.configure(name, Array(words.dropFirst())) }
      }
    }
    var name: String?
    var values: [String] = []
    for word in arguments + ["--"] {
      guard word.hasPrefix("--") else {
        values.append(word)
        continue
      }
      if let name { store.configure(name == "slaveof" ? "replicaof" : name, values) }
      (name, values) = (String(word.dropFirst(2)), [])
    }
    return true
  }

  private func version(_ kernel: Kernel, _ process: Int) -> (Int, Int) {
    let parts = versionText(kernel, process).split(separator: ".").compactMap { Int($0) }
    return (parts.first ?? 6, parts.dropFirst().first ?? 0)
  }

  private func versionText(_ kernel: Kernel, _ process: Int) -> String {
    kernel.processes[process]?.variable("REDIS_VERSION") ?? "6.0.5"
  }

  private mutating func greet(_ kernel: inout Kernel, _ process: Int) {
    let (version, text) = (version(kernel, process), versionText(kernel, process))
    let sign = version < (7, 2) ? "#" : "*"
    let pid = kernel.processes[process]?.pid ?? 1
    note("oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo", "C", sign, &kernel, process)
    note(
      "Redis version=\(text), bits=64, commit=00000000, modified=0, pid=\(pid), just started", "C",
      sign, &kernel, process)
    if arguments.isEmpty {
      let name = kernel.processes[process]?.arguments.first ?? "redis-server"
      note(
        "Warning: no config file specified, using the default config. In order to specify a config "
          + "file use \(name) /path/to/redis.conf", "C", "#", &kernel, process)
    } else {
      note("Configuration loaded", "C", sign, &kernel, process)
    }
    let role = store.settings["replicaof"] == nil ? "M" : "S"
    if version >= (6, 2) {
      note("monotonic clock: POSIX clock" + "_gettime", role, "*", &kernel, process)
    }
    note("Running mode=standalone, port=\(port).", role, "*", &kernel, process)
  }

  private func note(
    _ text: String, _ role: String, _ sign: String, _ kernel: inout Kernel, _ process: Int
  ) {
    let time = DateText.format("%d %b %Y %H:%M:%S", kernel.now)
    let milliseconds = String(1000 + kernel.now.milliseconds % 1000).dropFirst()
    let pid = kernel.processes[process]?.pid ?? 1
    _ = kernel.write(
      Bytes("\(pid):\(role) \(time).\(milliseconds) \(sign) \(text)\n"), to: 1, by: process)
  }

  mutating func respond(
    to request: HTTPRequest, _ kernel: inout Kernel, _ process: Int
  ) -> HTTPOutcome {
    guard let command = request.header(Self.commandHeader) else { return .notHTTP }
    let words = command.split(separator: "\u{1f}", omittingEmptySubsequences: false)
      .map(String.init)
    let reply = store.run(words, at: kernel.now)
    return .response(HTTPResponse(status: 200, body: reply.encoded), after: .zero)
  }
}

/// `redis-cli [-h HOST] [-p PORT] [COMMAND …]`; without a command it reads them, a line each.
struct RedisClient: Program {
  private var host = "127.0.0.1"
  private var port = 6379
  private var command: [String] = []
  private var state = State.start
  private var status = 0

  private enum State: Hashable, Sendable {
    case start, reading, ending
    case waiting(Int)
  }

  init(_ arguments: [String]) {
    var words = arguments[...]
    while let word = words.popFirst() {
      switch word {
      case "-h" where command.isEmpty: host = words.popFirst() ?? host
      case "-p" where command.isEmpty: port = words.popFirst().flatMap { Int($0) } ?? port
      case "-n" where command.isEmpty, "-a" where command.isEmpty: _ = words.popFirst()
      case _ where word.hasPrefix("--") && command.isEmpty: break
      default: command.append(word)
      }
    }
  }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    switch state {
    case .start:
      guard command.isEmpty else { return send(command, &kernel, process) }
      prompt(&kernel, process)
      state = .reading
      return .goOn
    case .reading: return read(&kernel, process)
    case .waiting(let request):
      guard let answer = kernel.takeAnswer(request) else { return .block }
      return show(answer, &kernel, process)
    case .ending: return .exit(status)
    }
  }

  private func isTerminal(_ kernel: Kernel, _ process: Int) -> Bool {
    kernel.typedInput(0, of: process) == .terminal
  }

  private func prompt(_ kernel: inout Kernel, _ process: Int) {
    guard isTerminal(kernel, process) else { return }
    _ = kernel.write(Bytes("\(host):\(port)> "), to: 1, by: process)
  }

  private mutating func read(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    switch kernel.readLine(0, by: process) {
    case .wouldBlock: return .block
    case .end, .failed: return .exit(status)
    case .data(let bytes):
      let words = Self.words(bytes.text())
      if ["exit", "quit"].contains(words.first?.lowercased() ?? "") { return .exit(0) }
      guard !words.isEmpty else {
        prompt(&kernel, process)
        return .goOn
      }
      return send(words, &kernel, process)
    }
  }

  /// The words of a line; quotes keep spaces.
  private static func words(_ line: String) -> [String] {
    var (words, word): ([String], String?) = ([], nil)
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "\"" || character == "'" {
        (quote, word) = (character, word ?? "")
      } else if character.isWhitespace {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }

  private mutating func send(
    _ words: [String], _ kernel: inout Kernel, _ process: Int
  ) -> ProgramStep {
    let field = HTTPField(RedisServer.commandHeader, words.joined(separator: "\u{1f}"))
    switch kernel.fetch(host, port: port, path: "/", headers: [field], by: process) {
    case .now(let answer): return show(answer, &kernel, process)
    case .later(let id):
      state = .waiting(id)
      return .block
    }
  }

  private mutating func show(
    _ answer: NetworkRequest.Answer, _ kernel: inout Kernel, _ process: Int
  ) -> ProgramStep {
    let isTerminal = isTerminal(kernel, process)
    switch answer {
    case .http(.response(let response, _)):
      let reply = RedisReply(encoded: response.body)
      _ = kernel.write(Bytes(reply.shown(isTerminal: isTerminal) + "\n"), to: 1, by: process)
    case .http(.hang): return .block
    case .unknownHost: complain("Name or service not known", &kernel, process)
    case .http(.refused), .http(.notHTTP), .connect, .addresses, .resolved:
      complain("Connection refused", &kernel, process)
    }
    guard command.isEmpty else { return .exit(status) }
    prompt(&kernel, process)
    state = .reading
    return .goOn
  }

  private mutating func complain(_ text: String, _ kernel: inout Kernel, _ process: Int) {
    _ = kernel.write(
      Bytes("Could not connect to Redis at \(host):\(port): \(text)\n"), to: 2, by: process)
    status = 1
  }
}
