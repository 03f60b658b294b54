import OrderedCollections

@testable import PodEngine

/// Getting images: what is asked of the runtime, what comes of it, what people are told.
func answerImages(_ question: CaseQuestion) throws -> Answer {
  let input = question.input
  var answer = Answer()
  switch input.text("kind") {
  case "ensureImage":
    var attempts = try ImageAttempts(input)
    // More than any case tells of.
    let all = (0..<50).map { _ in attempts.next() }
    answer["attempts"] = .matches { expected in
      expected.elements.enumerated().flatMap { index, attempt in
        all[index].problems(with: attempt).map { "[\(index)] \($0)" }
      }
    }
  case "applyDefaultImageTag":
    let image = try? ImageReference.applyingDefaultTag(to: input.text("image") ?? "")
    answer["image"] = .equals(image.map(APIValue.string) ?? .null)
    answer["error"] = .equals(.bool(image == nil))
  case "pullErrorMapping":
    let error = StartError.pull(input.text("image") ?? "", input.text("pullError") ?? "")
    answer["reason"] = .equals(.string(error.reason))
    answer["message"] = .equals(.string(error.message))
  case "parallelPulls": return try answerParallelPulls(input)
  case "message": return eventAnswer(try imageEvent(input))
  case let other: throw UnknownQuestion("an image and \(other ?? "nothing")")
  }
  return answer
}

/// The tables' node: one image, a clock that goes on by a second before each attempt, and a
/// back-off from 1 s to 60 s.
private struct ImageAttempts {
  let request: ImageRequest
  let pulledWithSecrets: PulledWithSecrets
  let podSecrets: [String]
  let pullError: String?
  let inspectError: String?
  var images = NodeImages()
  var throttle: PullThrottle
  var backoff = ImageBackoff(Backoff(initial: .seconds(1), maximum: .seconds(60)))
  var now = SimulatedTime.start

  init(_ input: CaseValue) throws {
    guard let policy = PullPolicy(rawValue: input.text("imagePullPolicy") ?? "") else {
      throw UnknownQuestion("an image without pull policy")
    }
    request = ImageRequest(image: input.text("image") ?? "", policy: policy)
    throttle = PullThrottle(
      perSecond: try input.amount("registryQPS"), burst: input.number("registryBurst") ?? 0)
    pullError = input.text("pullError")
    inspectError = input.text("inspectError")
    podSecrets = input.list("pullSecrets").map { secret in
      _ = secret.whole
      return secret.text("uid") ?? ""
    }
    var secrets: StringMap<[String]>?
    if let known = input["credentialsThatPulled"], !known.isNull {
      var map = StringMap<[String]>()
      for image in known.keys { map[image] = known.texts(image) }
      secrets = map
    }
    pulledWithSecrets = PulledWithSecrets(secrets: secrets)
    if let manifest = ImageCatalogue.images.first?.manifest(tag: "latest") {
      images.load(manifest, as: try ImageReference(parsing: "present_image"))
    }
  }

  /// The attempt, and what can be seen of it.
  mutating func next() -> Answer {
    now = now + .seconds(1)
    var calls: [String] = []
    let step = request.step(
      mayUse: { pulledWithSecrets.mayUse(request.image, with: podSecrets) },
      lookUp: { (reference: ImageReference) throws(ImageInspectError) -> ImageManifest? in
        calls.append("GetImageRef")
        if let inspectError { throw ImageInspectError(message: inspectError) }
        return images.manifest(for: reference)
      })
    switch step {
    case .use: return attempt(calls, nil, [.present(request.image)])
    case .refuse(let error, let event): return attempt(calls, error, [event])
    case .pull(let reference): return pull(reference, calls)
    }
  }

  private mutating func pull(_ reference: ImageReference, _ calls: [String]) -> Answer {
    if let (error, event) = backoff.refusal(request.image, at: now) {
      return attempt(calls, error, [event])
    }
    let begin = KubeletEvent.pulling(request.image)
    let isAccepted = throttle.accepts(at: now)
    let cause =
      isAccepted
      ? pullError : PullFailure(kind: .rateExceeded, reference: reference).message
    let asked = calls + (isAccepted ? ["PullImage"] : [])
    guard let cause else {
      let end = KubeletEvent.pulled(request.image, in: .zero, withWaiting: .zero, sizeBytes: 0)
      return attempt(asked + ["GetImageSize"], nil, [begin, end])
    }
    let error = StartError.pull(request.image, cause)
    backoff.failed(error, at: now)
    return attempt(asked, error, [begin, .pullFailed(request.image, cause)])
  }

  private func attempt(_ calls: [String], _ error: StartError?, _ events: [KubeletEvent]) -> Answer
  {
    let reasons = events.map(\.reason)
    var answer = Answer()
    answer["runtimeCalls"] = .equals(.array(calls.map(APIValue.string)))
    answer["error"] = .equals(error.map { .string($0.reason) } ?? .null)
    answer["events"] = .equals(.array(reasons.map(APIValue.string)))
    answer["startedPulling"] = .equals(.bool(reasons.contains("Pulling")))
    answer["finishedPulling"] = .equals(.bool(calls.contains("GetImageSize")))
    answer["message"] = .equals(.string(error?.message ?? ""))
    answer["messageContains"] = .contains(error?.message ?? "")
    return answer
  }
}

private func answerParallelPulls(_ input: CaseValue) throws -> Answer {
  let reference = try ImageReference(parsing: input.text("image") ?? "")
  _ = input.text("imagePullPolicy")
  var queue = PullQueue(
    isSerial: input.flag("serializeImagePulls") ?? true,
    maxParallel: input.number("maxParallelImagePulls"))
  var started: [String] = []
  func begin() {
    while let next = queue.takeNext() {
      started.append(next.podUID)
      let failure = PullFailure(kind: .registryDown, reference: reference)
      queue.begin(next, .failure(failure), at: .start)
    }
  }
  for index in 0..<(input.number("requests") ?? 0) {
    queue.add(
      PullRequest(
        podUID: "\(index)", container: "app", image: "", reference: reference, askedAt: .start))
    begin()
  }
  var answer = Answer()
  answer["pullsStartedInitially"] = .equals(.integer(started.count))
  for finished in 0..<2 {
    _ = queue.finish(podUID: "\(finished)", container: "app")
    begin()
  }
  answer["afterTwoFinish"] = .equals(.integer(started.count))
  return answer
}

private func imageEvent(_ input: CaseValue) throws -> KubeletEvent {
  let image = input.text("image") ?? ""
  switch input.text("event") {
  case "Pulling": return .pulling(image)
  case "Pulled":
    if input.flag("present") == true { return .present(image) }
    return .pulled(
      image, in: .milliseconds(input.number("pullDurationMs") ?? 0),
      withWaiting: .milliseconds(input.number("totalDurationMs") ?? 0),
      sizeBytes: input.number("sizeBytes") ?? 0)
  case "Failed":
    if let cause = input.text("startError") { return .failed(cause) }
    return .pullFailed(image, input.text("pullError") ?? "")
  case "BackOff": return .pullBackOff(image)
  case "ErrImageNeverPull": return .neverPull(image)
  case "InspectFailed":
    if let message = input.text("inspectError") {
      return .inspectFailed(ImageInspectError(message: message))
    }
    _ = input.flag("invalidReference")
    do throws(ImageReferenceError) { _ = try ImageReference(parsing: image) } catch {
      return .invalidImage(error)
    }
    throw UnknownQuestion("a valid image that fails")
  case let other: throw UnknownQuestion("event \(other ?? "nothing")")
  }
}

extension CaseValue {
  fileprivate func amount(_ key: String) throws -> Double {
    switch tree(key) {
    case nil: 0
    case .integer(let value)?: Double(value)
    case .double(let value)?: value
    case .null?, .bool?, .string?, .array?, .object?: throw UnknownQuestion("a rate of \(key)")
    }
  }
}
