internal import PodEngine

/// Notes of the timeline in a few words.
enum NoteText {
  static func text(_ note: Note) -> String {
    switch note {
    case .probe(let run): probe(run)
    case .ended(let end):
      "\(end.container) ended with exit code \(end.exitCode) (\(end.reason))"
    case .startFailed(let container, let reason, let message):
      "\(container) cannot start: \(reason): \(message.firstLine)"
    case .restartBackoff(let container, let window, let until):
      "\(container) waits \(ClockText.length(window)) until \(ClockText.text(until))"
    case .pulling(let container, let image, let until):
      "\(container) waits for the download of \(image) until \(ClockText.text(until))"
    case .pullFailed(let container, let image, _): "\(container) did not get the image \(image)"
    case .pullBackoff(let container, let image, let window, let until):
      "\(container) waits \(ClockText.length(window)) until \(ClockText.text(until)) for another "
        + "try to pull \(image)"
    case .hook(let hook): "\(hook.container) \(hook.kind.rawValue) \(step(hook.step))"
    case .stopping(let container, let reason, let grace):
      "\(container) is stopped (\(reason.rawValue)), grace \(grace)s"
    case .signal(let container, let name, _): "\(container) gets \(name)"
    case .mountFailed(let problem, _): problem.firstLine
    case .sandboxFailed(let problem, _): problem.firstLine
    case .verdict(let reason, let message): "\(reason): \(message.firstLine)"
    case .unschedulable(let objections, let count):
      "fits none of \(count) nodes: \(objections.map(\.reason).joined(separator: ", "))"
    case .drivenOut(let node, let taint, let time):
      "is deleted at \(ClockText.text(time)) for the taint \(taint) of \(node)"
    case .exec(let container, let command):
      "\(container) runs \(command.joined(separator: " ").firstLine)"
    case .typedIntoExec: "input for a command in a container"
    case .limit(let container, let limit): "\(container) reached a limit of podlab: \(limit)"
    }
  }

  private static func probe(_ run: ProbeNote) -> String {
    let word = run.isSuccess ? "succeeded" : "failed"
    let output = run.outcome.text.firstLine
    return "\(run.container) \(run.kind.rawValue) probe \(word)"
      + (output.isEmpty ? "" : ": \(output)")
  }

  private static func step(_ step: HookNote.Step) -> String {
    switch step {
    case .began: "began"
    case .ended: "ended"
    case .failed(let error): "failed: \(error.firstLine)"
    case .outOfTime: "had no time left"
    }
  }
}
