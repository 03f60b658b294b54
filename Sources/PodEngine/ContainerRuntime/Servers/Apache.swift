/// Apache httpd: listens on 80, serves `/usr/local/apache2/htdocs`. WINCH ends it gracefully, TERM
/// at once.
struct ApacheProgram: HTTPServer {
  private var isListening = false

  init(_ arguments: [String]) {}

  var memoryBytes: Int { 6 << 20 }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if let signal = kernel.takeSignal(process) {
      note(
        signal == .winch
          ? "AH00492: caught SIGWINCH, shutting down gracefully"
          : "AH00491: caught SIGTERM, shutting down", &kernel, process)
      return .exit(0)
    }
    if isListening { return .block }
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
    note("AH00489: Apache/2.4.65 (Unix) configured -- resuming normal operations", &kernel, process)
    note("AH00094: Command line: 'httpd -D FOREGROUND'", &kernel, process)
    return .block
  }

  private func note(_ text: String, _ kernel: inout Kernel, _ process: Int) {
    let time = DateText.format("%a %b %d %H:%M:%S %Y", kernel.now)
    let pid = kernel.processes[process]?.pid ?? 1
    _ = kernel.write(Bytes("[\(time)] [notice] [pid \(pid)] \(text)\n"), to: 2, by: process)
  }

  mutating func respond(
    to request: HTTPRequest, _ kernel: inout Kernel, _ process: Int
  ) -> HTTPOutcome {
    let notFound = """
      <!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">
      <html><head>
      <title>404 Not Found</title>
      </head><body>
      <h1>Not Found</h1>
      <p>The requested URL was not found on this server.</p>
      </body></html>

      """
    let found = StaticSite.response(
      to: request, root: "/usr/local/apache2/htdocs", kernel, process, notFound: notFound)
    let time = DateText.format("%d/%b/%Y:%H:%M:%S +0000", kernel.now)
    let line =
      "\(request.clientAddress) - - [\(time)] \"\(request.method) \(request.path) HTTP/1.1\" "
      + "\(found.status) \(found.body.utf8.count)\n"
    _ = kernel.write(Bytes(line), to: 1, by: process)
    return .response(found, after: .zero)
  }
}
