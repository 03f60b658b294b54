/// Busybox' `wget [-q] [-O FILE] [-S] [-T SECONDS] [--spider] URL`, over the simulated network.
struct WgetUtility: Program {
  private var url = ""
  private var file: String?
  private var isQuiet = false
  private var isSpider = false
  private var showsHeaders = false
  private var timeout: SimulatedDuration?
  private var headers: [HTTPField] = []

  private enum State: Sendable {
    case start
    case waiting(request: Int, until: SimulatedTime?)
    case arriving(HTTPResponse, at: SimulatedTime)
    case hanging(until: SimulatedTime?)
    case printing(Bytes, error: Bytes, status: Int)
  }
  private var state = State.start
  private var target = WebAddress(host: "", port: 80, path: "/")

  init(_ arguments: [String]) {
    var words = arguments[...]
    while let word = words.popFirst() {
      if word.hasPrefix("--") {
        readLong(word, &words)
      } else if word.hasPrefix("-") {
        readShort(word.dropFirst(), &words)
      } else {
        url = word
      }
    }
  }

  private mutating func readLong(_ word: String, _ words: inout ArraySlice<String>) {
    let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1).map(String.init)
    switch parts.first {
    case "spider": isSpider = true
    case "quiet": isQuiet = true
    case "server-response": showsHeaders = true
    case "timeout": setTimeout(parts.count > 1 ? parts[1] : words.popFirst())
    case "output-document": file = parts.count > 1 ? parts[1] : words.popFirst()
    case "header": addHeader(parts.count > 1 ? parts[1] : words.popFirst())
    default: break
    }
  }

  private mutating func readShort(_ letters: Substring, _ words: inout ArraySlice<String>) {
    var rest = letters
    while let letter = rest.popFirst() {
      switch letter {
      case "q": isQuiet = true
      case "S": showsHeaders = true
      case "O", "T", "t", "U", "P", "Y":
        let value = rest.isEmpty ? words.popFirst() : String(rest)
        if letter == "O" { file = value }
        if letter == "T" { setTimeout(value) }
        rest = ""
      default: break
      }
    }
  }

  private mutating func setTimeout(_ text: String?) {
    timeout = text.flatMap { DurationText.milliseconds($0) }.map { .milliseconds($0) }
  }

  private mutating func addHeader(_ text: String?) {
    guard let parts = text?.split(separator: ":", maxSplits: 1), parts.count == 2 else { return }
    headers.append(HTTPField(String(parts[0]), String(parts[1].drop { $0 == " " })))
  }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    switch state {
    case .start: return start(&kernel, process)
    case .waiting(let request, let end):
      if let answer = kernel.takeAnswer(request) { return receive(answer, &kernel) }
      return wait(until: end, kernel)
    case .hanging(let end): return wait(until: end, kernel)
    case .arriving(let response, let time):
      guard kernel.now >= time else { return .sleep(until: time) }
      finish(response, &kernel, process)
      return .goOn
    case .printing(let output, let error, let status):
      return print(output, error, status, &kernel, process)
    }
  }

  private mutating func wait(until end: SimulatedTime?, _ kernel: Kernel) -> ProgramStep {
    guard let end else { return .block }
    guard kernel.now >= end else { return .sleep(until: end) }
    fail("download timed out")
    return .goOn
  }

  private mutating func start(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    guard let address = WebAddress(url) else {
      fail(url.isEmpty ? "missing URL" : "bad address '\(url)'")
      return .goOn
    }
    target = address
    let end = timeout.map { kernel.now + $0 }
    switch kernel.fetch(
      address.host, port: address.port, path: address.path, headers: headers, by: process)
    {
    case .now(let answer): return receive(answer, &kernel)
    case .later(let request):
      state = .waiting(request: request, until: end)
      return .block
    }
  }

  private mutating func receive(_ answer: NetworkRequest.Answer, _ kernel: inout Kernel)
    -> ProgramStep
  {
    switch answer {
    case .http(.response(let response, let delay)):
      state = .arriving(response, at: kernel.now + delay)
    case .http(.refused), .connect, .addresses, .resolved:
      fail("can't connect to remote host (\(target.ipText)): Connection refused")
    case .http(.notHTTP): fail("error getting response")
    case .http(.hang): state = .hanging(until: timeout.map { kernel.now + $0 })
    case .unknownHost:
      // It looks the name up before it says where it connects to.
      state = .printing(
        Bytes(), error: Bytes("wget: bad address '\(target.host)'\n"), status: 1)
    }
    return .goOn
  }

  private mutating func fail(_ text: String) {
    let connecting = isQuiet || target.host.isEmpty ? "" : connectingLine
    state = .printing(Bytes(), error: Bytes(connecting + "wget: \(text)\n"), status: 1)
  }

  private var connectingLine: String {
    "Connecting to \(target.host):\(target.port) (\(target.ipText):\(target.port))\n"
  }

  private mutating func finish(_ response: HTTPResponse, _ kernel: inout Kernel, _ process: Int) {
    var notes = isQuiet ? "" : connectingLine
    let statusLine = "HTTP/1.1 \(response.status) \(response.reasonPhrase)"
    if showsHeaders {
      notes += "  \(statusLine)\n"
      notes += response.headers.map { "  \($0.name): \($0.value)\n" }.joined()
    }
    guard (200..<300).contains(response.status) else {
      notes += "wget: server returned error: \(statusLine)\n"
      state = .printing(Bytes(), error: Bytes(notes), status: 1)
      return
    }
    if isSpider {
      if !isQuiet { notes += "remote file exists\n" }
      state = .printing(Bytes(), error: Bytes(notes), status: 0)
      return
    }
    if file == "-" {
      if !isQuiet { notes += "writing to stdout\n" }
      state = .printing(Bytes(response.body), error: Bytes(notes), status: 0)
      return
    }
    save(response, notes, &kernel, process)
  }

  private mutating func save(
    _ response: HTTPResponse, _ notes: String, _ kernel: inout Kernel, _ process: Int
  ) {
    let last = FilePath.name(of: String(target.path.prefix { $0 != "?" }))
    let name = file ?? (last == "/" ? "index.html" : last)
    do throws(Errno) {
      let open = try kernel.open(name, .write, by: process)
      let descriptor = try kernel.addPrivateDescriptor(open, of: process)
      _ = kernel.write(Bytes(response.body), to: descriptor, by: process)
      kernel.closeDescriptor(descriptor, of: process)
      let saved = isQuiet ? "" : "saving to '\(name)'\n'\(name)' saved\n"
      state = .printing(Bytes(), error: Bytes(notes + saved), status: 0)
    } catch {
      state = .printing(
        Bytes(), error: Bytes(notes + "wget: can't open '\(name)': \(error.text)\n"), status: 1)
    }
  }

  private mutating func print(
    _ output: Bytes, _ error: Bytes, _ status: Int, _ kernel: inout Kernel, _ process: Int
  ) -> ProgramStep {
    if case .wouldBlock(let rest) = kernel.write(error, to: 2, by: process) {
      state = .printing(output, error: rest, status: status)
      return .block
    }
    if case .wouldBlock(let rest) = kernel.write(output, to: 1, by: process) {
      state = .printing(rest, error: Bytes(), status: status)
      return .block
    }
    return .exit(status)
  }
}

/// A URL's host, port and path.
struct WebAddress: Hashable, Sendable {
  let host: String
  let port: Int
  let path: String

  init(host: String, port: Int, path: String) {
    (self.host, self.port, self.path) = (host, port, path)
  }

  /// Nil where the text is no address of the web. `https` leads to port 443.
  init?(_ text: String) {
    var rest = text[...]
    var standardPort = 80
    if rest.hasPrefix("http://") {
      rest = rest.dropFirst(7)
    } else if rest.hasPrefix("https://") {
      rest = rest.dropFirst(8)
      standardPort = 443
    } else if rest.contains("://") {
      return nil
    }
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    let path = String(rest.dropFirst(authority.count))
    let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
    guard let host = parts.first, !host.isEmpty, parts.count <= 2 else { return nil }
    let port = parts.count == 2 ? Int(parts[1]) : standardPort
    guard let port, (1...65_535).contains(port) else { return nil }
    self.init(
      host: String(host), port: port, path: path.hasPrefix("/") ? path : "/" + path)
  }

  /// The address in messages: localhost is resolved.
  var ipText: String { host == "localhost" ? "127.0.0.1" : host }
}
