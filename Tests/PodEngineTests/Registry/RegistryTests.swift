import PodEngine
import Testing

@Suite struct RegistryTests {
  private func reference(_ text: String) throws -> ImageReference {
    try ImageReference(parsing: text)
  }

  @Test(arguments: [
    (
      "nginx:nope",
      "rpc error: code = NotFound desc = failed to pull and unpack image \"docker.io/library/nginx:nope\": "
        + "failed to resolve reference \"docker.io/library/nginx:nope\": docker.io/library/nginx:nope: not found"
    ),
    (
      "ghost:1",
      "rpc error: code = NotFound desc = failed to pull and unpack image \"docker.io/library/ghost:1\": "
        + "failed to resolve reference \"docker.io/library/ghost:1\": docker.io/library/ghost:1: not found"
    ),
    (
      "none:1",
      "rpc error: code = Unknown desc = failed to pull and unpack image \"docker.io/library/none:1\": "
        + "failed to resolve reference \"docker.io/library/none:1\": pull access denied, repository does not exist "
        + "or may require authorization: server message: insufficient_scope: authorization failed"
    ),
    (
      "unreachable.example:5999/app:1",
      "rpc error: code = Unknown desc = failed to pull and unpack image \"unreachable.example:5999/app:1\": "
        + "failed to resolve reference \"unreachable.example:5999/app:1\": failed to do request: "
        + "Head \"https://unreachable.example:5999/v2/app/manifests/1\": dial tcp: lookup unreachable.example: no such host"
    ),
  ])
  func refusals(_ image: String, _ message: String) throws {
    guard case .failure(let failure) = Registry().pull(try reference(image), onto: NodeImages())
    else {
      Issue.record("pulled")
      return
    }
    #expect(failure.message == message)
  }

  @Test func aPullTakesItsBytes() throws {
    let registry = Registry()
    var node = NodeImages()
    let nginx = try reference("nginx")
    let outcome = registry.pull(nginx, onto: node)
    guard case .manifest(let manifest, let bytes, _) = outcome else {
      Issue.record("not pulled")
      return
    }
    #expect(bytes == manifest.sizeBytes)
    #expect((70_000_000...74_000_000).contains(bytes))
    #expect(outcome.duration == .milliseconds((bytes * 1000 + 25_000_000) / 50_000_000))
    node.load(manifest, as: nginx)
    #expect(node.has(nginx))
    #expect(registry.pull(nginx, onto: node).duration == .zero)
    let sameImage = registry.pull(try reference("nginx:1.29"), onto: node)
    #expect(sameImage.duration == .zero)
    guard
      case .manifest(let redis, let missing, _) = registry.pull(try reference("redis"), onto: node)
    else {
      Issue.record("not pulled")
      return
    }
    #expect(missing < redis.sizeBytes, "the Debian layer is there already")
    #expect(node.has(try reference("nginx@\(manifest.digest)")))
    let wasRemoved = node.remove(nginx)
    #expect(wasRemoved)
    #expect(!node.has(nginx))
    #expect(node.entries.isEmpty)
  }

  @Test func outages() throws {
    var registry = Registry()
    let nginx = try reference("nginx")
    registry.setPullFault(.slow, for: nginx)
    #expect((registry.pull(nginx, onto: NodeImages()).duration ?? .zero) > .seconds(60))
    registry.setPullFault(.fail, for: nginx)
    guard case .failure(let failure) = registry.pull(nginx, onto: NodeImages()) else {
      Issue.record("pulled")
      return
    }
    #expect(failure.message.hasSuffix("503 Service Unavailable"))
    registry.setPullFault(nil, for: nginx)
    registry.state = .down
    guard case .failure(let down) = registry.pull(nginx, onto: NodeImages()) else {
      Issue.record("pulled")
      return
    }
    #expect(down.message.hasSuffix("connect: connection refused"))
  }

  @Test func tagsMove() throws {
    var registry = Registry()
    let web = try reference("podlab/web:1.0")
    let old = try #require(registry.manifest(for: web))
    let pushed = registry.push(web)
    let new = try #require(pushed)
    #expect(old.digest != new.digest)
    #expect(registry.manifest(for: web)?.digest == new.digest)
    #expect(registry.manifest(for: try reference("podlab/web@\(old.digest)"))?.digest == old.digest)
    let mine = try reference("myapp:1.0")
    let wasAdded = registry.add(mine, like: try reference("nginx"))
    #expect(wasAdded)
    #expect(registry.manifest(for: mine)?.configuration.stopSignal == .quit)
    let missing = try reference("nope:1")
    let (added, pushedNothing) = (registry.add(mine, like: missing), registry.push(missing))
    #expect(!added)
    #expect(pushedNothing == nil)
  }

  /// Images that pages of the Kubernetes documentation name.
  @Test(
    arguments: ["3.0", "3.1", "3.2", "3.3", "3.4.1", "3.5", "3.6", "3.7", "3.8", "3.9", "3.10"].map
    {
      "registry.k8s.io/pause:\($0)"
    } + [
      "registry.k8s.io/serve_hostname", "k8s.gcr.io/serve_hostname",
      "gcr.io/google_containers/serve_hostname", "registry.k8s.io/event-exporter:v0.2.3",
      "bprashanth/nginxhttps:1.0", "docker.io/curlimages/curl:8.18.0", "mongo:4.2",
      "docker.io/corelab/gb-frontend:v5", "registry.k8s.io/nginx:latest",
    ])
  func documentedImagesExist(_ name: String) throws {
    #expect(Registry().manifest(for: try reference(name)) != nil)
  }

  @Test func everyImageOfTheCatalogueStarts() throws {
    for name in Registry().references {
      var bench = RuntimeBench()
      let id = try bench.start(name)
      bench.advance(seconds: 1)
      let record = try #require(bench.runtime.container(id))
      // Databases ask for a password, socat for what to connect; they say so and end.
      let wantsMore = ["PASSWORD", "addresses required"].contains(where: bench.output(id).contains)
      let wantsURL = bench.output(id).contains("curl --help")
      // The exporter works in Google's cloud only.
      let wantsGoogle = bench.output(id).contains("not running on GCE")
      let expected = wantsGoogle ? 255 : wantsURL ? 2 : wantsMore ? 1 : 0
      #expect(record.exitCode ?? 0 == expected, "\(name): \(bench.output(id))")
      #expect(record.imageID.contains("@sha256:"))
    }
  }

  @Test func digestsAreTheSameEverywhere() {
    #expect(ImageCatalogue.digest(of: "x") == ImageCatalogue.digest(of: "x"))
    #expect(ImageCatalogue.digest(of: "x").count == 71)
  }
}
