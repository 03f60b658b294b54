internal import PodEngine

/// Why a container does not run: images, back-offs, configuration, hooks, and init containers that
/// the others wait for.
enum WhyContainers {
  static func explanation(of story: PodStory) -> Explanation? {
    let inits = story.pod.spec.initContainers.filter { !$0.isSidecar }
    for container in inits {
      guard let status = story.status(of: container.name),
        status.state.terminated?.exitCode != 0
      else { continue }
      return initializing(container, status, story)
    }
    let troubles = (story.pod.spec.sidecars + story.pod.spec.containers).compactMap { container in
      story.status(of: container.name).flatMap { trouble(container, $0, story) }
    }
    guard let first = troubles.first else { return nil }
    return Explanation(
      story.subject, first.headline,
      because: first.causes + troubles.dropFirst().flatMap { [$0.headline] + $0.causes },
      next: first.next)
  }

  struct Trouble {
    let headline: Sentence
    var causes: [Sentence] = []
    var next: String?
  }

  /// The first init container that has not done its work holds up everything behind it.
  private static func initializing(
    _ container: Container, _ status: ContainerStatus, _ story: PodStory
  ) -> Explanation {
    let plain = story.pod.spec.initContainers.filter { !$0.isSidecar }
    let number = (plain.firstIndex { $0.name == container.name } ?? 0) + 1
    let began = story.version { pod in
      pod.list("status", "initContainerStatuses").contains {
        $0.text("name") == container.name && $0.field("state", "running") != nil
      }
    }
    let head = Sentence(
      "\(story.name) is not initialized: it waits for init container \(container.name), "
        + "\(number) of \(plain.count).", [began?.cause ?? story.versions.first?.cause])
    if let trouble = trouble(container, status, story) {
      return Explanation(
        story.subject, head, because: [trouble.headline] + trouble.causes, next: trouble.next)
    }
    let since = status.state.running?.startedAt.map { " since \(ClockText.text($0))" } ?? ""
    return Explanation(
      story.subject, head,
      because: [
        Sentence(
          "It has been running\(since), and the next container starts when it has ended with exit "
            + "code 0.", [began?.cause])
      ])
  }

  /// What keeps one container from running; nil where it runs or has ended well.
  private static func trouble(
    _ container: Container, _ status: ContainerStatus, _ story: PodStory
  ) -> Trouble? {
    if status.state.running != nil { return nil }
    if let ended = status.state.terminated { return endedTrouble(container, ended, story) }
    let reason = status.state.waiting?.reason ?? ""
    return WhyImage.trouble(container, reason, story)
      ?? crashLoop(container, reason, story)
      ?? starting(container, reason, story)
      ?? failedStart(container, reason, story)
  }

  private static func crashLoop(
    _ container: Container, _ reason: String, _ story: PodStory
  ) -> Trouble? {
    guard reason == "CrashLoopBackOff" else { return nil }
    let ends = ContainerEnds(story, container.name)
    let words = story.words(for: container.name)
    var trouble = Trouble(
      headline: Sentence(
        "\(story.name) is in CrashLoopBackOff: \(words) has ended "
          + "\(Listing.times(ends.count)), \(ends.codes).", ends.ids),
      causes: ends.lastSentences())
    let entry = story.lastNote {
      if case .restartBackoff(container.name, _, _) = $0 { true } else { false }
    }
    if let entry, case .restartBackoff(_, let window, let until) = entry.note {
      trouble.causes.append(backoff(window, until, entry.id))
    }
    trouble.next = "logs \(story.name) -c \(container.name) --previous"
    return trouble
  }

  private static func backoff(
    _ window: SimulatedDuration, _ until: SimulatedTime, _ id: TimelineID
  ) -> Sentence {
    let rule =
      window < .seconds(300)
      ? "the wait doubles with each end, from 10s up to 5m" : "longer than 5m it never waits"
    return Sentence(
      "The kubelet waits \(ClockText.length(window)) after this end and starts it again at "
        + "\(ClockText.text(until)); \(rule).", [id])
  }

  /// A container that has ended and is to start again, or never again.
  private static func endedTrouble(
    _ container: Container, _ ended: ContainerStateTerminated, _ story: PodStory
  ) -> Trouble? {
    let policy = story.pod.spec.restartPolicy
    let isOver = policy == .never || (policy == .onFailure && ended.exitCode == 0)
    if isOver, ended.exitCode == 0 { return nil }
    let ends = ContainerEnds(story, container.name)
    let words = story.words(for: container.name)
    let head = Sentence(
      "\(story.name) is not running well: \(words) has ended with exit code \(ended.exitCode) "
        + "(\(ended.reason)).", ends.ids.suffix(1) + [story.versions.last?.cause])
    var trouble = Trouble(headline: head, causes: ends.lastSentences())
    if isOver {
      trouble.causes.append(
        Sentence(
          "restartPolicy is \(policy.rawValue), so it is not started again.",
          [story.versions.first?.cause]))
    } else {
      trouble.next = "advance 0s"
    }
    return trouble
  }

  /// Nothing is wrong, it only takes time: a download, or a hook.
  private static func starting(
    _ container: Container, _ reason: String, _ story: PodStory
  ) -> Trouble? {
    guard ["ContainerCreating", "PodInitializing", ""].contains(reason) else { return nil }
    let words = story.words(for: container.name)
    let hook = HookRuns(story, container.name, .postStart)
    if hook.isRunning {
      return Trouble(
        headline: Sentence(
          "\(story.name) is not running yet: \(words) does not count as running before its "
            + "postStart hook has ended.", [story.versions.last?.cause]),
        causes: hook.lastSentences, next: hook.advice)
    }
    guard let entry = story.lastNote({ WhyImage.isAboutPull($0, container.name) }),
      case .pulling(_, let image, let until) = entry.note, until > story.now
    else { return nil }
    let node = story.pod.spec.nodeName
    return Trouble(
      headline: Sentence(
        "\(story.name) is not running yet: \(node) has been pulling the image \(image) since "
          + "\(ClockText.text(entry.time)); it will be there at \(ClockText.text(until)).",
        [entry.id]), next: "advance \(ClockText.length(until - story.now))")
  }

  /// The kubelet could not make the container, and says why.
  private static func failedStart(
    _ container: Container, _ reason: String, _ story: PodStory
  ) -> Trouble? {
    let entry = story.lastNote {
      if case .startFailed(container.name, reason, _) = $0 { true } else { false }
    }
    guard let entry, case .startFailed(_, _, let message) = entry.note else { return nil }
    let words = story.words(for: container.name)
    let head = Sentence(
      "\(story.name) is not running: \(words) cannot be started (\(reason)).", [entry.id])
    if reason == "PostStartHookError" {
      return Trouble(
        headline: head, causes: HookRuns(story, container.name, .postStart).lastSentences)
    }
    return Trouble(
      headline: head,
      causes: [
        Sentence("The kubelet says: \(message.firstLine.withoutStop).", [entry.id])
      ] + MissingSources.sentences(story, entry.id))
  }
}

/// ConfigMaps and Secrets that a Pod names and that are not there.
enum MissingSources {
  static func sentences(_ story: PodStory, _ id: TimelineID) -> [Sentence] {
    names(story).map { key in
      let gone = lastRemoval(of: key, story)
      let origin = story.cluster.command(behind: gone?.cause)
      let text =
        origin.map { "There is no \(key.resource.kind) \(key.name) any more, because \($0.text)." }
        ?? "There is no \(key.resource.kind) named \(key.name) in the namespace \(key.namespace)."
      return Sentence(text, [id, gone?.cause] + (origin?.entries ?? []))
    }
  }

  private static func lastRemoval(of key: ObjectKey, _ story: PodStory) -> WatchEvent? {
    let log = story.cluster.watchLog
    var index = log.count - 1
    while index >= 0, let event = log[index] {
      if event.key == key { return event.change == .deleted ? event : nil }
      index -= 1
    }
    return nil
  }

  /// The sources that are required and missing, each once.
  static func names(_ story: PodStory) -> [ObjectKey] {
    let namespace = story.key.namespace
    var found: [ObjectKey] = []
    func need(_ resource: Resource, _ name: String?, _ isOptional: Bool?) {
      guard let name, !name.isEmpty, isOptional != true else { return }
      let key = ObjectKey(resource, namespace: namespace, name: name)
      guard story.cluster.objects[key] == nil, !found.contains(key) else { return }
      found.append(key)
    }
    for container in story.containers {
      for variable in container.env {
        let source = variable.valueFrom
        need(.configMaps, source?.configMapKeyRef?.name, source?.configMapKeyRef?.optional)
        need(.secrets, source?.secretKeyRef?.name, source?.secretKeyRef?.optional)
      }
      for source in container.envFrom {
        need(.configMaps, source.configMapRef?.name, source.configMapRef?.optional)
        need(.secrets, source.secretRef?.name, source.secretRef?.optional)
      }
    }
    for volume in story.pod.spec.volumes {
      need(.configMaps, volume.configMap?.name, volume.configMap?.optional)
      need(.secrets, volume.secret?.secretName, volume.secret?.optional)
      for part in volume.projected?.sources ?? [] {
        need(.configMaps, part.configMap?.name, part.configMap?.optional)
        need(.secrets, part.secret?.name, part.secret?.optional)
      }
    }
    return found
  }
}
