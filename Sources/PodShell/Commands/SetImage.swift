internal import PodEngine

/// `set image KIND/NAME CONTAINER=IMAGE…`: changes images of containers.
struct SetImage: Command {
  static let description = CommandDescription(
    "set image", aliases: ["change image"], .build,
    synopsis: "set image KIND/NAME CONTAINER=IMAGE…", about: "change the image of a container",
    examples: [
      "create pod web --image=nginx && set image pod/web web=httpd",
      "create deployment api --image=nginx && set image deploy/api '*=httpd'",
    ],
    flags: SetTemplate.flags, arguments: [.kindOrObject, .anything], isKubectl: true)

  private let template: SetTemplate
  private let images: [(container: String, image: String)]

  init(_ call: Invocation) throws(CommandError) {
    let index = call.arguments.firstIndex { $0.text.contains("=") } ?? call.arguments.endIndex
    template = try SetTemplate(call, Array(call.arguments[..<index]), verb: "set image")
    images = call.arguments[index...].map { word in
      let pair = word.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(pair[0]), pair.count > 1 ? String(pair[1]) : "")
    }
    guard !images.isEmpty else {
      throw .arguments("at least one image update is required", suggestion: "write web=nginx:1.27")
    }
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    try template.run("image updated", in: &bench) { spec throws(CommandError) in
      var missing: String?
      for (container, image) in images {
        let isFound = spec.changeContainers(container) { $0["image"] = .string(image) }
        if !isFound { missing = missing ?? container }
      }
      guard let missing else { return }
      throw CommandError(
        "not-found", "error: unable to find container named \(GoSyntax.quoted(missing))",
        suggestion: "describe shows the names of the containers")
    }
  }
}
