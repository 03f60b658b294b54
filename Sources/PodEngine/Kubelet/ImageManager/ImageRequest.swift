/// A container's wish for an image, and what is to be done about it: `EnsureImageExists` in
/// pkg/kubelet/images/image_manager.go.
struct ImageRequest: Hashable, Sendable {
  /// As the Pod's spec names it.
  let image: String
  let policy: PullPolicy

  /// What to do.
  enum Step: Hashable, Sendable {
    /// The image is on the node and may be used.
    case use(ImageManifest)
    /// There is nothing to be pulled: why, and what to tell people.
    case refuse(StartError, KubeletEvent)
    case pull(ImageReference)
  }

  /// `lookUp` asks the runtime for the image; it is not asked where the policy is Always.
  /// `mayUse` says whether the Pod may use an image that somebody else may have pulled.
  func step(
    mayUse: () -> Bool,
    lookUp: (ImageReference) throws(ImageInspectError) -> ImageManifest?
  ) -> Step {
    let reference: ImageReference
    do throws(ImageReferenceError) {
      reference = try ImageReference(parsing: image)
    } catch {
      return refusal("InvalidImageName", .invalidImage(error))
    }
    let present: ImageManifest?
    do throws(ImageInspectError) {
      present = policy == .always ? nil : try lookUp(reference)
    } catch {
      return refusal("ImageInspectError", .inspectFailed(error))
    }
    if let present, mayUse() { return .use(present) }
    // Who may not use an image is not told that it is there.
    return policy == .never ? refusal("ErrImageNeverPull", .neverPull(image)) : .pull(reference)
  }

  private func refusal(_ reason: String, _ event: KubeletEvent) -> Step {
    .refuse(.image(reason, event.message), event)
  }
}

/// The runtime could not say whether it has an image.
struct ImageInspectError: Error, Hashable, Sendable { let message: String }

/// Which secrets have pulled which image: `MustAttemptImagePull` in
/// pkg/kubelet/images/pullmanager/image_pull_manager.go, behind the feature gate
/// KubeletEnsureSecretPulledImages.
struct PulledWithSecrets: Hashable, Sendable {
  /// UIDs of secrets by image; nil while the gate is off, as it is in 1.33: then every Pod may use
  /// what is on the node.
  var secrets: StringMap<[String]>?

  func mayUse(_ image: String, with podSecrets: [String]) -> Bool {
    guard let secrets else { return true }
    return secrets[image]?.contains { podSecrets.contains($0) } ?? false
  }
}

extension StartError {
  /// Why there is no image; people are told the reason, the details stand in the status.
  static func image(_ reason: String, _ message: String) -> Self {
    Self(reason: reason, message: message, eventText: reason)
  }

  /// What a failed pull means for the container (`evalCRIPullErr`).
  static func pull(_ image: String, _ cause: String) -> Self {
    let known = [
      ("RegistryUnavailable", "the registry is unavailable"),
      ("SignatureValidationFailed", "the signature validation failed"),
    ]
    for (word, meaning) in known where cause.hasPrefix(word) {
      return .image(
        word, "image pull failed for \(image) because \(meaning)\(cause.dropFirst(word.count))")
    }
    return .image("ErrImagePull", cause)
  }
}

/// How often the pulls of one image for one Pod have failed.
struct ImageBackoff: Hashable, Sendable {
  private(set) var backoff: Backoff
  private var lastError = ""

  init(_ backoff: Backoff = Backoff()) { self.backoff = backoff }

  /// Notes a failure.
  mutating func failed(_ error: StartError, at now: SimulatedTime) {
    backoff.advance(since: now, at: now)
    lastError = "\(error.reason): \(error.message)"
  }

  /// Why a pull has to wait still; nil when it may be tried.
  func refusal(_ image: String, at now: SimulatedTime) -> (StartError, KubeletEvent)? {
    guard backoff.holds(at: now) else { return nil }
    let event = KubeletEvent.pullBackOff(image)
    return (.image("ImagePullBackOff", "\(event.message): \(lastError)"), event)
  }
}
