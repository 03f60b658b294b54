internal import PodEngine

/// `push IMAGE`: moves a tag to a new digest.
struct PushImage: Command {
  static let description = CommandDescription(
    "push", .break, synopsis: "push IMAGE", about: "move a tag to a new digest",
    examples: ["push nginx:latest", "help push"], arguments: [.image])

  private let image: Word

  init(_ call: Invocation) throws(CommandError) {
    image = try call.argument(0, "an image", of: "push")
    try call.refuseArguments(after: 1, of: "push")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    try bench.inject(
      .pushImage(reference: image.text), saying: "image \(image.text) pushed",
      position: image.position)
  }
}
