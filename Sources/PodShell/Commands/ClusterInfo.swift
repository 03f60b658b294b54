internal import PodEngine

/// `cluster-info`: where the control plane would be.
struct ClusterInfo: Command {
  static let description = CommandDescription(
    "cluster-info", .observe, synopsis: "cluster-info", about: "show where the control plane is",
    examples: ["cluster-info", "cluster-info | head -1"], isKubectl: true)

  init(_ call: Invocation) throws(CommandError) {
    if let word = call.arguments.first {
      throw .unsupported(
        "podlab does not simulate \"kubectl cluster-info \(word.text)\"",
        suggestion: "save FILE keeps everything", position: word.position)
    }
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    // Nobody listens there: the address is that of the Service `kubernetes`.
    bench.print("Kubernetes control plane is running at https://10.96.0.1:443")
    bench.print("")
    bench.print(
      "To further debug and diagnose cluster problems, use 'kubectl cluster-info dump'.")
    bench.advise("podlab simulates the cluster in this process; nobody listens at that address")
  }
}
