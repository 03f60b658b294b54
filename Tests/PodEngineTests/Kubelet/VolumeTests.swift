import Testing

@testable import PodEngine

/// What containers find in their volumes.
struct VolumeTests {
  private func log(_ laboratory: Laboratory, _ name: String = "web") throws -> [String] {
    let pod = try #require(laboratory.pod(name))
    let runtime = try #require(laboratory.cluster.kubelets["node-1"]?.runtime)
    let id = try #require(runtime.containers(podUID: pod.metadata.uid).first?.id)
    return runtime.logs(id).map(\.text)
  }

  @Test func aConfigMapChangesWithTheNextSyncButNotBehindSubPath() throws {
    var laboratory = try Laboratory()
    let map = ObjectKey(.configMaps, namespace: "default", name: "cm")
    _ = try laboratory.cluster.request(
      .create(
        ["metadata": ["name": "cm"], "data": ["a": "one"]], .configMaps, namespace: "default"))
    try laboratory.run(
      "web",
      "for i in 1 2 3; do echo $(cat /v/a /pinned); sleep 35; done; test -L /v/a && echo link; sleep 100",
      container: [
        "volumeMounts": [
          ["name": "v", "mountPath": "/v"],
          ["name": "v", "mountPath": "/pinned", "subPath": "a"],
        ]
      ], spec: ["volumes": [["name": "v", "configMap": ["name": "cm"]]]])
    try laboratory.cluster.advance(by: .seconds(10))
    _ = try laboratory.cluster.request(.patch(map, .merge(["data": ["a": "two"]])))
    try laboratory.cluster.advance(by: .milliseconds(49_999))
    #expect(try log(laboratory) == ["oneone", "oneone"])
    try laboratory.cluster.advance(by: .seconds(60))
    #expect(try log(laboratory) == ["oneone", "oneone", "twoone", "link"])
  }

  @Test func labelsChangeAtOnce() throws {
    var laboratory = try Laboratory()
    try laboratory.run(
      "web", "sleep 10; cat /v/labels; echo; sleep 100",
      container: ["volumeMounts": [["name": "v", "mountPath": "/v"]]],
      spec: [
        "volumes": [
          [
            "name": "v",
            "downwardAPI": [
              "items": [["path": "labels", "fieldRef": ["fieldPath": "metadata.labels"]]]
            ],
          ]
        ]
      ])
    try laboratory.cluster.advance(by: .seconds(5))
    _ = try laboratory.cluster.request(
      .patch(laboratory.key("web"), .merge(["metadata": ["labels": ["tier": "front"]]])))
    try laboratory.cluster.advance(by: .seconds(10))
    #expect(try log(laboratory) == ["tier=\"front\""])
  }

  /// `FormatMap` in pkg/fieldpath quotes values as Go does; a file may have a mode of its own.
  @Test func valuesAreQuotedAndFilesKeepTheirModes() throws {
    var laboratory = try Laboratory()
    let note: APIValue = [
      "path": "note", "mode": 256, "fieldRef": ["fieldPath": "metadata.annotations"],
    ]
    try laboratory.run(
      "web", "sleep 1; cat /v/note; echo; ls -l /v/..data/note | cut -c1-10; sleep 100",
      container: ["volumeMounts": [["name": "v", "mountPath": "/v"]]],
      spec: [
        "volumes": [
          ["name": "v", "downwardAPI": ["items": [note]]]
        ]
      ])
    _ = try laboratory.cluster.request(
      .patch(
        laboratory.key("web"), .merge(["metadata": ["annotations": ["a": "say \"b\"\n"]]])))
    try laboratory.cluster.advance(by: .seconds(10))
    #expect(try log(laboratory) == ["a=\"say \\\"b\\\"\\n\"", "-r--------"])
  }

  @Test func hostPathIsSharedByThePodsOfANodeAndOutlivesThem() throws {
    var laboratory = try Laboratory()
    let mount: APIValue = ["volumeMounts": [["name": "v", "mountPath": "/v"]]]
    let volume: APIValue = ["volumes": [["name": "v", "hostPath": ["path": "/data"]]]]
    try laboratory.run("one", "echo kept > /v/file; sleep 100", container: mount, spec: volume)
    try laboratory.cluster.advance(by: .seconds(1))
    try laboratory.delete("one", graceSeconds: 0)
    try laboratory.cluster.advance(by: .seconds(10))
    try laboratory.run("two", "cat /v/file; sleep 100", container: mount, spec: volume)
    try laboratory.cluster.advance(by: .seconds(1))
    #expect(try log(laboratory, "two") == ["kept"])
  }

  @Test(arguments: [
    ("/foo", "Directory", "/foo is not a directory"), ("/foo", "File", "/foo is not a file"),
    ("/tmp", "Socket", "/tmp is not a socket file"),
    ("/tmp", "CharDevice", "/tmp is not a character device"),
    ("/dev/null", "BlockDevice", "/dev/null is not a block device"),
    ("/no/such", "FileOrCreate", "/no/such is not a file"),
    ("/foo", "DirectoryOrCreate", nil), ("/foo", "FileOrCreate", nil), ("/foo", "", nil),
    ("/dev/null", "CharDevice", nil), ("/etc/os-release", "File", nil),
  ])
  func hostPathTypes(_ path: String, _ type: String, _ problem: String?) throws {
    var laboratory = try Laboratory()
    try laboratory.run(
      "web", "sleep 100", container: ["volumeMounts": [["name": "v", "mountPath": "/v"]]],
      spec: [
        "volumes": [
          ["name": "v", "hostPath": ["path": .string(path), "type": .string(type)]]
        ]
      ])
    try laboratory.cluster.advance(by: .zero)
    #expect((laboratory.pod()?.status.phase == .running) == (problem == nil))
    #expect(
      laboratory.messages("FailedMount")
        == (problem.map {
          ["MountVolume.SetUp failed for volume \"v\" : hostPath type check failed: \($0)"]
        } ?? []))
  }

  @Test func aPodIsFoundByItsHostNameBehindAHeadlessService() throws {
    var laboratory = try Laboratory()
    _ = try laboratory.cluster.request(
      .create(
        [
          "metadata": ["name": "s"],
          "spec": ["clusterIP": "None", "selector": ["app": "x"], "ports": [["port": 80]]],
        ], .services, namespace: "default"))
    try laboratory.run("one", "sleep 100", spec: ["hostname": "h", "subdomain": "s"])
    _ = try laboratory.cluster.request(
      .patch(laboratory.key("one"), .merge(["metadata": ["labels": ["app": "x"]]])))
    try laboratory.cluster.advance(by: .seconds(1))
    try laboratory.run(
      "two", "nslookup h.s.default.svc.cluster.local; nslookup z.s.default.svc.cluster.local")
    try laboratory.cluster.advance(by: .seconds(1))
    let address = try #require(laboratory.pod("one")?.status.podIP)
    let lines = try log(laboratory, "two")
    #expect(lines.contains { $0.contains(address) })
    #expect(lines.contains { $0.contains("can't find z.s") || $0.contains("can't resolve") })
  }

  @Test func namesAreInTheHostsFile() throws {
    var laboratory = try Laboratory()
    try laboratory.run(
      "web", "hostname; tail -n 4 /etc/hosts; cat /etc/resolv.conf; sleep 100",
      spec: [
        "hostname": "h", "subdomain": "s", "setHostnameAsFQDN": true, "dnsPolicy": "None",
        "hostAliases": [["ip": "1.2.3.4", "hostnames": ["foo", "bar"]]],
        "dnsConfig": [
          "nameservers": ["9.9.9.9"], "searches": ["example.com"],
          "options": [["name": "ndots", "value": "2"], ["name": "edns0"]],
        ],
      ])
    try laboratory.cluster.advance(by: .seconds(1))
    let lines = try log(laboratory)
    #expect(lines.first == "h.s.default.svc.cluster.local")
    #expect(lines.contains("1.2.3.4\tfoo\tbar"))
    #expect(
      lines.suffix(3) == ["search example.com", "nameserver 9.9.9.9", "options ndots:2 edns0"])
  }
}
