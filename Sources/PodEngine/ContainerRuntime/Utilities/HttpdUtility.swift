/// Busybox' `httpd [-f] [-p [ADDR:]PORT] [-h FOLDER]`: serves files; has no signal handlers, so as
/// PID 1 it ignores TERM.
struct HttpdUtility: HTTPServer {
  private var address = "0.0.0.0"
  private var port = 80
  private var home = "."
  private var staysInForeground = false
  private var failure: String?
  private var isListening = false

  init(_ arguments: [String]) {
    var words = arguments[...]
    while let word = words.popFirst() {
      guard word.hasPrefix("-"), let letter = word.dropFirst().first else { continue }
      var value: String { word.count > 2 ? String(word.dropFirst(2)) : words.popFirst() ?? "" }
      switch letter {
      case "p": readAddress(value)
      case "h": home = value
      case "c", "u", "r", "M": _ = value
      default: if word.contains("f") { staysInForeground = true }
      }
    }
  }

  private mutating func readAddress(_ text: String) {
    let parts = text.split(separator: ":").map(String.init)
    if parts.count > 1 { address = parts[0] }
    if let number = parts.last.flatMap({ Int($0) }) { port = number } else { failure = text }
  }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if isListening { return .block }
    if let failure { return fail("bad address '\(failure)'", &kernel, process) }
    if !staysInForeground { return fork(&kernel, process) }
    do throws(Errno) {
      try kernel.listen(address, port: port, by: process)
      isListening = true
      return .block
    } catch { return fail("bind: \(error.text)", &kernel, process) }
  }

  private mutating func fork(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    guard let own = kernel.processes[process] else { return .exit(1) }
    var child = self
    child.staysInForeground = true
    let start = ProgramStart(
      program: child, arguments: own.arguments, environment: own.environment)
    do throws(Errno) {
      _ = try kernel.fork(process, start)
      return .exit(0)
    } catch { return fail("can't fork: \(error.text)", &kernel, process) }
  }

  private func fail(_ text: String, _ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    _ = kernel.write(Bytes("httpd: \(text)\n"), to: 2, by: process)
    return .exit(1)
  }

  mutating func respond(
    to request: HTTPRequest, _ kernel: inout Kernel, _ process: Int
  ) -> HTTPOutcome {
    let found = StaticSite.response(
      to: request, root: home, kernel, process, notFound: Self.notFound)
    return .response(found, after: .zero)
  }

  private static let notFound = """
    <HTML><HEAD><TITLE>404 Not Found</TITLE></HEAD>
    <BODY><H1>404 Not Found</H1>
    The requested URL was not found
    </BODY></HTML>

    """
}

/// Answers requests with the files of a folder.
enum StaticSite {
  static func response(
    to request: HTTPRequest, root: String, _ kernel: Kernel, _ process: Int, notFound: String
  ) -> HTTPResponse {
    guard let own = kernel.processes[process] else { return HTTPResponse(status: 500, body: "") }
    let path = FilePath.absolute(request.pathOnly, in: "/")
    var file = path == "/" ? root : root + path
    if (try? kernel.node(file, by: own))?.isDirectory == true { file += "/index.html" }
    guard let bytes = try? kernel.contents(of: file, by: own) else {
      return HTTPResponse(
        status: 404, headers: [HTTPField("Content-Type", "text/html")], body: notFound)
    }
    let type = file.hasSuffix(".html") ? "text/html" : "text/plain"
    return HTTPResponse(
      status: 200, headers: [HTTPField("Content-Type", type)], body: bytes.text())
  }
}
