internal import PodEngine

/// `auth whoami`: as whom the learner speaks to the API server.
struct WhoAmI: Command {
  static let description = CommandDescription(
    "auth whoami", .observe, synopsis: "auth whoami", about: "show as whom you speak",
    examples: ["auth whoami", "auth whoami | grep Username"], isKubectl: true)

  init(_ call: Invocation) throws(CommandError) {
    try call.refuseArguments(after: 0, of: "auth whoami")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    var table = TabWriter.get
    table.write(line: ["ATTRIBUTE", "VALUE"])
    table.write(line: ["Username", "kubernetes-admin"])
    table.write(line: ["Groups", "[kubeadm:cluster-admins system:authenticated]"])
    bench.write(table.take())
  }
}
