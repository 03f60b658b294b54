internal import PodEngine

/// Why an image is not there.
enum WhyImage {
  private static let reasons = [
    "ErrImagePull", "ImagePullBackOff", "ErrImageNeverPull", "InvalidImageName",
    "ImageInspectError", "RegistryUnavailable", "SignatureValidationFailed",
  ]

  static func trouble(
    _ container: Container, _ reason: String, _ story: PodStory
  ) -> WhyContainers.Trouble? {
    guard reasons.contains(reason) else { return nil }
    let node = story.pod.spec.nodeName
    let refusal = story.lastNote {
      if case .startFailed(container.name, _, _) = $0 { true } else { false }
    }
    let words = story.words(for: container.name)
    let head = Sentence(
      "\(story.name) is not running: \(words) has no image (\(reason)).", [refusal?.id])
    if reason == "InvalidImageName" {
      return WhyContainers.Trouble(
        headline: head,
        causes: [Sentence("\(container.image) is no valid name of an image.", [refusal?.id])],
        next: change(container, story))
    }
    if reason == "ErrImageNeverPull" {
      return WhyContainers.Trouble(
        headline: head,
        causes: [
          Sentence(
            "imagePullPolicy is Never, and the image \(container.image) is not on \(node).",
            [refusal?.id])
        ], next: "load image \(container.image) --node \(node)")
    }
    return pulled(container, head, story)
  }

  private static func pulled(
    _ container: Container, _ head: Sentence, _ story: PodStory
  ) -> WhyContainers.Trouble {
    let failures = story.notes.filter {
      if case .pullFailed(container.name, container.image, _) = $0.note { true } else { false }
    }
    guard let last = failures.last, case .pullFailed(_, let image, let kind) = last.note else {
      return WhyContainers.Trouble(headline: head)
    }
    let origin = story.cluster.fault(behind: last.cause, isOutage)
    let because = origin.map { ", because \($0.text)" } ?? ""
    var trouble = WhyContainers.Trouble(
      headline: head,
      causes: [
        Sentence(
          "\(cause(kind, image))\(because).", [last.id] + (origin?.entries ?? []))
      ], next: advice(kind, container, story))
    trouble.causes.append(attempts(failures.map(\.id), container, story))
    return trouble
  }

  private static func cause(_ kind: PullFailure.Kind, _ image: String) -> String {
    switch kind {
    case .tagNotFound: "The registry has no image \(image)"
    case .repositoryNotFound:
      "Docker Hub gives no image \(image): there is no such repository, or it is private"
    case .unknownHost: "There is no registry of the name that \(image) begins with"
    case .registryDown: "The registry does not answer"
    case .unauthorized: "The registry gives \(image) to nobody without a password"
    case .rateLimited: "The registry has counted too many pulls and gives no more"
    case .serverError: "The registry answers with an error when it is asked for \(image)"
    case .rateExceeded: "The kubelet has asked for too many images at once"
    }
  }

  private static func attempts(
    _ failures: [TimelineID], _ container: Container, _ story: PodStory
  ) -> Sentence {
    let tried = "It was tried \(Listing.times(failures.count))"
    let entry = story.lastNote {
      if case .pullBackoff(container.name, container.image, _, _) = $0 { true } else { false }
    }
    guard let entry, case .pullBackoff(_, _, let window, let until) = entry.note,
      until >= story.now
    else { return Sentence(tried + ".", failures.suffix(3)) }
    return Sentence(
      "\(tried); the kubelet waits \(ClockText.length(window)) and tries again at "
        + "\(ClockText.text(until)).", failures.suffix(3) + [entry.id])
  }

  private static func isOutage(_ fault: Fault) -> Bool {
    if case .registry(let state) = fault { return state != .up && state != .slow }
    if case .pull(_, .fail) = fault { return true }
    return false
  }

  private static func advice(
    _ kind: PullFailure.Kind, _ container: Container, _ story: PodStory
  ) -> String? {
    switch kind {
    case .registryDown, .unauthorized, .rateLimited: "registry up"
    case .serverError: "pull ok \(container.image)"
    case .tagNotFound, .repositoryNotFound, .unknownHost: change(container, story)
    case .rateExceeded: nil
    }
  }

  /// The command that gives the container another image.
  private static func change(_ container: Container, _ story: PodStory) -> String {
    "set image pod/\(story.name) \(container.name)=IMAGE, where IMAGE is one that exists"
  }

  static func isAboutPull(_ note: Note, _ container: String) -> Bool {
    switch note {
    case .pulling(container, _, _), .pullFailed(container, _, _), .pullBackoff(container, _, _, _),
      .startFailed(container, _, _):
      true
    case .ended(let end): end.container == container
    case .pulling, .pullFailed, .pullBackoff, .startFailed, .probe, .restartBackoff, .hook,
      .stopping, .signal, .mountFailed, .sandboxFailed, .verdict, .unschedulable, .drivenOut,
      .exec, .typedIntoExec, .limit:
      false
    }
  }
}
