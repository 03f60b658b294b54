internal import PodEngine

/// `listen POD ADDR:PORT`: where the server of a container listens from now on.
struct Listen: Command {
  static let description = CommandDescription(
    "listen", .break, synopsis: "listen POD[/CONTAINER] ADDRESS:PORT",
    about: "let a container's server listen somewhere else, such as 127.0.0.1:80",
    examples: [
      "run web --image=nginx && advance 5s && listen web 127.0.0.1:80", "listen web 0.0.0.0:8080",
    ], arguments: [.container, .anything])

  private let target: PodTarget
  private let address: String
  private let port: Int

  init(_ call: Invocation) throws(CommandError) {
    target = try PodTarget(try call.argument(0, "a Pod", of: "listen"))
    let word = try call.argument(1, "an address and a port, such as 127.0.0.1:80", of: "listen")
    try call.refuseArguments(after: 2, of: "listen")
    let parts = word.text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let numbers = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let isAddress =
      parts[0] == "localhost" || parts[0].isEmpty
      || numbers.count == 4 && numbers.allSatisfy { UInt8($0) != nil }
    guard parts.count <= 2, let port = Int(parts.last ?? ""), (1...65_535).contains(port),
      parts.count == 1 || isAddress
    else {
      throw .usage(
        "\(GoSyntax.quoted(word.text)) is no address with a port", verb: "listen",
        position: word.position, suggestion: "write 127.0.0.1:80, 0.0.0.0:8080 or :8080")
    }
    let host = parts.count == 2 ? parts[0] : ""
    (address, self.port) = (host.isEmpty ? "0.0.0.0" : host, port)
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    try bench.inject(
      .listen(target.containerTarget(in: bench), address: address, port: port),
      saying: "\(target.text) listens on \(address):\(port)", position: target.position)
  }
}
