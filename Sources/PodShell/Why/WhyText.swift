internal import PodEngine

/// An explanation as people read it, and as programs do.
enum WhyText {
  /// Narrow enough for 80 columns.
  private static let width = 78

  static func text(_ explanation: Explanation, in language: Language = .english) -> String {
    var lines = wrap(explanation.headline, width: width, language) + "\n"
    for cause in explanation.causes {
      let wrapped = wrap(cause, width: width - 2, language)
      for (index, line) in wrapped.split(separator: "\n").enumerated() {
        lines += "\(index == 0 ? "- " : "  ")\(line)\n"
      }
    }
    if let next = explanation.next { lines += language.text("Next: \(next)") + "\n" }
    return lines
  }

  private static func wrap(_ sentence: Sentence, width: Int, _ language: Language) -> String {
    switch language {
    case .english: WordWrap.wrap(sentence.text, width: width)
    case .chinese: WideWrap.wrap(language.text(sentence.text), width: width)
    }
  }

  static func json(_ explanation: Explanation, in cluster: Cluster) -> APIValue {
    let sentences = explanation.sentences.map { sentence -> APIValue in
      [
        "text": .string(sentence.text),
        "entries": .array(sentence.entries.map { .integer($0.number) }),
      ]
    }
    var cited: [TimelineID] = []
    for id in explanation.sentences.flatMap(\.entries) where !cited.contains(id) {
      cited.append(id)
    }
    var value: APIValue = [
      "object": .string(explanation.subject), "clock": .string(ClockText.text(cluster.now)),
      "healthy": .bool(explanation.isHealthy), "sentences": .array(sentences),
    ]
    if let next = explanation.next { value["next"] = .string(next) }
    value["entries"] = .array(
      cited.sorted().compactMap { cluster.timeline[$0] }.map(EntryText.json))
    return value
  }
}

/// Entries of the timeline for people and programs.
enum EntryText {
  static func json(_ entry: TimelineEntry) -> APIValue {
    var value: APIValue = [
      "id": .integer(entry.id.number), "time": .string(ClockText.text(entry.time)),
      "by": .string(entry.actor.component), "what": .string(text(entry.happening)),
    ]
    if let cause = entry.cause, cause.number > 0 { value["cause"] = .integer(cause.number) }
    return value
  }

  static func text(_ happening: Happening) -> String {
    switch happening {
    case .change(let change, let key, _):
      "\(change.rawValue.lowercased()) \(key.resource.singular)/\(key.name)"
    case .refusal(let key, let error):
      "refused \(key.resource.singular)/\(key.name): \(error.message)"
    case .event(let about, let reason, let message):
      "event \(about.kind.lowercased())/\(about.name) \(reason): \(message)"
    case .fault: "fault"
    case .note(let about, let note):
      "\(about.kind.lowercased())/\(about.name) \(NoteText.text(note))"
    case .command(let text): "command `\(text)`"
    }
  }
}
