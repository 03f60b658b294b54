internal import PodEngine

/// `node ps NODE`: what runs on a machine, beside what the API server believes of it.
struct NodeProcesses: Command {
  static let description = CommandDescription(
    "node ps", aliases: ["crictl ps"], .observe, synopsis: "node ps NODE",
    about: "show the processes that run on a node, and what the API says of their Pods",
    examples: ["node ps node-1", "help node ps"], arguments: [.node])

  private static let columns = ["POD", "CONTAINER", "PID", "MEMORY", "AGE", "API", "COMMAND"]
  /// Longer commands are cut, as `ps` cuts them.
  private static let longestCommand = 50

  private let node: NodeWord

  init(_ call: Invocation) throws(CommandError) { node = try NodeWord(call, verb: "node ps") }

  func run(in bench: inout Workbench) throws(CommandError) {
    guard let kubelet = bench.cluster.kubelets[node.name] else {
      let key = ObjectKey(.nodes, name: node.name)
      throw CommandError(
        .notFound(key), suggestion: bench.nearName(to: key), position: node.position)
    }
    guard kubelet.isOn else { return bench.print("node/\(node.name) is off: nothing runs") }
    if !kubelet.isConnected { bench.print("node/\(node.name) is cut off from the API server") }
    let processes = kubelet.processes
    guard !processes.isEmpty else { return bench.print("nothing runs on node/\(node.name)") }
    var writer = TabWriter.get
    writer.write(Self.columns.joined(separator: "\t") + "\n")
    for process in processes {
      writer.write(cells(of: process, bench).joined(separator: "\t") + "\n")
    }
    bench.write(writer.take())
  }

  private func cells(of process: NodeProcess, _ bench: Workbench) -> [String] {
    [
      "\(process.pod.namespace)/\(process.pod.name)", process.container, "\(process.number)",
      Quantity.bytes(process.memoryBytes).text,
      HumanDuration.text(bench.cluster.now - process.startedAt),
      Self.belief(process, bench), String(process.command.prefix(Self.longestCommand)),
    ]
  }

  /// What `get pods` would make of it.
  private static func belief(_ process: NodeProcess, _ bench: Workbench) -> String {
    guard let pod = bench.cluster.objects.pod(process.pod), pod.metadata.uid == process.podUID
    else { return "<deleted>" }
    return pod.isTerminating ? "Terminating" : pod.status.phase.rawValue
  }
}
