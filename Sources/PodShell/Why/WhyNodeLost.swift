internal import PodEngine

/// A Pod whose node nobody hears of: what is shown is what was so when it was heard last.
enum WhyNodeLost {
  static func explanation(of story: PodStory) -> Explanation? {
    let node = story.pod.spec.nodeName
    guard let sentences = WhyNode.sentences(of: node, in: story.cluster) else { return nil }
    let last = story.versions.last?.cause
    let isReady = story.pod.status.condition("Ready")?.status == .true
    let shown = PodSummary(story.tree).status
    let head = Sentence(
      isReady
        ? "\(story.name) is shown as \(shown) and Ready, but that is what \(node) reported last: "
          + "nobody hears of \(node) now."
        : "\(story.name) is not Ready: its node \(node) is NotReady.", [last])
    var causes = sentences
    if let driven = drivenOut(story) { causes.append(driven) }
    return Explanation(
      story.subject, head, because: causes, next: WhyNode.remedy(of: node, in: story.cluster))
  }

  /// When a `NoExecute` taint drives the Pod away.
  static func drivenOut(_ story: PodStory) -> Sentence? {
    let entry = story.lastNote { if case .drivenOut = $0 { true } else { false } }
    guard let entry, case .drivenOut(_, let taint, let time) = entry.note, time > story.now else {
      return nil
    }
    return Sentence(
      "\(story.name) bears the taint \(taint) until \(ClockText.text(time)); then it is deleted.",
      [entry.id])
  }
}
