internal import PodEngine

/// `auth can-i VERB KIND`: podlab has no RBAC, so that everything is allowed.
struct AskPermission: Command {
  static let description = CommandDescription(
    "auth can-i", .observe, synopsis: "auth can-i VERB KIND [NAME]",
    about: "ask whether something is allowed: without RBAC it always is",
    examples: ["auth can-i get pods", "auth can-i delete node/node-1"],
    flags: [
      Flag("quiet", "q", .switched, "print nothing"),
      Flag("all-namespaces", "A", .switched, "accepted"),
      Flag("subresource", nil, .text, "accepted"),
      Flag("list", nil, .missing(takesValue: false, instead: "everything is allowed"), ""),
    ], arguments: [.anything, .kindOrObject], isKubectl: true)

  private let isQuiet: Bool

  init(_ call: Invocation) throws(CommandError) {
    guard call.arguments.count == 2 || call.arguments.count == 3 else {
      throw .arguments(
        "you must specify two arguments: verb resource or verb resource/resourceName.\n"
          + "See 'kubectl auth can-i -h' for help and examples.",
        suggestion: "write auth can-i get pods")
    }
    isQuiet = call.flags.isOn("quiet")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    if !isQuiet { bench.print("yes") }
    bench.advise("podlab has no RBAC: everything is allowed")
  }
}
