internal import PodEngine

/// `set serviceaccount KIND/NAME ACCOUNT`: under which identity the Pods run.
struct SetServiceAccount: Command {
  static let description = CommandDescription(
    "set serviceaccount", aliases: ["set sa"], .build,
    synopsis: "set serviceaccount KIND/NAME ACCOUNT",
    about: "change the service account of a Pod template",
    examples: [
      "create deployment web --image=nginx && set serviceaccount deployment web default",
      "set sa deployment/web default",
    ],
    flags: SetTemplate.flags, arguments: [.kindOrObject, .anything], isKubectl: true)

  private let template: SetTemplate
  private let account: String

  init(_ call: Invocation) throws(CommandError) {
    guard call.arguments.count > 1, let account = call.arguments.last else {
      throw .arguments(
        "You must provide one or more resources by argument or filename.\n"
          + "Example resource specifications include:\n   '-f rsrc.yaml'\n"
          + "   '--filename=rsrc.json'\n   '<resource> <name>'\n   '<resource>'")
    }
    template = try SetTemplate(call, call.arguments.dropLast(), verb: "set serviceaccount")
    self.account = account.text
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    try template.run("serviceaccount updated", in: &bench) { spec throws(CommandError) in
      spec["serviceAccountName"] = .string(account)
      spec["serviceAccount"] = .string(account)
    }
  }
}
