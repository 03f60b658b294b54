/// One thing that the real cluster and podlab must agree about.
struct Check: Sendable, CustomStringConvertible {
  let name: String
  let holds: Bool
  /// What each side did; read when the check does not hold.
  let detail: String

  var description: String { "\(name): \(detail)" }

  init(_ name: String, holds: Bool, detail: String) {
    self.name = name
    self.holds = holds
    self.detail = detail
  }

  /// Both sides must say the same.
  init<Value: Equatable>(_ name: String, real: Value, podlab: Value) {
    self.init(name, holds: real == podlab, detail: "real \(real); podlab \(podlab)")
  }

  /// Both sides must have the same members.
  init(_ name: String, real: Set<String>, podlab: Set<String>) {
    self.init(
      name, missing: real.subtracting(podlab), extra: podlab.subtracting(real))
  }

  init(_ name: String, missing: Set<String>, extra: Set<String>) {
    let detail = "never seen in podlab: \(missing.sorted()); only in podlab: \(extra.sorted())"
    self.init(name, holds: missing.isEmpty && extra.isEmpty, detail: detail)
  }

  /// The moment must be within the window around the real one.
  init(_ name: String, real: Double, podlab: Double, early: Double, late: Double) {
    self.init(
      name, holds: (real - early...real + late).contains(podlab),
      detail: "real \(real)s, at most \(early)s before or \(late)s after; podlab \(podlab)s")
  }
}

extension Sequence where Element: Equatable {
  /// Without what only repeats the one before.
  var changes: [Element] {
    reduce(into: []) { kept, element in
      if kept.last != element { kept.append(element) }
    }
  }
}
