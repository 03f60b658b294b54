import PodEngine
import Testing

@Suite struct NetworkTests {
  private func status(_ outcome: HTTPOutcome) -> Int? {
    if case .response(let response, _) = outcome { response.status } else { nil }
  }

  private func get(_ bench: inout RuntimeBench, inside: Bool) -> HTTPOutcome {
    bench.runtime.httpGet(sandbox: bench.sandbox, port: 80, path: "/", fromInside: inside)
  }

  @Test(arguments: [
    ("podlab/web:1.0", 80, "/", 200), ("podlab/web:1.0", 80, "/missing", 404),
    ("nginx", 80, "/", 200), ("nginx:1.27", 80, "/nope", 404), ("httpd", 80, "/", 200),
    ("gcr.io/google-samples/hello-app:2.0", 8080, "/", 200),
    ("registry.k8s.io/liveness", 8080, "/healthz", 200),
  ])
  func serversAnswer(_ image: String, _ port: Int, _ path: String, _ expected: Int) throws {
    var bench = RuntimeBench()
    _ = try bench.start(image)
    let outcome = bench.runtime.httpGet(
      sandbox: bench.sandbox, port: port, path: path, fromInside: false)
    #expect(status(outcome) == expected)
    let closed = bench.runtime.httpGet(
      sandbox: bench.sandbox, port: 81, path: "/", fromInside: false)
    #expect(closed == .refused)
    #expect(
      bench.runtime.tcpConnect(sandbox: bench.sandbox, port: port, fromInside: true) == .connected)
  }

  @Test func documentationsLivenessServerFailsAfterTenSeconds() throws {
    var bench = RuntimeBench()
    _ = try bench.start("registry.k8s.io/e2e-test-images/agnhost:2.40") { $0.args = ["liveness"] }
    func get() -> Int? {
      status(
        bench.runtime.httpGet(
          sandbox: bench.sandbox, port: 8080, path: "/healthz", fromInside: false))
    }
    #expect(get() == 200)
    bench.advance(seconds: 10)
    #expect(get() == 200)
    bench.advance(toMilliseconds: 10_001)
    #expect(get() == 500)
  }

  @Test func containersOfAPodShareTheNetwork() throws {
    var bench = RuntimeBench()
    _ = try bench.start("podlab/web:1.0", name: "web")
    let id = try bench.start(
      "busybox", ["sh", "-c", "sleep 4; wget -qO- http://localhost:80/ && sleep 1000"],
      name: "client")
    bench.advance(seconds: 5)
    #expect(bench.output(id) == "<html><body><h1>podlab/web 1.0</h1></body></html>\n")
    #expect(bench.runtime.container(id)?.state == .running)
  }

  @Test func aTakenPort() throws {
    var bench = RuntimeBench()
    _ = try bench.start("podlab/web:1.0", name: "web1")
    let second = try bench.start("podlab/web:1.0", name: "web2")
    #expect(bench.runtime.container(second)?.exitCode == 1)
    #expect(bench.output(second) == "httpd: bind: Address already in use\n")
    let nginx = try bench.start("nginx", name: "nginx")
    #expect(bench.runtime.container(nginx)?.state == .running)
    bench.advance(seconds: 3)
    let record = try #require(bench.runtime.container(nginx))
    #expect(record.exitCode == 1)
    #expect(record.finishedAt?.milliseconds == 2500)
    #expect(
      bench.output(nginx).contains(
        "nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)\n"))
  }

  @Test func hangingAndMovedServers() throws {
    var bench = RuntimeBench()
    let id = try bench.start("nginx")
    bench.runtime.hang(id, true)
    #expect(get(&bench, inside: false) == .hang)
    #expect(
      bench.runtime.tcpConnect(sandbox: bench.sandbox, port: 80, fromInside: false) == .connected)
    bench.runtime.hang(id, false)
    bench.runtime.listen(id, address: "127.0.0.1", port: 80)
    #expect(get(&bench, inside: false) == .refused)
    #expect(status(get(&bench, inside: true)) == 200)
  }

  @Test func requestsBeyondThePodAreAnsweredByTheCluster() throws {
    var bench = RuntimeBench()
    let id = try bench.start(
      "busybox", ["sh", "-c", "wget -qO- http://db:8080/x; nslookup web"])
    var ids: [Int] = []
    for case .networkRequest(let request) in bench.occurrences { ids.append(request.id) }
    let first = try #require(ids.first)
    let response = HTTPResponse(status: 200, body: "data\n")
    bench.runtime.completeRequest(
      first, .http(.response(response, after: .seconds(2))), at: bench.now)
    bench.run()
    bench.advance(seconds: 2)
    #expect(bench.output(id) == "data\n")
    guard case .networkRequest(let lookup)? = bench.occurrences.last else {
      Issue.record("no lookup")
      return
    }
    #expect(lookup.kind == .resolve(name: "web"))
    let name = ResolvedName(
      name: "web.default.svc.cluster.local",
      addresses: [ResolvedName.Address(address: "10.96.1.2", name: "")])
    bench.runtime.completeRequest(lookup.id, .resolved(name), at: bench.now)
    bench.run()
    #expect(
      bench.output(id).hasSuffix("Name:\tweb.default.svc.cluster.local\nAddress: 10.96.1.2\n\n"))
  }

  @Test func netcatServes() throws {
    var bench = RuntimeBench()
    let script = "printf 'HTTP/1.1 200 OK\\r\\n\\r\\nhi' | nc -l -p 8080; echo over"
    let id = try bench.start("busybox", ["sh", "-c", script])
    let outcome = bench.runtime.httpGet(
      sandbox: bench.sandbox, port: 8080, path: "/", fromInside: false)
    #expect(outcome == .response(HTTPResponse(status: 200, body: "hi"), after: .zero))
    bench.run()
    #expect(bench.output(id).hasSuffix("over\n"))
  }

  private func check(_ bench: inout RuntimeBench, _ port: Int, _ service: String) -> GRPCOutcome {
    bench.runtime.grpcCheck(
      sandbox: bench.sandbox, port: port, service: service, fromInside: false)
  }

  @Test func health() throws {
    var bench = RuntimeBench()
    _ = try bench.start("registry.k8s.io/etcd:3.5.1-0")
    #expect(check(&bench, 2379, "") == .serving)
    #expect(check(&bench, 2379, "x") == .serviceUnknown)
    #expect(check(&bench, 1, "") == .refused)
  }

  @Test func nginxLogsRequests() throws {
    var bench = RuntimeBench()
    let id = try bench.start("nginx:1.27")
    _ = bench.runtime.httpGet(
      sandbox: bench.sandbox, port: 80, path: "/a", fromInside: false, clientAddress: "10.244.0.9")
    #expect(
      bench.output(id, .stdout).hasSuffix(
        "10.244.0.9 - - [01/Jan/2026:00:00:00 +0000] \"GET /a HTTP/1.1\" 404 153 \"-\" \"Wget\" \"-\"\n"
      ))
    let result = try bench.exec(id, ["nginx", "-s", "quit"])
    #expect(result?.exitCode == 0)
    #expect(bench.runtime.container(id)?.exitCode == 0)
  }
}
