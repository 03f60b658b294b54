internal import PodEngine

/// Why a Pod is over: Succeeded or Failed.
enum WhyEnded {
  static func explanation(of story: PodStory) -> Explanation? {
    guard story.pod.status.phase.isTerminal else { return nil }
    let turn = story.version { $0.text("status", "phase") == story.pod.status.phase.rawValue }
    if story.pod.status.phase == .succeeded { return completed(story, turn) }
    return verdict(story, turn) ?? failed(story, turn)
  }

  private static func completed(_ story: PodStory, _ turn: WatchEvent?) -> Explanation {
    let ends = story.pod.spec.containers.flatMap { ContainerEnds(story, $0.name).ids.suffix(1) }
    let time = turn.map { " at \(ClockText.text($0.time))" } ?? ""
    let all = story.pod.spec.containers.count == 1 ? "its container" : "all of its containers"
    return Explanation(
      story.subject,
      Sentence(
        "Nothing is wrong with \(story.name): it is Succeeded, because \(all) ended with exit "
          + "code 0\(time).", [turn?.cause] + ends),
      because: [policy(story, "so it does not run again")], isHealthy: true)
  }

  private static func policy(_ story: PodStory, _ rest: String) -> Sentence {
    Sentence(
      "restartPolicy is \(story.pod.spec.restartPolicy.rawValue), \(rest).",
      [story.versions.first?.cause])
  }

  /// The kubelet itself ended the Pod, or sent it away.
  private static func verdict(_ story: PodStory, _ turn: WatchEvent?) -> Explanation? {
    guard let entry = story.lastNote({ if case .verdict = $0 { true } else { false } }),
      case .verdict(let reason, let message) = entry.note
    else { return nil }
    let node = story.pod.spec.nodeName
    let origin = story.cluster.fault(behind: entry.cause, isStrain)
    let because = origin.map { ", because \($0.text)" } ?? ""
    var causes = [
      Sentence(
        "The kubelet of \(node) says: \(message.firstLine.withoutStop)\(because).",
        [entry.id] + (origin?.entries ?? []))
    ]
    if reason == "DeadlineExceeded", let seconds = story.pod.spec.activeDeadlineSeconds {
      causes = [
        Sentence(
          "activeDeadlineSeconds is \(seconds), and it had been on \(node) for that long at "
            + "\(ClockText.text(entry.time)).", [entry.id])
      ]
    }
    return Explanation(
      story.subject,
      Sentence(
        "\(story.name) is Failed (\(reason)) since \(ClockText.text(entry.time)), and stays so.",
        [turn?.cause, entry.id]), because: causes)
  }

  /// What makes a node, or a limit, run out.
  private static func isStrain(_ fault: Fault) -> Bool {
    if case .pressure(_, _, true) = fault { return true }
    if case .fill = fault { return true }
    if case .useMemory = fault { return true }
    return false
  }

  private static func failed(_ story: PodStory, _ turn: WatchEvent?) -> Explanation {
    let time = turn.map { " since \(ClockText.text($0.time))" } ?? ""
    let bad = (story.pod.spec.initContainers + story.pod.spec.containers).first {
      let ended = story.status(of: $0.name)?.state.terminated
      return ended != nil && ended?.exitCode != 0
    }
    let head = Sentence("\(story.name) is Failed\(time), and stays so.", [turn?.cause])
    guard let bad, let ended = story.status(of: bad.name)?.state.terminated else {
      let message = story.pod.status.message
      let said = Sentence(
        message.isEmpty ? "No container of it runs." : message, [turn?.cause])
      return Explanation(story.subject, head, because: [said])
    }
    let words = story.words(for: bad.name)
    let verdict = Sentence(
      "\(story.name) is Failed\(time), and stays so: \(words) ended with exit code "
        + "\(ended.exitCode) (\(ended.reason)).", [turn?.cause])
    return Explanation(
      story.subject, verdict,
      because: ContainerEnds(story, bad.name).lastSentences() + [
        policy(story, "so it is not started again")
      ])
  }
}
