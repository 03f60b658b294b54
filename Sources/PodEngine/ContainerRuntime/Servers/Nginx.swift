/// nginx: does what its configuration says (`NginxSite`), writes access lines to standard output.
/// QUIT ends it gracefully, TERM at once; HUP has it read its configuration again.
struct NginxProgram: HTTPServer {
  private let arguments: [String]
  private var state = State.starting
  private var workers = NginxWorkers()
  private(set) var site = NginxSite()
  /// The addresses of the servers behind it, by name; looked up when it starts.
  private(set) var addresses: [String: String] = [:]
  private var ports: [Int] = []

  private enum State: Sendable {
    case starting
    /// Waits for the address of a server behind it; those that are still to be asked for.
    case resolving(NginxSite.Upstream, request: Int, rest: [NginxSite.Upstream])
    case binding(attempts: Int)
    case running
  }

  /// How often nginx tries to bind, and how long it waits after each time
  /// (`ngx_open_listening_sockets`).
  private static let attempts = 5
  private static let pause = SimulatedDuration.milliseconds(500)

  init(_ arguments: [String]) { self.arguments = arguments }

  var memoryBytes: Int { 3 << 20 }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if let signal = kernel.takeSignal(process) { return react(to: signal, &kernel, process) }
    switch state {
    case .starting: return start(&kernel, process)
    case .resolving(let name, let request, let rest):
      guard let answer = kernel.takeAnswer(request) else { return .block }
      guard case .addresses(let found) = answer, let address = found.first else {
        return fail(
          "host not found in upstream \"\(name.host)\" in \(name.place)", &kernel, process)
      }
      addresses[name.host] = address
      return resolve(rest, &kernel, process)
    case .binding(let attempts): return bind(attempts, &kernel, process)
    case .running: return tend(&kernel, process)
    }
  }

  // MARK: Starting

  private mutating func start(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if let index = arguments.firstIndex(of: "-s") {
      return control(arguments.dropFirst(index + 1).first ?? "", &kernel, process)
    }
    if arguments.contains("-v") {
      _ = kernel.write(
        Bytes("nginx version: nginx/\(kernel.nginxVersion(process))\n"), to: 2, by: process)
      return .exit(0)
    }
    do throws(NginxError) { site = try readConfiguration(kernel, process) } catch {
      return fail(error.text, &kernel, process)
    }
    return resolve(site.upstreamNames, &kernel, process)
  }

  /// `-c FILE`, else `/etc/nginx/nginx.conf`.
  private var configurationFile: String {
    guard let index = arguments.firstIndex(of: "-c"), index + 1 < arguments.count else {
      return "/etc/nginx/nginx.conf"
    }
    return arguments[index + 1]
  }

  private func readConfiguration(
    _ kernel: Kernel, _ process: Int
  ) throws(NginxError) -> NginxSite {
    guard let own = kernel.processes[process] else { return NginxSite() }
    var reader = NginxReader(
      contents: { (try? kernel.contents(of: $0, by: own))?.text() },
      names: { (try? kernel.names(in: $0, by: own)) ?? [] })
    let site = NginxSite(try reader.read(configurationFile), arguments: arguments)
    for path in site.certificates where (try? kernel.contents(of: path, by: own)) == nil {
      throw NginxError(
        text: "cannot load certificate \"\(path)\": BIO_new_file() failed (SSL: error:80000002:"
          + "system library::\(Errno.noEntry.text):calling fopen(\(path), r) "
          + "error:10000080:BIO routines::no such file)")
    }
    return site
  }

  private mutating func resolve(
    _ names: [NginxSite.Upstream], _ kernel: inout Kernel, _ process: Int
  ) -> ProgramStep {
    var rest = names[...]
    while let name = rest.popFirst() {
      guard addresses[name.host] == nil else { continue }
      state = .resolving(
        name, request: kernel.send(.lookup(name: name.host), by: process), rest: Array(rest))
      return .block
    }
    if arguments.contains("-t") { return test(&kernel, process) }
    state = .binding(attempts: 0)
    return .goOn
  }

  private mutating func bind(
    _ attempts: Int, _ kernel: inout Kernel, _ process: Int
  ) -> ProgramStep {
    for port in site.ports where !ports.contains(port) {
      do throws(Errno) { try kernel.listen("0.0.0.0", port: port, by: process) } catch {
        guard attempts < Self.attempts else {
          return fail("still could not bind()", &kernel, process)
        }
        let text = "bind() to 0.0.0.0:\(port) failed (98: \(error.text))"
        note(.emerg, text, &kernel, process)
        complain(text, &kernel, process)
        note(.notice, "try again to bind() after 500ms", &kernel, process)
        state = .binding(attempts: attempts + 1)
        return .sleep(until: kernel.now + Self.pause)
      }
      ports.append(port)
    }
    state = .running
    return site.runsAsDaemon ? leave(&kernel, process) : run(&kernel, process)
  }

  /// Without `daemon off;` a child goes on, and the process that was started ends.
  private func leave(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    var child = self
    child.ports = []
    child.state = .binding(attempts: 0)
    child.site.staysInForeground()
    kernel.stopListening(process)
    let start = ProgramStart(
      program: child, arguments: kernel.processes[process]?.arguments ?? [],
      environment: kernel.processes[process]?.environment ?? [])
    return (try? kernel.fork(process, start)) == nil ? .exit(1) : .exit(0)
  }

  private mutating func run(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    // Nginx names its process for `ps`.
    let words = kernel.processes[process]?.arguments ?? []
    kernel.processes[process]?.arguments = ["nginx: master process \(words.joined(separator: " "))"]
    for signal in [Signal.term, .quit, .int, .hup, .usr1] {
      kernel.setDisposition(signal, .caught, of: process)
    }
    note(.notice, "using the \"epoll\" event method", &kernel, process)
    note(.notice, "nginx/\(kernel.nginxVersion(process))", &kernel, process)
    note(.notice, "start worker processes", &kernel, process)
    workers.start(site.workerCount, &kernel, process)
    return .block
  }

  /// A worker that was killed gets a successor (`ngx_reap_children`).
  private mutating func tend(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    for (pid, status) in workers.takeEnded(&kernel, process) {
      let how = status.signal.map { "on signal \($0.rawValue)" } ?? "with code \(status.code)"
      let level: NginxSite.Level = status.signal == nil ? .notice : .alert
      note(level, "worker process \(pid) exited \(how)", &kernel, process)
    }
    workers.start(site.workerCount, &kernel, process)
    return .block
  }

  // MARK: Saying and ending

  private func fail(_ text: String, _ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    note(.emerg, text, &kernel, process)
    complain(text, &kernel, process)
    if arguments.contains("-t") {
      let file = configurationFile
      _ = kernel.write(
        Bytes("nginx: configuration file \(file) test failed\n"), to: 2, by: process)
    }
    return .exit(1)
  }

  private func complain(_ text: String, _ kernel: inout Kernel, _ process: Int) {
    _ = kernel.write(Bytes("nginx: [emerg] \(text)\n"), to: 2, by: process)
  }

  /// A line of the error log, which is standard error in the image.
  private func note(
    _ level: NginxSite.Level, _ text: String, _ kernel: inout Kernel, _ process: Int
  ) {
    guard level.rawValue >= site.level.rawValue, !arguments.contains("-t") else { return }
    let time = DateText.format("%Y/%m/%d %H:%M:%S", kernel.now)
    let pid = kernel.processes[process]?.pid ?? 1
    _ = kernel.write(Bytes("\(time) [\(level)] \(pid)#\(pid): \(text)\n"), to: 2, by: process)
  }

  private mutating func react(
    to signal: Signal, _ kernel: inout Kernel, _ process: Int
  ) -> ProgramStep {
    let name = "signal \(signal.rawValue) (SIG\(signal.name)) received"
    switch signal {
    case .hup:
      note(.notice, "\(name), reconfiguring", &kernel, process)
      reload(&kernel, process)
      return .goOn
    case .usr1:
      note(.notice, "\(name), reopening logs", &kernel, process)
      return .goOn
    case .int, .quit, .abrt, .kill, .segv, .usr2, .pipe, .alrm, .term, .chld, .cont, .stop, .winch:
      let manner = signal == .quit ? "shutting down" : "exiting"
      note(.notice, "\(name), \(manner)", &kernel, process)
      note(.notice, "exit", &kernel, process)
      workers.end(&kernel)
      return .exit(0)
    }
  }

  /// New workers with the new configuration; with one that cannot be read, all goes on as before.
  private mutating func reload(_ kernel: inout Kernel, _ process: Int) {
    do throws(NginxError) { site = try readConfiguration(kernel, process) } catch {
      note(.emerg, error.text, &kernel, process)
      return
    }
    for port in site.ports where !ports.contains(port) {
      guard (try? kernel.listen("0.0.0.0", port: port, by: process)) != nil else { continue }
      ports.append(port)
    }
    note(.notice, "start worker processes", &kernel, process)
    workers.replace(site.workerCount, &kernel, process)
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
    let file = configurationFile
    _ = kernel.write(
      Bytes(
        "nginx: the configuration file \(file) syntax is ok\n"
          + "nginx: configuration file \(file) test is successful\n"),
      to: 2, by: process)
    return .exit(0)
  }

  // MARK: Answering

  mutating func respond(
    to request: HTTPRequest, _ kernel: inout Kernel, _ process: Int
  ) -> HTTPOutcome {
    let answer = NginxAnswer(site, addresses).response(to: request, kernel, process)
    if answer.passesTo == nil { logAccess(request, answer, &kernel, process) }
    return .response(answer, after: .zero)
  }

  mutating func complete(
    _ request: HTTPRequest, with outcome: HTTPOutcome, _ kernel: inout Kernel, _ process: Int
  ) -> HTTPOutcome {
    let answer = NginxAnswer(site, addresses).completed(outcome, kernel, process)
    logAccess(request, answer.response, &kernel, process)
    return .response(answer.response, after: answer.wait)
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

extension Kernel {
  /// The version of the nginx that a process finds in its image.
  func nginxVersion(_ process: Int) -> String {
    guard let own = processes[process],
      let text = try? contents(of: "/usr/share/nginx/VERSION", by: own)
    else { return "1.29.0" }
    return text.withoutTrailingNewlines().text()
  }
}
