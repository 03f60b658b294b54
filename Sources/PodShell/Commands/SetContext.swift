internal import PodEngine

/// `config set-context --current --namespace=NAME`: the namespace of all commands that follow.
struct SetContext: Command {
  static let description = CommandDescription(
    "config set-context", .build, synopsis: "config set-context --current --namespace=NAME",
    about: "choose the namespace of the commands that follow",
    examples: [
      "config set-context --current --namespace=kube-system",
      "config set-context --current --namespace=default",
    ],
    flags: [Flag("current", nil, .switched, "the one context that podlab has")],
    arguments: [], isKubectl: true)

  private let namespace: String

  init(_ call: Invocation) throws(CommandError) {
    guard call.flags.isOn("current") else {
      throw .unsupported(
        "podlab has one context, podlab",
        suggestion: "write config set-context --current --namespace=NAME")
    }
    guard let namespace = call.flags.text("namespace") else {
      throw .arguments("required flag(s) \"namespace\" not set")
    }
    self.namespace = namespace
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    bench.settings.namespace = namespace
    bench.print("Context \"podlab\" modified.")
    guard bench.cluster.objects[ObjectKey(.namespaces, name: namespace)] == nil else { return }
    bench.advise("there is no namespace \(namespace) yet; create namespace \(namespace) makes it")
  }
}
