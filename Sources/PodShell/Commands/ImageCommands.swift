internal import PodEngine

/// `image list`: what can be pulled, or what a node has.
struct ListImages: Command {
  static let description = CommandDescription(
    "image list", aliases: ["image ls", "images", "crictl images"], .observe,
    synopsis: "image list [NODE | PART-OF-A-NAME]",
    about: "show the images of the registry, or those that a node has",
    examples: ["image list nginx", "load image busybox && image list node-1"], arguments: [.node])

  private let word: Word?

  init(_ call: Invocation) throws(CommandError) {
    word = call.arguments.first
    try call.refuseArguments(after: 1, of: "image list")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let name = word?.text.split(separator: "/").last.map(String.init) ?? ""
    if let kubelet = bench.cluster.kubelets[name] { return list(kubelet, in: &bench) }
    let registry = bench.cluster.registry
    let all = registry.references.filter { word == nil || $0.contains(word?.text ?? "") }
    guard !all.isEmpty else {
      throw CommandError(
        "not-found", "error: no image and no node fits \(GoSyntax.quoted(word?.text ?? ""))",
        suggestion: "image list shows all; image add NAME --like=IMAGE makes one",
        position: word?.position)
    }
    var table = TabWriter.get
    table.write(line: ["IMAGE", "TAG", "DIGEST", "SIZE"])
    for text in all {
      guard let reference = ImageReference(text),
        let manifest = registry.manifest(for: reference)
      else { continue }
      table.write(line: Self.cells(reference.repository, reference.tag ?? "", manifest))
    }
    bench.write(table.take())
  }

  private func list(_ kubelet: Kubelet, in bench: inout Workbench) {
    let entries = kubelet.runtime.images.entries
    guard !entries.isEmpty else {
      return bench.print("node/\(kubelet.nodeName) has no images yet")
    }
    var table = TabWriter.get
    table.write(line: ["IMAGE", "TAG", "DIGEST", "SIZE"])
    for entry in entries {
      let tagged = entry.references.filter { !$0.contains("@") }
      for name in tagged {
        let reference = ImageReference(name)
        table.write(
          line: Self.cells(reference?.repository ?? name, reference?.tag ?? "", entry.manifest))
      }
      if tagged.isEmpty {
        table.write(line: Self.cells(entry.manifest.repository, "<none>", entry.manifest))
      }
    }
    bench.write(table.take())
  }

  private static func cells(
    _ repository: String, _ tag: String, _ manifest: ImageManifest
  ) -> [String] {
    [
      repository, tag, String(manifest.digest.dropFirst("sha256:".count).prefix(13)),
      ImageText.size(manifest.sizeBytes),
    ]
  }
}

/// `image describe IMAGE`: what is in it and what it runs.
struct DescribeImage: Command {
  static let description = CommandDescription(
    "image describe", aliases: ["image inspect"], .observe, synopsis: "image describe IMAGE",
    about: "show the layers of an image, and what it runs",
    examples: ["image describe nginx", "image describe redis:7"], arguments: [.image])

  private let word: Word

  init(_ call: Invocation) throws(CommandError) {
    word = try call.argument(0, "an image", of: "image describe")
    try call.refuseArguments(after: 1, of: "image describe")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    guard let reference = ImageReference(word.text),
      let manifest = bench.cluster.registry.manifest(for: reference)
    else { throw CommandError(.noSuchImage(word.text), in: bench, position: word.position) }
    let configuration = manifest.configuration
    var table = TabWriter.describe
    table.write(line: ["Name:", reference.canonical])
    table.write(line: ["Digest:", manifest.digest])
    table.write(line: ["Size:", ImageText.size(manifest.sizeBytes)])
    table.write(line: ["Entrypoint:", ImageText.words(configuration.entrypoint)])
    table.write(line: ["Command:", ImageText.words(configuration.cmd)])
    table.write(line: ["User:", configuration.user.isEmpty ? "root" : configuration.user])
    table.write(line: ["Folder:", configuration.workingDirectory])
    table.write(line: ["Stop signal:", "SIG" + configuration.stopSignal.name])
    let ports = configuration.exposedPorts.map { "\($0)/TCP" }.joined(separator: ", ")
    table.write(line: ["Ports:", ports.orNone])
    bench.write(table.take())
    bench.print("Environment:")
    for variable in configuration.environment {
      bench.print("  \(variable.name)=\(variable.value)")
    }
    bench.print("Layers:")
    let nodes = bench.cluster.kubelets.map { ($0.key, $0.value.runtime.images) }
    for layer in manifest.layers {
      let holders = nodes.filter { entry in
        entry.1.entries.contains { $0.manifest.layers.contains(layer) }
      }.map(\.0)
      let place = holders.isEmpty ? "" : "  on \(holders.joined(separator: ", "))"
      bench.print("  \(layer.digest.prefix(19))  \(ImageText.size(layer.sizeBytes))\(place)")
    }
  }
}

/// `image rm IMAGE [--node NODE]`.
struct RemoveImage: Command {
  static let description = CommandDescription(
    "image rm", aliases: ["image remove", "crictl rmi"], .break,
    synopsis: "image rm IMAGE [--node NODE]",
    about: "take an image out of the registry, or off a node",
    examples: ["image rm memcached", "load image nginx && image rm nginx --node node-1"],
    flags: [Flag("node", nil, .text, "the node; the registry without it", completes: .node)],
    arguments: [.image])

  private let word: Word
  private let node: String?

  init(_ call: Invocation) throws(CommandError) {
    word = try call.argument(0, "an image", of: "image rm")
    try call.refuseArguments(after: 1, of: "image rm")
    node = call.flags.text("node")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let place = node.map { "removed from node/\($0)" } ?? "removed from the registry"
    try bench.inject(
      .removeImage(reference: word.text, node: node), saying: "image \(word.text) \(place)",
      position: word.position)
  }
}

enum ImageText {
  /// `72.1MB`, as `crictl images` counts.
  static func size(_ bytes: Int) -> String {
    if bytes < 1000 { return "\(bytes)B" }
    let (unit, divisor) = bytes < 1_000_000 ? ("kB", 100) : ("MB", 100_000)
    let tenths = (bytes + divisor / 2) / divisor
    return "\(tenths / 10).\(tenths % 10)\(unit)"
  }

  static func words(_ words: [String]) -> String {
    words.isEmpty ? "<none>" : "[" + words.map(GoSyntax.quoted).joined(separator: " ") + "]"
  }
}
