internal import PodEngine

/// `version`: which Kubernetes podlab shows.
struct Version: Command {
  static let description = CommandDescription(
    "version", .observe, synopsis: "version [--client]", about: "show which Kubernetes this is",
    examples: ["version", "version --client"],
    flags: [Flag("client", nil, .switched, "only the client")], isKubectl: true)

  private let clientOnly: Bool

  init(_ call: Invocation) throws(CommandError) { clientOnly = call.flags.isOn("client") }

  func run(in bench: inout Workbench) throws(CommandError) {
    bench.print("Client Version: v1.33.1")
    bench.print("Kustomize Version: v5.6.0")
    if !clientOnly { bench.print("Server Version: v1.33.1") }
  }
}
