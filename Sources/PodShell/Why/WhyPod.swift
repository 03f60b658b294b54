internal import PodEngine

/// Finds out why a Pod is as it is. Each rule looks at one kind of trouble and answers where it
/// meets it; the first that answers is the nearest to the root.
enum WhyPod {
  static func explanation(of story: PodStory) -> Explanation {
    let rules: [(PodStory) -> Explanation?] = [
      WhyDeleted.explanation, WhyTerminating.explanation, WhyEnded.explanation,
      WhyUnscheduled.explanation, WhyNodeLost.explanation, WhyNotTaken.explanation,
      WhyContainers.explanation, WhyNotReady.explanation,
    ]
    for rule in rules { if let found = rule(story) { return found } }
    return healthy(story)
  }

  private static func healthy(_ story: PodStory) -> Explanation {
    let turn = story.version { $0.condition("Ready") == "True" }
    let since = story.since("Ready").map { " since \(ClockText.text($0))" } ?? ""
    let headline = Sentence(
      "Nothing is wrong with \(story.name): it is Running, and Ready\(since).", [turn?.cause])
    let past = story.containers.flatMap { restarts(of: $0, story) }
    return Explanation(story.subject, headline, because: past, isHealthy: true)
  }

  /// What a healthy Pod went through.
  private static func restarts(of container: Container, _ story: PodStory) -> [Sentence] {
    guard let status = story.status(of: container.name), status.restartCount > 0 else { return [] }
    let count = Listing.times(status.restartCount)
    let words = story.words(for: container.name).capitalizedFirst
    let ends = ContainerEnds(story, container.name)
    let headline = Sentence("\(words) was restarted \(count).", ends.ids)
    return [headline] + ends.lastSentences()
  }
}

extension String {
  /// With a capital letter at the beginning, as sentences have it.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// Without the full stop at the end, for a message that is put into a sentence.
  var withoutStop: String {
    var text = self
    while let last = text.last, last == "." || last == " " { text.removeLast() }
    return text
  }
}
