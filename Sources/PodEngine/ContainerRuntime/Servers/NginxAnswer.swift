/// What nginx answers, with its headers.
struct NginxAnswer {
  private let site: NginxSite
  private let addresses: [String: String]

  init(_ site: NginxSite, _ addresses: [String: String]) {
    self.site = site
    self.addresses = addresses
  }

  /// How long nginx waits for a server behind it (`proxy_read_timeout`).
  private static let patience = SimulatedDuration.seconds(60)

  func response(to request: HTTPRequest, _ kernel: Kernel, _ process: Int) -> HTTPResponse {
    let host = request.header("Host") ?? ""
    guard let server = site.server(port: request.port, host: host) else {
      return page(404, kernel, process)
    }
    let location = server.location(of: request.pathOnly)
    let answers = location?.answers ?? server.answers
    if let fixed = answers.fixed { return self.fixed(fixed, answers.type, kernel, process) }
    if let pass = answers.pass {
      return passed(request, pass, from: location?.path ?? "/", kernel, process)
    }
    return file(request, answers, location?.path ?? "/", kernel, process)
  }

  private func fixed(
    _ answer: (status: Int, text: String), _ type: String?, _ kernel: Kernel, _ process: Int
  ) -> HTTPResponse {
    if (300..<400).contains(answer.status) {
      var response = page(answer.status, kernel, process)
      response.headers.append(HTTPField("Location", answer.text))
      return response
    }
    guard !answer.text.isEmpty || answer.status == 200 else {
      return page(answer.status, kernel, process)
    }
    return HTTPResponse(
      status: answer.status,
      headers: headers(type ?? "text/plain", answer.text, kernel, process), body: answer.text)
  }

  // MARK: Files

  private func file(
    _ request: HTTPRequest, _ answers: NginxSite.Answers, _ location: String, _ kernel: Kernel,
    _ process: Int
  ) -> HTTPResponse {
    guard let own = kernel.processes[process] else { return page(500, kernel, process) }
    let path = FilePath.absolute(request.pathOnly, in: "/")
    var file =
      answers.alias.map { $0 + request.pathOnly.dropFirst(location.count) }
      ?? FilePath.join(answers.root ?? "/etc/nginx/html", path)
    if (try? kernel.node(file, by: own))?.isDirectory == true {
      guard request.pathOnly.hasSuffix("/") else {
        var moved = page(301, kernel, process)
        moved.headers.append(
          HTTPField("Location", "http://\(request.header("Host") ?? "localhost")\(path)/"))
        return moved
      }
      let folder = file
      let found = (answers.index ?? ["index.html"]).map { FilePath.join(folder, "/" + $0) }
        .first { (try? kernel.node($0, by: own)) != nil }
      guard let found else { return page(403, kernel, process) }
      file = found
    }
    guard let node = try? kernel.node(file, by: own),
      let bytes = try? kernel.contents(of: file, by: own)
    else { return page(404, kernel, process) }
    let isPage = file.hasSuffix(".html") || file.hasSuffix(".htm")
    let body = bytes.text()
    let time = node.modifiedAt
    let tag =
      "\"\(String(time.nanosecondsSince1970 / 1_000_000_000, radix: 16))-"
      + "\(String(body.utf8.count, radix: 16))\""
    return HTTPResponse(
      status: 200,
      headers: headers(
        isPage ? "text/html" : answers.type ?? "text/plain", body, kernel, process,
        middle: [("Last-Modified", Self.date(time))],
        end: [("ETag", tag), ("Accept-Ranges", "bytes")]), body: body)
  }

  // MARK: Passing on

  private func passed(
    _ request: HTTPRequest, _ pass: NginxSite.Pass, from location: String, _ kernel: Kernel,
    _ process: Int
  ) -> HTTPResponse {
    let upstream = site.upstream(of: pass)
    var onward = request
    if let path = pass.path { onward.path = path + request.path.dropFirst(location.count) }
    // The server behind it is asked under the name that `proxy_pass` says (`$proxy_host`).
    onward.headers =
      [HTTPField("Host", pass.host)]
      + request.headers.filter { $0.name.lowercased() != "host" }
    onward.clientAddress = kernel.network(of: process)?.ipAddress ?? ""
    var response = page(502, kernel, process)
    response.passesTo = PassedRequest(
      host: addresses[upstream.host] ?? upstream.host, port: upstream.port, request: onward)
    return response
  }

  /// What the client gets, from what the server behind said.
  func completed(
    _ outcome: HTTPOutcome, _ kernel: Kernel, _ process: Int
  ) -> (response: HTTPResponse, wait: SimulatedDuration) {
    switch outcome {
    case .response(let response, let wait):
      let type = response.headers.first { $0.name.lowercased() == "content-type" }?.value
      let rest = response.headers.filter {
        !["server", "date", "content-type", "content-length", "connection"]
          .contains($0.name.lowercased())
      }
      return (
        HTTPResponse(
          status: response.status,
          headers: headers(type ?? "text/plain", response.body, kernel, process) + rest,
          body: response.body), wait
      )
    case .refused, .notHTTP: return (page(502, kernel, process), .zero)
    case .hang: return (page(504, kernel, process), Self.patience)
    }
  }

  // MARK: Pages and headers

  /// nginx' own page for a status.
  private func page(_ status: Int, _ kernel: Kernel, _ process: Int) -> HTTPResponse {
    var response = HTTPResponse(status: status, body: "")
    let title = "\(status) \(response.reasonPhrase)"
    response.body = """
      <html>\r
      <head><title>\(title)</title></head>\r
      <body>\r
      <center><h1>\(title)</h1></center>\r
      <hr><center>nginx/\(kernel.nginxVersion(process))</center>\r
      </body>\r
      </html>\r

      """
    response.headers = headers("text/html", response.body, kernel, process)
    return response
  }

  private func headers(
    _ type: String, _ body: String, _ kernel: Kernel, _ process: Int,
    middle: [(String, String)] = [], end: [(String, String)] = []
  ) -> [HTTPField] {
    let first = [
      ("Server", "nginx/\(kernel.nginxVersion(process))"), ("Date", Self.date(kernel.now)),
      ("Content-Type", type), ("Content-Length", String(body.utf8.count)),
    ]
    return (first + middle + [("Connection", "keep-alive")] + end)
      .map { HTTPField($0.0, $0.1) }
  }

  private static func date(_ time: SimulatedTime) -> String {
    DateText.format("%a, %d %b %Y %H:%M:%S GMT", time)
  }
}
