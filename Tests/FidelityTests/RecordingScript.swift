import Foundation

/// A recording's actions as a script of podlab commands, one a line, with the clock moved between
/// them.
struct RecordingScript {
  private(set) var lines: [String]
  private let recording: Recording
  private let folder: URL
  private let settings: Replay.Settings
  private var now = 0.0

  /// The images that were on the real nodes before the recording began.
  private static let presentImages = [
    "busybox:1.35", "busybox:latest", "podlab/web:1.0", "podlab/web:2.0",
  ]

  /// Writes the manifests that the script applies into `folder`.
  init(_ recording: Recording, folder: URL, _ settings: Replay.Settings = .init()) throws {
    self.recording = recording
    self.folder = folder
    self.settings = settings
    lines = recording.nodes.flatMap { node in
      Self.presentImages.map { "load image \($0) --node \(node)" }
    }
    lines = settings.prelude + lines
    for (number, step) in recording.steps.enumerated() {
      advance(to: step.at)
      try add(step.action, number: number)
    }
    advance(to: recording.until)
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  private mutating func advance(to time: Double) {
    guard time > now else { return }
    let milliseconds = Int(((time - now) * 1000).rounded())
    lines.append("advance \(milliseconds)ms")
    now = time
  }

  private mutating func add(_ action: Recording.Action, number: Int) throws {
    switch action {
    case .apply(let manifest):
      let file = folder.appendingPathComponent("\(number).json")
      try Data(manifest.utf8).write(to: file)
      lines.append("create -f '\(file.path)'")
    case .delete(let target, let grace):
      let words = target.split(separator: "/").joined(separator: " ")
      let flags = grace.map { " --grace-period=\($0)" + ($0 == 0 ? " --force" : "") } ?? ""
      lines.append("delete \(words)\(flags) --wait=false")
    case .deleteFirst(let label):
      lines.append("delete pod \(try firstPod(with: label)) --wait=false")
    case .evict(let pod): lines.append("evict \(pod)")
    case .patch(let target, let kind, let body):
      let words = target.split(separator: "/").joined(separator: " ")
      let quoted = body.replacing("'", with: "'\\''")
      lines.append("patch \(words) --type=\(kind) -p '\(quoted)'")
    case .killContainer(let pod, let container):
      lines.append("kill container \(pod) \(container)")
    case .killSandbox(let pod): lines.append("kill sandbox \(pod)")
    case .stopKubelet(let node): lines.append("partition node \(node)")
    case .startKubelet(let node): lines.append("heal node \(node)")
    case .deleteNode(let node): lines.append("delete node \(node)")
    }
  }

  /// Asks the program itself: the same script gives the same names.
  private func firstPod(with label: String) throws -> String {
    let script = folder.appendingPathComponent("prefix.lab")
    let listing = "get pods -l \(label) --no-headers -o custom-columns=NAME:.metadata.name"
    try Data((text + listing + "\n").utf8).write(to: script)
    let run = try Podlab.run(["run", script.path] + settings.arguments(recording))
    let names = run.output.split(separator: "\n").map(String.init)
    let alive = names.filter { !$0.hasPrefix("[") && !$0.contains(" ") }
    guard let first = alive.first else { throw Recording.Failure.unreadable(run.errors) }
    return first
  }
}
