internal import PodEngine

/// `config view`: the settings as a kubeconfig would hold them.
struct ViewConfig: Command {
  static let description = CommandDescription(
    "config view", .observe, synopsis: "config view [--minify] [-o yaml|json|jsonpath=…]",
    about: "show the settings as a kubeconfig would hold them",
    examples: ["config view", "config view --minify -o jsonpath='{..namespace}'"],
    flags: [
      Flag("minify", nil, .switched, "only what the current context needs"),
      Flag("output", "o", .text, "yaml, json or jsonpath"),
      Flag("raw", nil, .switched, "accepted; podlab has no secrets there"),
      Flag("flatten", nil, .switched, "accepted"),
    ], isKubectl: true)

  private let format: OutputFormat

  init(_ call: Invocation) throws(CommandError) {
    let text = call.flags.text("output") ?? "yaml"
    do { format = try OutputFormat(parsing: text, menu: .create) } catch {
      throw .arguments(error.message, position: call.flags.position(of: "output"))
    }
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let name = APIValue.string(CurrentContext.name)
    var context: APIValue = ["cluster": name]
    if bench.settings.namespace != "default" {
      context["namespace"] = .string(bench.settings.namespace)
    }
    context["user"] = name
    let view: APIValue = [
      "apiVersion": "v1",
      "clusters": [["cluster": ["server": "https://10.96.0.1:443"], "name": name]],
      "contexts": [["context": context, "name": name]], "current-context": name, "kind": "Config",
      "preferences": .emptyObject, "users": [["name": name, "user": .emptyObject]],
    ]
    do {
      bench.write(try Renderer.text(of: view, format: format))
    } catch {
      throw CommandError("invalid", "error: \(error.message)")
    }
  }
}
