internal import PodEngine

/// `pull fail IMAGE`: what pulling an image does from now on.
struct PullCommand: Command {
  static let description = CommandDescription(
    "pull", .break, synopsis: "pull fail|slow|ok IMAGE",
    about: "decide what pulling an image does from now on",
    examples: ["pull fail nginx", "pull ok nginx"],
    arguments: [.oneOf(PullFault.allCases.map(\.rawValue)), .image])

  private let fault: PullFault
  private let image: Word

  init(_ call: Invocation) throws(CommandError) {
    let what = try call.argument(0, "fail, slow or ok", of: "pull")
    guard let fault = PullFault(rawValue: what.text) else {
      throw .usage(
        "a pull is told fail, slow or ok, not \(GoSyntax.quoted(what.text))", verb: "pull",
        position: what.position, suggestion: "load image \(what.text) --node NODE puts it on a node"
      )
    }
    self.fault = fault
    image = try call.argument(1, "an image", of: "pull")
    try call.refuseArguments(after: 2, of: "pull")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let does =
      switch fault {
      case .ok: "works again"
      case .fail: "fails from now on"
      case .slow: "is slow from now on"
      }
    try bench.inject(
      .pull(reference: image.text, fault), saying: "pull of \(image.text) \(does)",
      position: image.position)
  }
}
