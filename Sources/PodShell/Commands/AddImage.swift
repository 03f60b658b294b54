internal import PodEngine

/// `image add NAME --like=IMAGE`: adds an image that behaves like another.
struct AddImage: Command {
  static let description = CommandDescription(
    "image add", .break, synopsis: "image add NAME --like=IMAGE",
    about: "add an image to the registry that behaves like another",
    examples: ["image add myapp:1.0 --like=nginx", "image add tool:2 --like=busybox"],
    flags: [Flag("like", nil, .text, "the image that it behaves like", completes: .image)],
    arguments: [.anything])

  private let name: Word
  private let like: String

  init(_ call: Invocation) throws(CommandError) {
    name = try call.argument(0, "a name, such as myapp:1.0", of: "image add")
    try call.refuseArguments(after: 1, of: "image add")
    guard let like = call.flags.text("like") else {
      throw .usage("image add needs --like", verb: "image add", position: name.position)
    }
    self.like = like
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    try bench.inject(
      .addImage(reference: name.text, like: like), saying: "image \(name.text) added, like \(like)",
      position: name.position)
  }
}
