/// The images on one node, as containerd keeps them: by digest, with the names that lead to them.
package struct NodeImages: Sendable {
  private var manifests = OrderedTable<String, ImageManifest>()
  private var names = OrderedTable<String, String>()

  package init() {}

  /// An image of the node.
  package struct Entry: Hashable, Sendable {
    package let manifest: ImageManifest
    /// The references with a tag that lead to it, in order, such as `docker.io/library/nginx:1.27`.
    package let references: [String]
  }

  /// Every image, by digest in order; what a node's `status.images` and `image list` show.
  package var entries: [Entry] {
    manifests.map { digest, manifest in
      Entry(
        manifest: manifest,
        references: names.filter { $0.value == digest }.map(\.key))
    }
  }

  /// Stores an image under a name; a name that led elsewhere moves.
  package mutating func load(_ manifest: ImageManifest, as reference: ImageReference) {
    manifests[manifest.digest] = manifest
    if reference.tag != nil { names[reference.canonical] = manifest.digest }
    names["\(reference.repository)@\(manifest.digest)"] = manifest.digest
  }

  /// Whether a container can be made from this reference without a pull.
  package func has(_ reference: ImageReference) -> Bool { manifest(for: reference) != nil }

  package func manifest(for reference: ImageReference) -> ImageManifest? {
    if let digest = reference.digest {
      return names["\(reference.repository)@\(digest)"].flatMap { manifests[$0] }
    }
    return names[reference.canonical].flatMap { manifests[$0] }
  }

  /// Removes a name, and the image when no name is left. False when the name was not there.
  @discardableResult
  package mutating func remove(_ reference: ImageReference) -> Bool {
    guard let digest = names[reference.canonical] else { return false }
    names[reference.canonical] = nil
    if !names.contains(where: { $0.value == digest && !$0.key.contains("@") }) {
      removeImage(digest: digest)
    }
    return true
  }

  /// Removes an image with all its names: what the kubelet's image garbage collection does.
  package mutating func removeImage(digest: String) {
    manifests[digest] = nil
    for name in names.filter({ $0.value == digest }).map(\.key) { names[name] = nil }
  }

  /// The compressed bytes that a pull has to fetch: layers that no image of the node has.
  package func missingBytes(of manifest: ImageManifest) -> Int {
    if manifests[manifest.digest] != nil { return 0 }
    let present = manifests.flatMap { $0.value.layers.map(\.digest) }
    return manifest.layers.filter { !present.contains($0.digest) }
      .reduce(0) { $0 + $1.sizeBytes }
  }
}
