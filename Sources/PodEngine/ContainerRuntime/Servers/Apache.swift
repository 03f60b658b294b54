/// Apache: httpd serves `/usr/local/apache2/htdocs`, the image of the autoscaling pages a page in
/// PHP. Both listen on 80. WINCH ends it gracefully, TERM at once.
struct ApacheProgram: HTTPServer {
  enum Flavour: Hashable, Sendable { case httpd, php }

  private let flavour: Flavour
  private var isListening = false

  init(_ flavour: Flavour) { self.flavour = flavour }

  var memoryBytes: Int { flavour == .httpd ? 6 << 20 : 14 << 20 }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if let signal = kernel.takeSignal(process) {
      note(
        signal == .winch
          ? "AH00492: caught SIGWINCH, shutting down gracefully"
          : flavour == .php
            ? "AH00169: caught SIGTERM, shutting down" : "AH00491: caught SIGTERM, shutting down",
        module, &kernel, process)
      return .exit(0)
    }
    if isListening { return .block }
    warnOfName(&kernel, process)
    do throws(Errno) {
      try kernel.listen("0.0.0.0", port: 80, by: process)
    } catch {
      let text =
        "(98)\(error.text): AH00072: make_sock: could not bind to address 0.0.0.0:80\n"
        + "no listening sockets available, shutting down\nAH00015: Unable to open logs\n"
      _ = kernel.write(Bytes(text), to: 2, by: process)
      return .exit(1)
    }
    isListening = true
    for signal in [Signal.term, .winch, .int] {
      kernel.setDisposition(signal, .caught, of: process)
    }
    let (number, server, command) =
      switch flavour {
      case .httpd: ("AH00489", "Apache/\(version(kernel, process)) (Unix)", "httpd")
      case .php: ("AH00163", "Apache/2.4.10 (Debian) PHP/5.6.14", "apache2")
      }
    note(
      "\(number): \(server) configured -- resuming normal operations", module, &kernel, process)
    note("AH00094: Command line: '\(command) -D FOREGROUND'", "core", &kernel, process)
    return .block
  }

  private var module: String { flavour == .httpd ? "mpm_event" : "mpm_prefork" }

  private func version(_ kernel: Kernel, _ process: Int) -> String {
    let text = kernel.processes[process]?.variable("HTTPD_VERSION") ?? "2.4.65"
    return String(text.prefix { $0 != "-" })
  }

  /// A Pod's address has no full name, and Apache says so twice.
  private func warnOfName(_ kernel: inout Kernel, _ process: Int) {
    let address = kernel.network(of: process)?.ipAddress ?? "127.0.0.1"
    let name = flavour == .httpd ? "httpd" : "apache2"
    let text =
      "AH00558: \(name): Could not reliably determine the server's fully qualified domain name, "
      + "using \(address). Set the 'ServerName' directive globally to suppress this message\n"
    for _ in 0..<2 { _ = kernel.write(Bytes(text), to: 2, by: process) }
  }

  private func note(
    _ text: String, _ module: String, _ kernel: inout Kernel, _ process: Int
  ) {
    let day = DateText.format("%a %b %d %H:%M:%S", kernel.now)
    let parts = String(1_000_000 + kernel.now.milliseconds % 1000 * 1000).dropFirst()
    let year = DateText.format("%Y", kernel.now)
    let pid = kernel.processes[process]?.pid ?? 1
    let thread = flavour == .httpd ? "pid \(pid):tid \(pid)" : "pid \(pid)"
    _ = kernel.write(
      Bytes("[\(day).\(parts) \(year)] [\(module):notice] [\(thread)] \(text)\n"), to: 2,
      by: process)
  }

  mutating func respond(
    to request: HTTPRequest, _ kernel: inout Kernel, _ process: Int
  ) -> HTTPOutcome {
    let answer =
      flavour == .httpd ? page(request, kernel, process) : computed(request, kernel, process)
    let time = DateText.format("%d/%b/%Y:%H:%M:%S +0000", kernel.now)
    let start =
      "\(request.clientAddress) - - [\(time)] \"\(request.method) \(request.path) HTTP/1.1\" "
      + "\(answer.status)"
    // The format `common` counts the body, Debian's `combined` the headers as well.
    let headers = answer.headers.reduce(19) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
    let agent = request.header("User-Agent") ?? "Wget"
    let line =
      flavour == .httpd
      ? "\(start) \(answer.body.utf8.count)\n"
      : "\(start) \(answer.body.utf8.count + headers) \"-\" \"\(agent)\"\n"
    _ = kernel.write(Bytes(line), to: 1, by: process)
    return .response(answer, after: .zero)
  }

  private func page(_ request: HTTPRequest, _ kernel: Kernel, _ process: Int) -> HTTPResponse {
    StaticSite.response(
      to: request, root: "/usr/local/apache2/htdocs", kernel, process, notFound: Self.notFound)
  }

  /// What `/var/www/html/index.php` prints: its last `echo`.
  private func computed(_ request: HTTPRequest, _ kernel: Kernel, _ process: Int) -> HTTPResponse {
    let isPage = request.pathOnly == "/" || request.pathOnly == "/index.php"
    let script = kernel.processes[process].flatMap {
      try? kernel.contents(of: "/var/www/html/index.php", by: $0).text()
    }
    guard isPage, let script else { return HTTPResponse(status: 404, body: Self.notFound) }
    let echoes = script.matches(of: /echo\s+"([^"]*)"/).map { String($0.output.1) }
    let body = echoes.joined()
    return HTTPResponse(
      status: 200,
      headers: [
        HTTPField("Date", DateText.format("%a, %d %b %Y %H:%M:%S GMT", kernel.now)),
        HTTPField("Server", "Apache/2.4.10 (Debian)"), HTTPField("X-Powered-By", "PHP/5.6.14"),
        HTTPField("Content-Length", String(body.utf8.count)),
        HTTPField("Content-Type", "text/html; charset=UTF-8"),
      ], body: body)
  }

  private static let notFound = """
    <!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">
    <html><head>
    <title>404 Not Found</title>
    </head><body>
    <h1>Not Found</h1>
    <p>The requested URL was not found on this server.</p>
    </body></html>

    """
}
