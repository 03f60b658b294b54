/// `curl [-s] [-S] [-f] [-i] [-I] [-v] [-L] [-o FILE] [-O] [-w FORMAT] [-m SECONDS] [-H HEADER]
/// [-X METHOD] [-d DATA] URL`.
struct CurlUtility: Program {
  private var options = Options()
  private var state = State.start
  private var target = WebAddress(host: "", port: 80, path: "/")
  private var startedAt = SimulatedTime.start

  private struct Options {
    var url = ""
    var isSilent = false
    var showsErrors = false
    var fails = false
    var includesHeaders = false
    var onlyHeaders = false
    var isVerbose = false
    var savesByName = false
    var file: String?
    var format: String?
    var timeout: SimulatedDuration?
    var headers: [HTTPField] = []
    var method = "GET"
    var unknown: String?
  }

  private enum State: Sendable {
    case start
    case waiting(request: Int, until: SimulatedTime?)
    case hanging(until: SimulatedTime?)
    case arriving(HTTPResponse, at: SimulatedTime)
    case printing(Bytes, error: Bytes, status: Int)
  }

  init(_ arguments: [String]) {
    var words = arguments[...]
    while let word = words.popFirst() {
      if word.hasPrefix("--") {
        readLong(word, &words)
      } else if word.hasPrefix("-"), word.count > 1 {
        readShort(word.dropFirst(), &words)
      } else {
        options.url = word
      }
    }
  }

  private static let longNames = [
    "silent": "s", "show-error": "S", "fail": "f", "include": "i", "head": "I", "verbose": "v",
    "location": "L", "output": "o", "remote-name": "O", "write-out": "w", "max-time": "m",
    "connect-timeout": "m", "header": "H", "request": "X", "data": "d", "insecure": "k",
    "user-agent": "A", "user": "u", "retry": "r", "url": "U",
  ]

  private mutating func readLong(_ word: String, _ words: inout ArraySlice<String>) {
    guard let letter = Self.longNames[String(word.dropFirst(2))]?.first else {
      options.unknown = word
      return
    }
    take(letter, &words, attached: "")
  }

  private mutating func readShort(_ letters: Substring, _ words: inout ArraySlice<String>) {
    var rest = letters
    while let letter = rest.popFirst() {
      let attached = String(rest)
      if Self.takesValue(letter) { rest = "" }
      take(letter, &words, attached: attached)
    }
  }

  private static func takesValue(_ letter: Character) -> Bool { "owmHXdAurU".contains(letter) }

  private mutating func take(
    _ letter: Character, _ words: inout ArraySlice<String>, attached: String
  ) {
    let value =
      Self.takesValue(letter) ? (attached.isEmpty ? words.popFirst() ?? "" : attached) : ""
    switch letter {
    case "s": options.isSilent = true
    case "S": options.showsErrors = true
    case "f": options.fails = true
    case "i": options.includesHeaders = true
    case "I": options.onlyHeaders = true
    case "v": options.isVerbose = true
    case "O": options.savesByName = true
    case "o": options.file = value
    case "w": options.format = value
    case "m": options.timeout = DurationText.milliseconds(value).map { .milliseconds($0) }
    case "X": options.method = value
    case "d": if options.method == "GET" { options.method = "POST" }
    case "U": options.url = value
    case "H":
      let parts = value.split(separator: ":", maxSplits: 1)
      if parts.count == 2 {
        options.headers.append(HTTPField(String(parts[0]), String(parts[1].drop { $0 == " " })))
      }
    case "L", "k", "A", "u", "r", "4", "6", "g", "N": break
    default: options.unknown = "-\(letter)"
    }
  }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    switch state {
    case .start: return start(&kernel, process)
    case .waiting(let request, let end):
      if let answer = kernel.takeAnswer(request) { return receive(answer, kernel) }
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

  private mutating func start(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    startedAt = kernel.now
    if let unknown = options.unknown {
      fail("option \(unknown): is unknown", 2, isUsage: true)
      return .goOn
    }
    guard let address = WebAddress(options.url) else {
      let scheme = options.url.split(separator: ":").first.map(String.init) ?? ""
      if options.url.isEmpty {
        fail("try 'curl --help' or 'curl --manual' for more information", 2, isUsage: true)
      } else if options.url.contains("://"), scheme != "http", scheme != "https" {
        fail("(1) Protocol \"\(scheme)\" not supported", 1)
      } else {
        fail("(3) URL rejected: Bad hostname", 3)
      }
      return .goOn
    }
    target = address
    // Curl gives up connecting after 5 min by itself; `-m` limits the whole transfer.
    let end = kernel.now + (options.timeout ?? .seconds(300))
    switch kernel.fetch(
      address.host, port: address.port, path: address.path,
      headers: [HTTPField("User-Agent", "curl/8.14.1"), HTTPField("Accept", "*/*")]
        + options.headers, by: process)
    {
    case .now(let answer): return receive(answer, kernel)
    case .later(let request):
      state = .waiting(request: request, until: end)
      return .block
    }
  }

  private mutating func wait(until end: SimulatedTime?, _ kernel: Kernel) -> ProgramStep {
    guard let end else { return .block }
    guard kernel.now >= end else { return .sleep(until: end) }
    let milliseconds = (kernel.now - startedAt).milliseconds
    if options.timeout == nil {
      fail(
        "(28) Failed to connect to \(target.host) port \(target.port) after \(milliseconds) ms: "
          + "Could not connect to server", 28)
    } else {
      fail("(28) Connection timed out after \(milliseconds) milliseconds", 28)
    }
    return .goOn
  }

  private mutating func receive(_ answer: NetworkRequest.Answer, _ kernel: Kernel) -> ProgramStep {
    switch answer {
    case .http(.response(let response, let delay)):
      state = .arriving(response, at: kernel.now + delay)
    case .http(.refused), .connect, .addresses, .resolved:
      fail(
        "(7) Failed to connect to \(target.host) port \(target.port) after 0 ms: "
          + "Could not connect to server", 7)
    case .http(.notHTTP): fail("(1) Received HTTP/0.9 when not allowed", 1)
    case .http(.hang):
      state = .hanging(until: kernel.now + (options.timeout ?? .seconds(300)))
    case .unknownHost: fail("(6) Could not resolve host: \(target.host)", 6)
    }
    return .goOn
  }

  private mutating func fail(_ text: String, _ status: Int, isUsage: Bool = false) {
    let isQuiet = options.isSilent && !options.showsErrors && !isUsage
    let line = isUsage ? "curl: \(text)\n" : "curl: \(text)\n"
    state = .printing(
      Bytes(written(nil)), error: Bytes(isQuiet ? "" : line), status: status)
  }

  private func head(_ response: HTTPResponse) -> String {
    let lines =
      ["HTTP/1.1 \(response.status) \(response.reasonPhrase)"]
      + response.headers.map { "\($0.name): \($0.value)" }
    return lines.map { $0 + "\r\n" }.joined() + "\r\n"
  }

  private mutating func finish(_ response: HTTPResponse, _ kernel: inout Kernel, _ process: Int) {
    if options.fails, response.status >= 400 {
      return fail("(22) The requested URL returned error: \(response.status)", 22)
    }
    var notes = ""
    if options.isVerbose {
      notes = "> \(options.method) \(target.path) HTTP/1.1\n> Host: \(target.host)\n> \n"
      notes += head(response).split(separator: "\r\n", omittingEmptySubsequences: false)
        .dropLast().map { "< \($0)\n" }.joined()
    }
    var body = options.onlyHeaders ? "" : response.body
    if options.includesHeaders || options.onlyHeaders { body = head(response) + body }
    let name = options.savesByName ? FilePath.name(of: target.path) : options.file
    if let name, name != "-" {
      guard save(body, name, &kernel, process) else { return }
      body = ""
    }
    state = .printing(Bytes(body + written(response)), error: Bytes(notes), status: 0)
  }

  private mutating func save(
    _ text: String, _ name: String, _ kernel: inout Kernel, _ process: Int
  ) -> Bool {
    do throws(Errno) {
      let open = try kernel.open(name, .write, by: process)
      let descriptor = try kernel.addPrivateDescriptor(open, of: process)
      _ = kernel.write(Bytes(text), to: descriptor, by: process)
      kernel.closeDescriptor(descriptor, of: process)
      return true
    } catch {
      fail("(23) client returned ERROR on write, \(text.utf8.count) bytes wanted", 23)
      return false
    }
  }

  /// What `-w` prints at the end.
  private func written(_ response: HTTPResponse?) -> String {
    guard let format = options.format else { return "" }
    let status = response.map { String($0.status) } ?? "000"
    let filled = format.replacing("%{http_code}", with: status)
      .replacing("%{response_code}", with: status)
      .replacing("%{size_download}", with: String(response?.body.utf8.count ?? 0))
      .replacing("%{time_total}", with: "0.000000")
    return String(
      decoding: Escapes.read(Array(filled.utf8), stopsAtC: false).bytes, as: UTF8.self)
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
