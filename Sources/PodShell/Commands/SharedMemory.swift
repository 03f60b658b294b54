internal import PodEngine

/// `ipc A [B]`: the System V shared memory of a Pod, and whether another one has the same.
struct SharedMemory: Command {
  static let description = CommandDescription(
    "ipc", .observe, synopsis: "ipc POD [POD]",
    about: "show the shared memory that the containers of a Pod have together",
    examples: [
      "run a --image=busybox -- sh -c 'ipcmk -M 1024; sleep 900' && advance 5s && ipc a",
      "run b --image=busybox -- sleep 900 && advance 5s && ipc a b",
    ], arguments: [.pod])

  private let targets: [PodTarget]

  init(_ call: Invocation) throws(CommandError) {
    _ = try call.argument(0, "a Pod", of: "ipc")
    try call.refuseArguments(after: 2, of: "ipc")
    targets = try call.arguments.map { word throws(CommandError) in try PodTarget(word) }
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    var table = TabWriter.get
    table.write(line: ["POD", "KEY", "ID", "OWNER", "BYTES"])
    var found = false
    for target in targets {
      for segment in try segments(target, in: bench) {
        found = true
        let digits = String(segment.key, radix: 16)
        table.write(line: [
          target.pod, "0x" + String(repeating: "0", count: max(0, 8 - digits.count)) + digits,
          "\(segment.id)", segment.owner, "\(segment.bytes)",
        ])
      }
    }
    if found { bench.write(table.take()) } else { bench.print("no shared memory") }
    guard targets.count == 2 else { return }
    let isSame = targets[0].pod == targets[1].pod
    bench.print(
      isSame
        ? "pod/\(targets[0].pod): all its containers have one IPC namespace"
        : "pod/\(targets[0].pod) and pod/\(targets[1].pod) have an IPC namespace each")
  }

  private func segments(
    _ target: PodTarget, in bench: Workbench
  ) throws(CommandError) -> [SharedMemorySegment] {
    let key = target.key(in: bench)
    do throws(ExecError) { return try bench.cluster.sharedMemory(of: key) } catch {
      throw CommandError(
        error, ExecRequest(pod: key, container: "", command: [], position: target.position),
        in: bench)
    }
  }
}
