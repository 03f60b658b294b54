internal import PodEngine

/// `top pod`: what containers use now, as the metrics server reports it.
struct TopPods: Command {
  static let description = CommandDescription(
    "top pod", aliases: ["top pods", "top po"], .observe,
    synopsis: "top pod [NAME] [--containers] [-A] [-l SELECTOR] [--sort-by=cpu|memory] [--sum]",
    about: "show what Pods use of processor and memory",
    examples: ["run web --image=nginx && advance 5s && top pod", "top pod web --containers"],
    flags: [
      Flag("containers", nil, .switched, "a line for each container"),
      Flag("all-namespaces", "A", .switched, "the Pods of all namespaces"),
      Flag("selector", "l", .text, "only Pods with these labels: app=web"),
      Flag("sort-by", nil, .text, "cpu or memory", completes: .oneOf(["cpu", "memory"])),
      Flag("no-headers", nil, .switched, "leave the header away"),
      Flag("sum", nil, .switched, "a last line with the sums"),
    ], arguments: [.pod], isKubectl: true)

  private let name: Word?
  private let labels: LabelSelector?
  private let showsContainers: Bool
  private let allNamespaces: Bool
  private let options: TopOptions

  init(_ call: Invocation) throws(CommandError) {
    name = call.arguments.first
    labels = try ObjectSelection.labels(call)
    showsContainers = call.flags.isOn("containers")
    allNamespaces = call.flags.isOn("all-namespaces")
    options = try TopOptions(call)
    guard name == nil || labels == nil else {
      throw .arguments("only one of NAME or selector can be provided")
    }
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let pods = try pods(in: bench)
    guard !pods.isEmpty else {
      return bench.note(
        allNamespaces
          ? "No resources found" : "No resources found in \(bench.namespace) namespace.")
    }
    let metrics = bench.cluster.metrics
    var rows = pods.flatMap { key -> [TopOptions.Row] in
      let own = metrics.filter { $0.pod == key }
      guard !showsContainers else {
        return own.map { row(key, [$0.container], [$0]) }
      }
      return own.isEmpty ? [] : [row(key, [], own)]
    }
    guard !rows.isEmpty else {
      if let name {
        throw CommandError(
          "not-found",
          "Error from server (NotFound): podmetrics.metrics.k8s.io "
            + GoSyntax.quoted("\(bench.namespace)/\(name.text)") + " not found",
          suggestion: "only running containers have metrics", position: name.position)
      }
      throw CommandError(
        "unavailable", "error: metrics not available yet",
        suggestion: "only running containers have metrics")
    }
    options.sort(&rows)
    let header =
      (allNamespaces ? ["NAMESPACE"] : []) + (showsContainers ? ["POD", "NAME"] : ["NAME"])
      + ["CPU(cores)", "MEMORY(bytes)"]
    bench.write(options.table(header, rows))
  }

  private func row(
    _ key: ObjectKey, _ more: [String], _ metrics: [ContainerMetrics]
  ) -> TopOptions.Row {
    TopOptions.Row(
      names: (allNamespaces ? [key.namespace] : []) + [key.name] + more,
      cpuMilli: metrics.reduce(0) { $0 + $1.cpuMilli },
      memoryBytes: metrics.reduce(0) { $0 + $1.memoryBytes })
  }

  private func pods(in bench: Workbench) throws(CommandError) -> [ObjectKey] {
    if let name {
      let key = ObjectKey(.pods, namespace: bench.namespace, name: name.text)
      _ = try bench.object(key, position: name.position)
      return [key]
    }
    return bench.cluster.objects.list(.pods, namespace: allNamespaces ? nil : bench.namespace)
      .map(\.tree).filter { labels?.matches($0) ?? true }
      .map { ObjectKey(.pods, namespace: $0.namespace, name: $0.name) }
  }
}

/// `top node`: the same, summed up for each machine.
struct TopNodes: Command {
  static let description = CommandDescription(
    "top node", aliases: ["top nodes", "top no"], .observe,
    synopsis: "top node [NAME] [--sort-by=cpu|memory] [--no-headers]",
    about: "show what the Pods of each node use; podlab's nodes need nothing themselves",
    examples: ["top node", "top node node-1"],
    flags: [
      Flag("sort-by", nil, .text, "cpu or memory", completes: .oneOf(["cpu", "memory"])),
      Flag("no-headers", nil, .switched, "leave the header away"),
      Flag("selector", "l", .text, "only nodes with these labels"),
      Flag("show-capacity", nil, .missing(takesValue: false, instead: "describe node NAME"), ""),
    ], arguments: [.node], isKubectl: true)

  private let name: Word?
  private let labels: LabelSelector?
  private let options: TopOptions

  init(_ call: Invocation) throws(CommandError) {
    name = call.arguments.first
    labels = try ObjectSelection.labels(call)
    options = try TopOptions(call)
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    if let name {
      _ = try bench.object(ObjectKey(.nodes, name: name.text), position: name.position)
    }
    let nodes = bench.cluster.objects.list(.nodes).map(\.tree).filter {
      (name == nil || $0.name == name?.text) && (labels?.matches($0) ?? true)
    }
    guard !nodes.isEmpty else { return bench.note("No resources found") }
    let metrics = bench.cluster.metrics
    var rows = nodes.map { node -> TopOptions.Row in
      let kubelet = bench.cluster.kubelets[node.name]
      let own = metrics.filter {
        bench.cluster.objects.pod($0.pod)?.spec.nodeName == node.name
      }
      return TopOptions.Row(
        names: [node.name], cpuMilli: own.reduce(0) { $0 + $1.cpuMilli },
        memoryBytes: own.reduce(0) { $0 + $1.memoryBytes },
        allocatable: Self.allocatable(node),
        isKnown: kubelet?.isOn == true && kubelet?.isConnected == true)
    }
    options.sort(&rows)
    bench.write(
      options.table(
        ["NAME", "CPU(cores)", "CPU(%)", "MEMORY(bytes)", "MEMORY(%)"], rows))
  }

  private static func allocatable(_ node: APIValue) -> TopOptions.Amounts {
    TopOptions.Amounts(
      cpuMilli: Quantity(node.text("status", "allocatable", "cpu"))?.milliValue ?? 0,
      memoryBytes: Quantity(node.text("status", "allocatable", "memory"))?.value ?? 0)
  }
}

/// `top` alone.
struct Top: Command {
  static let description = CommandDescription(
    "top", .observe, synopsis: "top pod|node [NAME]",
    about: "show what Pods and nodes use", examples: ["help top", "top --help"],
    arguments: [.oneOf(["pod", "node"])], isKubectl: true)

  init(_ call: Invocation) throws(CommandError) {
    guard let word = call.arguments.first else { throw .usage("top what?", verb: "top") }
    throw CommandError(
      "unknown-command",
      "error: unknown command \(GoSyntax.quoted(word.text))\nSee 'kubectl top -h' for help and examples",
      suggestion: "top knows: pod, node", exitCode: 2, position: word.position)
  }

  func run(in bench: inout Workbench) {}
}
