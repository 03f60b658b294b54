internal import PodEngine

/// `load image IMAGE --node NODE`: puts an image on a node without a pull.
struct LoadImage: Command {
  static let description = CommandDescription(
    "load image", .break, synopsis: "load image IMAGE --node NODE",
    about: "put an image on a node without a pull",
    examples: ["load image nginx --node node-1", "load image busybox --node node-2"],
    flags: [Flag("node", nil, .texts, "the node; may be given more than once", completes: .node)],
    arguments: [.image])

  private let image: Word
  private let nodes: [String]

  init(_ call: Invocation) throws(CommandError) {
    image = try call.argument(0, "an image", of: "load image")
    try call.refuseArguments(after: 1, of: "load image")
    nodes = call.flags.texts("node")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let all = bench.cluster.objects.nodes.map(\.metadata.name)
    for node in nodes.isEmpty ? all : nodes {
      try bench.inject(
        .loadImage(reference: image.text, node: node),
        saying: "image \(image.text) loaded on node/\(node)", position: image.position)
    }
  }
}
