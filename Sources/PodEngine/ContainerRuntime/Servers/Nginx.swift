/// nginx: listens on 80 (or what `listen` in its default.conf says), serves
/// `/usr/share/nginx/html`, writes access lines to standard output. QUIT ends it gracefully, TERM
/// at once.
struct NginxProgram: HTTPServer {
  private let arguments: [String]
  private var bindAttempts = 0
  private var isListening = false
  private var root = "/usr/share/nginx/html"
  private var port = 80

  /// How often nginx tries to bind, and how long it waits after each time
  /// (`ngx_open_listening_sockets`).
  private static let attempts = 5
  private static let pause = SimulatedDuration.milliseconds(500)

  init(_ arguments: [String]) { self.arguments = arguments }

  var memoryBytes: Int { 5 << 20 }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if let signal = kernel.takeSignal(process) { return end(signal, &kernel, process) }
    if isListening { return .block }
    if let index = arguments.firstIndex(of: "-s") {
      return control(arguments.dropFirst(index + 1).first ?? "", &kernel, process)
    }
    if arguments.contains("-t") { return test(&kernel, process) }
    if arguments.contains("-v") {
      _ = kernel.write(
        Bytes("nginx version: nginx/\(version(kernel, process))\n"), to: 2, by: process)
      return .exit(0)
    }
    readConfiguration(kernel, process)
    return bind(&kernel, process)
  }

  private func version(_ kernel: Kernel, _ process: Int) -> String {
    guard let own = kernel.processes[process],
      let text = try? kernel.contents(of: "/usr/share/nginx/VERSION", by: own)
    else { return "1.29.0" }
    return text.withoutTrailingNewlines().text()
  }

  /// Reads `listen` and `root` from the default server.
  private mutating func readConfiguration(_ kernel: Kernel, _ process: Int) {
    guard let own = kernel.processes[process],
      let text = try? kernel.contents(of: "/etc/nginx/conf.d/default.conf", by: own)
    else { return }
    for line in text.text().split(separator: "\n") {
      let words = line.split { $0 == " " || $0 == "\t" || $0 == ";" }
      guard words.count >= 2 else { continue }
      if words[0] == "listen", let number = Int(words[1].split(separator: ":").last ?? "") {
        port = number
      }
      if words[0] == "root" { root = String(words[1]) }
    }
  }

  private mutating func bind(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    do throws(Errno) {
      try kernel.listen("0.0.0.0", port: port, by: process)
    } catch { return retry(error, &kernel, process) }
    isListening = true
    // Nginx names its process for `ps`.
    let words = kernel.processes[process]?.arguments ?? []
    kernel.processes[process]?.arguments = ["nginx: master process \(words.joined(separator: " "))"]
    for signal in [Signal.term, .quit, .int, .hup, .usr1] {
      kernel.setDisposition(signal, .caught, of: process)
    }
    let text = version(kernel, process)
    for line in ["using the \"epoll\" event method", "nginx/\(text)", "start worker processes"] {
      note("notice", line, &kernel, process)
    }
    return .block
  }

  private mutating func retry(_ error: Errno, _ kernel: inout Kernel, _ process: Int)
    -> ProgramStep
  {
    if bindAttempts == Self.attempts {
      note("emerg", "still could not bind()", &kernel, process)
      complain("still could not bind()", &kernel, process)
      return .exit(1)
    }
    bindAttempts += 1
    let text = "bind() to 0.0.0.0:\(port) failed (98: \(error.text))"
    note("emerg", text, &kernel, process)
    complain(text, &kernel, process)
    note("notice", "try again to bind() after 500ms", &kernel, process)
    return .sleep(until: kernel.now + Self.pause)
  }

  private func complain(_ text: String, _ kernel: inout Kernel, _ process: Int) {
    _ = kernel.write(Bytes("nginx: [emerg] \(text)\n"), to: 2, by: process)
  }

  private func note(_ level: String, _ text: String, _ kernel: inout Kernel, _ process: Int) {
    let time = DateText.format("%Y/%m/%d %H:%M:%S", kernel.now)
    let pid = kernel.processes[process]?.pid ?? 1
    _ = kernel.write(Bytes("\(time) [\(level)] \(pid)#\(pid): \(text)\n"), to: 2, by: process)
  }

  private func end(_ signal: Signal, _ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    switch signal {
    case .hup, .usr1:
      note(
        "notice", "signal \(signal.rawValue) (SIG\(signal.name)) received, reconfiguring", &kernel,
        process)
      return .goOn
    case .int, .quit, .abrt, .kill, .segv, .usr2, .pipe, .alrm, .term, .chld, .cont, .stop, .winch:
      let manner = signal == .quit ? "shutting down" : "exiting"
      note(
        "notice", "signal \(signal.rawValue) (SIG\(signal.name)) received, \(manner)", &kernel,
        process)
      note("notice", "exit", &kernel, process)
      return .exit(0)
    }
  }

  /// `nginx -s quit`: sends a signal to the nginx that runs.
  private func control(_ command: String, _ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    let signals: [String: Signal] = ["quit": .quit, "stop": .term, "reload": .hup, "reopen": .usr1]
    guard let signal = signals[command], let own = kernel.processes[process] else {
      complain("invalid option: \"-s \(command)\"", &kernel, process)
      return .exit(1)
    }
    let master = kernel.visibleProcesses(to: own).first { other in
      other.number != process && other.container == own.container
        && other.program is NginxProgram
    }
    guard let master else {
      complain("open() \"/run/nginx.pid\" failed (2: No such file or directory)", &kernel, process)
      return .exit(1)
    }
    kernel.deliver(signal, to: master.number)
    return .exit(0)
  }

  private func test(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    _ = kernel.write(
      Bytes(
        "nginx: the configuration file /etc/nginx/nginx.conf syntax is ok\n"
          + "nginx: configuration file /etc/nginx/nginx.conf test is successful\n"),
      to: 2, by: process)
    return .exit(0)
  }

  mutating func respond(
    to request: HTTPRequest, _ kernel: inout Kernel, _ process: Int
  ) -> HTTPOutcome {
    let text = version(kernel, process)
    let notFound = """
      <html>\r
      <head><title>404 Not Found</title></head>\r
      <body>\r
      <center><h1>404 Not Found</h1></center>\r
      <hr><center>nginx/\(text)</center>\r
      </body>\r
      </html>\r

      """
    var found = StaticSite.response(
      to: request, root: root, kernel, process, notFound: notFound)
    found.headers.insert(HTTPField("Server", "nginx/\(text)"), at: 0)
    logAccess(request, found, &kernel, process)
    return .response(found, after: .zero)
  }

  private func logAccess(
    _ request: HTTPRequest, _ response: HTTPResponse, _ kernel: inout Kernel, _ process: Int
  ) {
    let time = DateText.format("%d/%b/%Y:%H:%M:%S +0000", kernel.now)
    let agent = request.header("User-Agent") ?? "Wget"
    let line =
      "\(request.clientAddress) - - [\(time)] \"\(request.method) \(request.path) HTTP/1.1\" "
      + "\(response.status) \(response.body.utf8.count) \"-\" \"\(agent)\" \"-\"\n"
    _ = kernel.write(Bytes(line), to: 1, by: process)
  }
}

/// nginx' `/docker-entrypoint.sh`: says what it configures when the program is nginx, then becomes
/// that program.
struct NginxEntrypoint: Program {
  private let words: [String]

  init(_ words: [String]) { self.words = words }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    let isNginx = words.first == "nginx" || words.first == "nginx-debug"
    if isNginx {
      let lines = [
        "/docker-entrypoint.d/ is not empty, will attempt to perform configuration",
        "Looking for shell scripts in /docker-entrypoint.d/",
        "Configuration complete; ready for start up",
      ]
      for line in lines {
        _ = kernel.write(Bytes("/docker-entrypoint.sh: \(line)\n"), to: 1, by: process)
      }
    }
    var rest = ExecArguments(words, mainProgram: "nginx")
    return rest.step(&kernel, process)
  }
}
