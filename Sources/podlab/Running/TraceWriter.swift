internal import Glibc
internal import PodEngine
internal import PodShell

/// Writes every change that the API server publishes: one JSON object per line,
/// `{"t":…,"type":…,"object":…}`.
struct TraceWriter {
  private let descriptor: Int32
  private var written = 0
  private(set) var failure: SystemError?

  /// Makes the file, or empties the one that is there.
  init(path: String) throws(SystemError) {
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, 0o644)
    if descriptor < 0 { throw .last }
  }

  /// Writes the changes that are new since the last call. After `undo` the log is shorter; then it
  /// goes on from there.
  mutating func write(_ changes: AppendLog<WatchEvent>) {
    guard failure == nil else { return }
    let lines = changes.elements(from: written).map { change in
      Self.line(at: change.time, type: change.change.rawValue, object: change.object)
    }
    written = changes.count
    failure = Disk.write(lines.joined().utf8, to: descriptor)
  }

  /// One line. `t` is seconds of virtual time to the millisecond.
  static func line(at time: SimulatedTime, type: String, object: APIValue) -> String {
    let (seconds, rest) = time.milliseconds.quotientAndRemainder(dividingBy: 1000)
    let digits = String(rest)
    let fraction = String(repeating: "0", count: 3 - digits.count) + digits
    let text = JSONText.text(object)
    return "{\"t\":\(seconds).\(fraction),\"type\":\"\(type)\",\"object\":\(text)}\n"
  }
}
