internal import PodEngine

/// `config current-context`: the one context that podlab has.
struct CurrentContext: Command {
  /// The name of the context, of the cluster and of its user.
  static let name = "podlab"

  static let description = CommandDescription(
    "config current-context", .observe, synopsis: "config current-context",
    about: "show the name of the context",
    examples: ["config current-context", "config current-context && get nodes"], isKubectl: true)

  init(_ call: Invocation) throws(CommandError) {}

  func run(in bench: inout Workbench) throws(CommandError) { bench.print(Self.name) }
}
