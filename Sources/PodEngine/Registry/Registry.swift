/// The image registries of the simulated world: what can be pulled, and what is broken at the
/// moment.
package struct Registry: Sendable {
  /// Every repository, by `docker.io/library/nginx`, with its tags.
  private var repositories: OrderedTable<String, Repository>
  private var faults = OrderedTable<String, PullFault>()
  /// Which acts of the learner the outages come from: of images, and of the registry as a whole.
  private var faultCauses: StringMap<TimelineID> = [:]
  var outageCause: TimelineID?
  /// How the registries are at the moment.
  package var state = RegistryState.up
  private var pushes = 0

  /// How fast a node downloads, in bytes per second.
  package static let bytesPerSecond = 50_000_000
  /// How fast after `pull slow`.
  package static let slowBytesPerSecond = 1_000_000

  private struct Repository: Sendable {
    var tags = OrderedTable<String, ImageManifest>()
    /// Manifests that a tag once pointed to: reachable by digest only.
    var untagged: [ImageManifest] = []

    func manifest(digest: String) -> ImageManifest? {
      tags.first { $0.value.digest == digest }?.value
        ?? untagged.last { $0.digest == digest }
    }
  }

  /// What `pull fail|slow|ok IMAGE` sets.
  package enum PullFault: Hashable, Sendable { case fail, slow }

  /// A registry with the images of podlab's catalogue.
  package init() { self = Self.standard }

  private static let standard = Registry(catalogue: ImageCatalogue.images)

  /// A registry with the images of a catalogue.
  init(catalogue: [CatalogueImage]) {
    repositories = OrderedTable()
    for image in catalogue {
      for tag in image.tags {
        repositories[image.repository, default: Repository()].tags[tag] = image.manifest(tag: tag)
      }
    }
  }

  /// Every image that can be pulled, as `docker.io/library/nginx:1.27`, in order.
  package var references: [String] {
    repositories.flatMap { name, repository in repository.tags.keys.map { "\(name):\($0)" } }
  }

  /// The manifest behind a reference; nil when the registry has none. Outages do not matter.
  package func manifest(for reference: ImageReference) -> ImageManifest? {
    guard let repository = repositories[reference.repository] else { return nil }
    if let digest = reference.digest { return repository.manifest(digest: digest) }
    return repository.tags[reference.tag ?? "latest"]
  }

  /// Asks for an image on behalf of a node. Nothing is stored: `NodeImages.load` does, when the
  /// download is done.
  package func pull(_ reference: ImageReference, onto node: NodeImages) -> PullOutcome {
    if let kind = failureKind(reference) {
      return .failure(PullFailure(kind: kind, reference: reference))
    }
    guard let manifest = manifest(for: reference) else {
      return .failure(PullFailure(kind: .tagNotFound, reference: reference))
    }
    let isSlow = state == .slow || faults[reference.canonical] == .slow
    return .manifest(
      manifest, bytesToDownload: node.missingBytes(of: manifest),
      bytesPerSecond: isSlow ? Self.slowBytesPerSecond : Self.bytesPerSecond)
  }

  /// The act of the learner that a failure comes from; nil where the image is just not there.
  func cause(of failure: PullFailure) -> TimelineID? {
    switch failure.kind {
    case .registryDown, .unauthorized, .rateLimited: outageCause
    case .serverError: faultCauses[failure.reference.canonical]
    case .tagNotFound, .repositoryNotFound, .unknownHost, .rateExceeded: nil
    }
  }

  private func failureKind(_ reference: ImageReference) -> PullFailure.Kind? {
    let hostIsKnown =
      ImageCatalogue.knownHosts.contains(reference.domain)
      || repositories.entries(from: reference.domain + "/").first {
        _ in true
      }?.key.hasPrefix(reference.domain + "/") == true
    guard hostIsKnown else { return .unknownHost }
    switch state {
    case .up, .slow: break
    case .down: return .registryDown
    case .unauthorized: return .unauthorized
    case .rateLimited: return .rateLimited
    }
    if faults[reference.canonical] == .fail { return .serverError }
    guard repositories[reference.repository] == nil else { return nil }
    return reference.domain == "docker.io" ? .repositoryNotFound : .tagNotFound
  }

  /// `pull fail|slow|ok IMAGE`; nil is ok.
  package mutating func setPullFault(
    _ fault: PullFault?, for reference: ImageReference, cause: TimelineID? = nil
  ) {
    faults[reference.canonical] = fault
    faultCauses[reference.canonical] = fault == nil ? nil : cause
  }

  /// `push IMAGE`: the tag moves to a new digest with a new top layer. Returns the new manifest;
  /// nil when there is no such tag.
  @discardableResult
  package mutating func push(_ reference: ImageReference) -> ImageManifest? {
    guard let tag = reference.tag, let old = repositories[reference.repository]?.tags[tag]
    else { return nil }
    pushes += 1
    let name = "\(reference.canonical)#\(pushes)"
    var new = old
    new.digest = ImageCatalogue.digest(of: name)
    if let top = new.layers.popLast() {
      new.layers.append(
        ImageLayer(
          digest: ImageCatalogue.digest(of: name + " top layer"), sizeBytes: top.sizeBytes))
    }
    repositories[reference.repository]?.tags[tag] = new
    repositories[reference.repository]?.untagged.append(old)
    return new
  }

  /// `image add NAME --like=OTHER`: a new image that behaves as another. False when there is no
  /// such other, or the new name has no tag.
  @discardableResult
  package mutating func add(_ reference: ImageReference, like other: ImageReference) -> Bool {
    guard let model = manifest(for: other), let tag = reference.tag else { return false }
    var new = model
    new.repository = reference.repository
    new.digest = ImageCatalogue.digest(of: reference.canonical)
    repositories[reference.repository, default: Repository()].tags[tag] = new
    return true
  }

  /// `image rm NAME`: the tag is gone from the registry. False when it was not there.
  @discardableResult
  package mutating func remove(_ reference: ImageReference) -> Bool {
    guard let tag = reference.tag, repositories[reference.repository]?.tags[tag] != nil
    else { return false }
    repositories[reference.repository]?.tags[tag] = nil
    return true
  }
}

/// How all registries are at the moment.
package enum RegistryState: String, Hashable, Sendable, CaseIterable {
  case up
  /// Nobody answers.
  case down
  /// Downloads are as slow as after `pull slow`.
  case slow
  /// No image without a password, and nobody has one.
  case unauthorized
  /// Docker Hub's limit of pulls without an account.
  case rateLimited = "rate-limited"
}

extension OrderedTable {
  subscript(key: Key, default fallback: @autoclosure () -> Value) -> Value {
    get { self[key] ?? fallback() }
    set { self[key] = newValue }
  }
}
