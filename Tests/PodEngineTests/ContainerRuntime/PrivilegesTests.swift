import PodEngine
import Testing

/// What `/proc/PID/status` says of a security context, and what it changes.
@Suite struct PrivilegesTests {
  /// The numbers of tasks/configure-pod-container/security-context, and what drops and ALL come to.
  static let capabilities: [(adding: [String], dropping: [String], effective: String)] = [
    ([], [], "00000000a80425fb"), (["NET_ADMIN", "SYS_TIME"], [], "00000000aa0435fb"),
    ([], ["ALL"], "0000000000000000"), (["NET_BIND_SERVICE"], ["ALL"], "0000000000000400"),
    (["ALL"], [], "000001ffffffffff"), ([], ["NET_RAW", "MKNOD"], "00000000a00405fb"),
  ]

  @Test(arguments: capabilities)
  func capabilitiesInStatus(
    _ example: (adding: [String], dropping: [String], effective: String)
  ) throws {
    let status = try status { privileges in
      privileges.change(adding: example.adding, dropping: example.dropping)
    }
    for name in ["CapPrm", "CapEff", "CapBnd"] {
      #expect(status.contains("\(name):\t\(example.effective)\n"))
    }
    #expect(status.contains("CapInh:\t0000000000000000\n"))
  }

  @Test func anotherUserHasNoneInForce() throws {
    let status = try status(user: 1000) { _ in }
    #expect(status.contains("CapEff:\t0000000000000000\nCapBnd:\t00000000a80425fb\n"))
  }

  @Test func escalationAndFilter() throws {
    let plain = try status { _ in }
    #expect(plain.contains("NoNewPrivs:\t0\nSeccomp:\t0\n"))
    let strict = try status {
      $0.hasNoNewPrivileges = true
      $0.hasFilter = true
    }
    #expect(strict.contains("NoNewPrivs:\t1\nSeccomp:\t2\n"))
  }

  /// Without the capability root may not do what others may not either.
  @Test(arguments: [
    ("CHOWN", "touch /f; chown 5 /f"), ("DAC_OVERRIDE", "echo y > /locked"),
    ("FOWNER", "chmod 600 /locked"),
  ])
  func rootNeedsItsCapabilities(_ capability: String, _ script: String) throws {
    for dropped in [[], [capability]] {
      var bench = RuntimeBench()
      let id = try bench.start("busybox:1.36", ["sleep", "60"]) {
        $0.privileges.change(adding: [], dropping: dropped)
      }
      let locked = "echo x > /locked; chown 7 /locked; chmod 000 /locked"
      if capability != "CHOWN" { _ = try bench.exec(id, ["sh", "-c", locked]) }
      let result = try #require(try bench.exec(id, ["sh", "-c", script]))
      #expect((result.exitCode == 0) == dropped.isEmpty)
    }
  }

  @Test func usersOfAPodOfItsOwn() throws {
    var bench = RuntimeBench()
    let id = try bench.start("busybox:1.36", ["sleep", "60"]) { $0.privileges.firstUser = 131_072 }
    let map = try #require(try bench.exec(id, ["cat", "/proc/self/uid_map"]))
    #expect(map.stdout == "         0     131072      65536\n")
    let other = try bench.start("busybox:1.36", ["sleep", "60"], name: "other")
    let plain = try #require(try bench.exec(other, ["cat", "/proc/self/uid_map"]))
    #expect(plain.stdout == "         0          0 4294967295\n")
    let (own, host) = (try link("user", id, &bench), try link("user", other, &bench))
    #expect(host == "user:[4026531837]\n")
    #expect(own != host)
    #expect(try link("net", id, &bench) == link("net", other, &bench))
    #expect(try link("mnt", id, &bench) != link("mnt", other, &bench))
  }

  private func link(_ name: String, _ id: String, _ bench: inout RuntimeBench) throws -> String {
    try #require(try bench.exec(id, ["readlink", "/proc/self/ns/\(name)"])).stdout
  }

  private func status(
    user: Int? = nil, _ change: (inout ProcessPrivileges) -> Void
  ) throws -> String {
    var bench = RuntimeBench()
    let id = try bench.start("busybox:1.36", ["cat", "/proc/1/status"]) {
      $0.runAsUser = user
      change(&$0.privileges)
    }
    return bench.output(id)
  }
}
