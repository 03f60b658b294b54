internal import PodEngine

/// One sentence of `why`, with the entries of the timeline that it rests on.
struct Sentence: Hashable, Sendable {
  let text: String
  let entries: [TimelineID]

  init(_ text: String, _ entries: [TimelineID?]) {
    self.text = text
    var seen: [TimelineID] = []
    // Leases have no entry of their own; their number is 0.
    for id in entries.compactMap(\.self) where id.number > 0 && !seen.contains(id) {
      seen.append(id)
    }
    self.entries = seen
  }
}

/// What `why` answers: the chain of causes from what is seen to what it comes from.
struct Explanation: Hashable, Sendable {
  /// `pod/web`
  let subject: String
  /// Whether all is as it should be.
  var isHealthy = false
  /// What is so; the causes follow it.
  let headline: Sentence
  var causes: [Sentence] = []
  /// What to do, where that is certain.
  var next: String?

  var sentences: [Sentence] { [headline] + causes }

  init(
    _ subject: String, _ headline: Sentence, because causes: [Sentence] = [], next: String? = nil,
    isHealthy: Bool = false
  ) {
    (self.subject, self.headline, self.causes) = (subject, headline, causes)
    (self.next, self.isHealthy) = (next, isHealthy)
  }
}

/// Lists in sentences.
enum Listing {
  /// `a`, `a and b`, `a, b and c`.
  static func and(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// `once`, `3 times`.
  static func times(_ number: Int) -> String { number == 1 ? "once" : "\(number) times" }

  /// `1 Pod`, `3 Pods`.
  static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }
}
