internal import PodEngine

/// What one hook of a container has done.
struct HookRuns {
  private let story: PodStory
  private let container: String
  private let kind: HookKind
  private let last: (entry: NotedEntry, hook: HookNote)?

  init(_ story: PodStory, _ container: String, _ kind: HookKind) {
    (self.story, self.container, self.kind) = (story, container, kind)
    let entry = story.lastNote {
      if case .hook(let hook) = $0 {
        hook.container == container && hook.kind == kind
      } else {
        false
      }
    }
    if let entry, case .hook(let hook) = entry.note { last = (entry, hook) } else { last = nil }
  }

  /// Whether it has begun and not ended.
  var isRunning: Bool { last?.hook.step == .began }

  private var origin: Origin? {
    story.cluster.fault(behind: last?.entry.cause, about: container, of: story.pod) {
      if case .hook(_, _, let fault) = $0 { fault != .ok } else { false }
    }
  }

  /// What became of it last.
  var lastSentences: [Sentence] {
    guard let last else { return [] }
    let because = origin.map { ", because \($0.text)" } ?? ""
    let name = "Its \(kind.rawValue) hook"
    let time = ClockText.text(last.entry.time)
    let text =
      switch last.hook.step {
      case .began: "\(name) has been running since \(time)\(because)."
      case .ended: "\(name) ended at \(time)."
      case .failed(let error):
        "\(name) failed at \(time): \(error.firstLine.withoutStop)\(because)."
      case .outOfTime: "\(name) had not ended when its grace was over, at \(time)\(because)."
      }
    return [Sentence(text, [last.entry.id] + (origin?.entries ?? []))]
  }

  /// What ends a fault.
  var advice: String? { origin.map { _ in "hook ok \(story.name) \(kind.rawValue)" } }
}
