/// Waiting times that double: `flowcontrol.Backoff` of client-go, with the kubelet's numbers.
///
/// The first attempt opens a window of 10 s; each further one doubles it, up to 300 s; after twice
/// that without an attempt it starts anew.
struct Backoff: Hashable, Sendable {
  private let initial: SimulatedDuration
  private let maximum: SimulatedDuration
  private(set) var window = SimulatedDuration.zero
  private var lastUpdate = SimulatedTime.start
  private var exists = false

  init(initial: SimulatedDuration = .seconds(10), maximum: SimulatedDuration = .seconds(300)) {
    (self.initial, self.maximum) = (initial, maximum)
  }

  /// Whether something that ended at a time has to wait still (`IsInBackOffSince`).
  func holds(since end: SimulatedTime, at now: SimulatedTime) -> Bool {
    exists && !isExpired(at: end) && now - end < window
  }

  /// Whether the last attempt is too recent (`IsInBackOffSinceUpdate`).
  func holds(at now: SimulatedTime) -> Bool {
    exists && !isExpired(at: now) && now - lastUpdate < window
  }

  /// When the last attempt is no longer too recent.
  var endSinceUpdate: SimulatedTime { lastUpdate + window }

  /// Notes an attempt (`Next`).
  mutating func advance(since end: SimulatedTime, at now: SimulatedTime) {
    if exists, !isExpired(at: end) {
      window = min(window * 2, maximum)
    } else {
      window = initial
      exists = true
    }
    lastUpdate = now
  }

  private func isExpired(at time: SimulatedTime) -> Bool { time - lastUpdate > maximum * 2 }
}

extension SimulatedDuration {
  /// As Go prints a `time.Duration`: `10s`, `1m20s`, `5m0s`, `1.44s`, `250ms`, `1h0m0s`.
  package var goText: String {
    if milliseconds == 0 { return "0s" }
    if milliseconds < 0 { return "-" + SimulatedDuration(milliseconds: -milliseconds).goText }
    if milliseconds < 1000 { return "\(milliseconds)ms" }
    let seconds = milliseconds / 1000
    let fraction = milliseconds % 1000
    var text = "\(seconds % 60)"
    if fraction > 0 {
      var digits = padded(fraction, 3)
      while digits.hasSuffix("0") { digits.removeLast() }
      text += ".\(digits)"
    }
    text += "s"
    if seconds >= 60 { text = "\(seconds / 60 % 60)m" + text }
    if seconds >= 3600 { text = "\(seconds / 3600)h" + text }
    return text
  }
}
