import PodEngine
import Testing

/// nginx does what its configuration says.
@Suite struct NginxTests {
  private func nginx(_ bench: inout RuntimeBench, _ site: String) throws -> String {
    let volume = VolumeID(podUID: "uid", name: "site")
    bench.runtime.createVolume(
      volume, kind: .files([VolumeFile(path: "site.conf", content: site)]))
    return try bench.start("nginx:1.27") {
      $0.mounts = [ContainerMount(volume: volume, path: "/etc/nginx/conf.d")]
    }
  }

  static let sites: [(site: String, port: Int, path: String, status: Int, body: String)] = [
    ("server { listen 81; location / { return 200 'hi\n'; } }", 81, "/", 200, "hi\n"),
    (
      "server { listen 80; location /a { return 201 one; } location = /a/b { return 202 two; } }",
      80,
      "/a/b", 202, "two"
    ),
    (
      "server { listen 80; location /a { return 201 one; } location /a/b { return 202 two; } }", 80,
      "/a/bc", 202, "two"
    ),
    ("# nothing but\nserver { listen 127.0.0.1:80; return 204; }", 80, "/", 204, ""),
  ]

  @Test(arguments: sites)
  func answersAsConfigured(
    _ example: (site: String, port: Int, path: String, status: Int, body: String)
  )
    throws
  {
    var bench = RuntimeBench()
    _ = try nginx(&bench, example.site)
    guard
      case .response(let response, _) = bench.runtime.httpGet(
        sandbox: bench.sandbox, port: example.port, path: example.path, fromInside: true)
    else {
      Issue.record("no answer")
      return
    }
    #expect(response.status == example.status)
    if example.status != 204 { #expect(response.body == example.body) }
  }

  static let broken = [
    (
      "server { listen 80",
      "unexpected end of file, expecting \";\" or \"}\" in "
        + "/etc/nginx/conf.d/site.conf:1"
    ),
    ("server { listen 80; } }", "unexpected \"}\" in /etc/nginx/conf.d/site.conf:1"),
    (
      "server {\n  listen 443 ssl;\n  ssl_certificate /none;\n}",
      "cannot load certificate \"/none\""
    ),
  ]

  @Test(arguments: broken)
  func endsWithWhatItCannotRead(_ site: String, _ text: String) throws {
    var bench = RuntimeBench()
    let id = try nginx(&bench, site)
    #expect(bench.runtime.container(id)?.exitCode == 1)
    #expect(bench.output(id).contains("nginx: [emerg] \(text)"))
  }

  @Test func theWelcomePageIsAsLongAsNginxs() throws {
    var bench = RuntimeBench()
    let id = try bench.start("nginx:1.27")
    let result = try #require(try bench.exec(id, ["curl", "-si", "localhost"]))
    #expect(result.stdout.contains("Content-Length: 615\r\n"))
    #expect(result.stdout.contains("<title>Welcome to nginx!</title>"))
    #expect(bench.output(id).contains("\"GET / HTTP/1.1\" 200 615 \"-\" \"curl"))
  }

  /// Before 1.20 nginx logs warnings only and has one worker, before 1.19 there is no entry point.
  @Test(arguments: [("1.14.2", "", 1), ("1.27", "start worker processes\n", 2)])
  func oldVersionsSayNothing(_ version: String, _ end: String, _ workers: Int) throws {
    var bench = RuntimeBench()
    let id = try bench.start("nginx:\(version)")
    #expect(end.isEmpty ? bench.output(id).isEmpty : bench.output(id).hasSuffix(end))
    let count = try #require(
      try bench.exec(
        id, ["sh", "-c", "cat /proc/[0-9]*/cmdline | tr '\\0' '\\n' | grep -c ^nginx:.worker"]))
    #expect(count.stdout == "\(workers)\n")
  }

  @Test func hangupBringsNewWorkersAndTheNewConfiguration() throws {
    var bench = RuntimeBench()
    let volume = VolumeID(podUID: "uid", name: "site")
    let id = try nginx(&bench, "server { listen 80; return 200 old; }")
    bench.runtime.updateVolumeFiles(
      volume, [VolumeFile(path: "site.conf", content: "server { listen 80; return 200 new; }")])
    let before = try #require(try bench.exec(id, ["curl", "-s", "localhost"]))
    bench.signal(id, .hup)
    let after = try #require(try bench.exec(id, ["curl", "-s", "localhost"]))
    #expect(before.stdout == "old")
    #expect(after.stdout == "new")
  }
}
