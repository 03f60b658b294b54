import PodEngine
import Testing

@Suite struct ContainerTests {
  @Test(arguments: [
    ("/no/such/cmd", "exec: \"/no/such/cmd\": stat /no/such/cmd: no such file or directory"),
    ("foo", "exec: \"foo\": executable file not found in $PATH"),
    ("/tmp", "exec: \"/tmp\": is a directory"),
    ("/etc/passwd", "exec: \"/etc/passwd\": permission denied"),
  ])
  func missingExecutable(_ command: String, _ detail: String) throws {
    var bench = RuntimeBench()
    let error = #expect(throws: RuntimeError.self) {
      try bench.start("busybox:1.35", [command])
    }
    let message =
      "failed to create containerd task: failed to create shim task: OCI runtime create failed: "
      + "runc create failed: unable to start container process: error during container init: "
      + detail + ": unknown"
    #expect(error?.message == message)
    let record = try #require(bench.runtime.containers(podUID: "uid").first)
    #expect(record.exitCode == 128)
    #expect(record.reason == "StartError")
    #expect(record.message == message)
    #expect(record.startedAt == nil)
  }

  @Test func commandAndArgsReplaceTheImages() throws {
    var bench = RuntimeBench()
    let id = try bench.start("busybox") { $0.args = ["echo", "from args"] }
    #expect(bench.output(id) == "from args\n")
    let none = try bench.start("busybox")
    #expect(bench.runtime.container(none)?.exitCode == 0)
  }

  @Test func environment() throws {
    var bench = RuntimeBench()
    let id = try bench.start("busybox", ["sh", "-c", "echo $A $HOSTNAME; pwd"]) {
      $0.environment = [EnvironmentVariable(name: "A", value: "x y")]
      $0.workingDirectory = "/work"
    }
    #expect(bench.output(id) == "x y web\n/work\n")
  }

  @Test(arguments: [
    (
      "echo 'disk full' > /dev/termination-log; exit 4", TerminationMessagePolicy.file,
      "disk full\n"
    ),
    ("echo 'fatal: no config'; exit 4", .file, ""),
    ("echo 'fatal: no config'; exit 4", .fallbackToLogsOnError, "fatal: no config\n"),
    ("echo fine", .fallbackToLogsOnError, ""),
    ("seq 200; exit 1", .fallbackToLogsOnError, (121...200).map { "\($0)\n" }.joined()),
    (
      "head -c 5000 /dev/zero | tr '\\0' a > /dev/termination-log", .file,
      String(repeating: "a", count: 4096)
    ),
  ])
  func terminationMessage(_ script: String, _ policy: TerminationMessagePolicy, _ message: String)
    throws
  {
    var bench = RuntimeBench()
    let id = try bench.start("busybox", ["sh", "-c", script]) {
      $0.terminationMessagePolicy = policy
    }
    #expect(bench.runtime.container(id)?.message == message)
  }

  @Test func memoryHogIsKilled() throws {
    var bench = RuntimeBench()
    let id = try bench.start(
      "busybox:1.35", ["sh", "-c", "x=$(head -c 60000000 /dev/zero | tr '\\0' a); sleep 5"]
    ) { $0.memoryLimitBytes = 20 << 20 }
    let record = try #require(bench.runtime.container(id))
    #expect(record.exitCode == 137)
    #expect(record.reason == "OOMKilled")
    #expect(record.finishedAt == .start)
  }

  @Test func aSmallerHogIsNot() throws {
    var bench = RuntimeBench()
    let id = try bench.start(
      "busybox:1.35",
      ["sh", "-c", "x=$(head -c 10000000 /dev/zero | tr '\\0' a); echo ${#x}; sleep 5; exit 0"]
    ) { $0.memoryLimitBytes = 20 << 20 }
    #expect(bench.output(id) == "10000000\n")
    #expect(bench.runtime.memoryUsageBytes(id) > 10_000_000)
  }

  @Test(arguments: ["x=a; while true; do x=$x$x; done", "x=ab; while :; do x=\"$x.$x\"; done"])
  func doublingRunsOutOfMemory(_ script: String) throws {
    var bench = RuntimeBench()
    let id = try bench.start("busybox", ["sh", "-c", script]) { $0.memoryLimitBytes = 8 << 20 }
    #expect(bench.runtime.container(id)?.reason == "OOMKilled")
  }

  @Test func stressIsKilledAtItsLimit() throws {
    var bench = RuntimeBench()
    let arguments = ["stress", "--vm", "1", "--vm-bytes", "250M", "--vm-hang", "1"]
    let id = try bench.start("polinux/stress", arguments) { $0.memoryLimitBytes = 100 << 20 }
    #expect(bench.runtime.container(id)?.reason == "OOMKilled")
    let other = try bench.start("polinux/stress", ["stress", "--vm", "1", "--vm-bytes", "150M"]) {
      $0.memoryLimitBytes = 200 << 20
    }
    #expect(bench.runtime.container(other)?.state == .running)
  }

  @Test func volumesAreSharedAndCounted() throws {
    var bench = RuntimeBench()
    let volume = VolumeID(podUID: "uid", name: "d")
    bench.runtime.createVolume(volume, kind: .emptyDir(isMemory: false, sizeLimitBytes: 20 << 20))
    let mount = ContainerMount(volume: volume, path: "/d")
    _ = try bench.start(
      "busybox", ["sh", "-c", "dd if=/dev/zero of=/d/f bs=1M count=60; sleep 9"], name: "a"
    ) {
      $0.mounts = [mount]
    }
    #expect(bench.runtime.volumeUsageBytes(volume) == 60 << 20)
    let id = try bench.start("busybox", ["sh", "-c", "ls /d; wc -c /d/f; rm /d/f"], name: "b") {
      $0.mounts = [mount]
    }
    #expect(bench.output(id) == "f\n62914560 /d/f\n")
    #expect(bench.runtime.volumeUsageBytes(volume) == 0)
  }

  @Test func configurationVolumesAreReadOnlyAndChange() throws {
    var bench = RuntimeBench()
    let volume = VolumeID(podUID: "uid", name: "c")
    bench.runtime.createVolume(volume, kind: .files([VolumeFile(path: "a.txt", content: "one")]))
    let id = try bench.start(
      "busybox", ["sh", "-c", "cat /c/a.txt; echo x > /c/b; sleep 1; cat /c/a.txt"]
    ) {
      $0.mounts = [ContainerMount(volume: volume, path: "/c")]
    }
    #expect(bench.output(id, .stdout) == "")
    bench.runtime.updateVolumeFiles(volume, [VolumeFile(path: "a.txt", content: "two\n")])
    bench.advance(seconds: 1)
    #expect(bench.output(id, .stderr) == "sh: can't create /c/b: Read-only file system\n")
    #expect(bench.output(id, .stdout) == "onetwo\n")
  }

  @Test func aFullDiskSaysSo() throws {
    var bench = RuntimeBench()
    bench.runtime.diskCapacityBytes = 1 << 30
    let id = try bench.start(
      "busybox", ["sh", "-c", "dd if=/dev/zero of=/f bs=1M; rm /f; echo ok > /g; cat /g"])
    #expect(bench.output(id).contains("dd: error writing '/f': No space left on device\n"))
    #expect(bench.output(id).hasSuffix("ok\n"))
  }

  @Test func usersMayNotWriteEverywhere() throws {
    var bench = RuntimeBench()
    let id = try bench.start("busybox", ["sh", "-c", "id; touch /x; touch /tmp/y && echo ok"]) {
      $0.runAsUser = 1000
    }
    #expect(
      bench.output(id) == "uid=1000 gid=0(root) groups=0(root)\ntouch: /x: Permission denied\nok\n")
  }

  @Test func execResults() throws {
    var bench = RuntimeBench()
    let id = try bench.start("busybox", ["sh", "-c", "touch /tmp/ok; sleep 100"])
    let good = try bench.exec(id, ["cat", "/tmp/ok"])
    #expect(good?.exitCode == 0)
    let bad = try bench.exec(id, ["cat", "/tmp/healthy"])
    #expect(bad?.exitCode == 1)
    #expect(bad?.output == "cat: can't open '/tmp/healthy': No such file or directory\n")
    #expect(try bench.exec(id, ["sh", "-c", "sleep 2; exit 9"])?.exitCode == 9)
    #expect(bench.now.milliseconds == 2000)
    let error = #expect(throws: RuntimeError.self) { try bench.exec(id, ["nope"]) }
    let ending =
      "OCI runtime exec failed: exec failed: unable to start container process: "
      + "exec: \"nope\": executable file not found in $PATH: unknown"
    #expect(error?.message.hasSuffix(ending) == true)
  }

  @Test func aCancelledExecIsGone() throws {
    var bench = RuntimeBench()
    let id = try bench.start("busybox", ["sleep", "100"])
    let exec = try bench.runtime.exec(id, command: ["sleep", "50"], at: bench.now)
    bench.advance(seconds: 1)
    bench.runtime.cancelExec(exec, at: bench.now)
    bench.advance(seconds: 60)
    #expect(bench.occurrences.isEmpty)
  }

  @Test func aCopyIsASnapshot() throws {
    var bench = RuntimeBench()
    let id = try bench.start("busybox", ["sh", "-c", "for i in 1 2 3; do echo $i; sleep 1; done"])
    let before = bench
    bench.advance(seconds: 5)
    var again = before
    again.advance(seconds: 5)
    #expect(before.output(id) == "1\n")
    #expect(bench.output(id) == "1\n2\n3\n")
    #expect(again.runtime.logs(id) == bench.runtime.logs(id))
  }
}
