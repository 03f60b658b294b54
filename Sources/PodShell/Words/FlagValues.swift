package import PodEngine

/// The value of a flag that was given.
package enum FlagValue: Hashable, Sendable {
  case switched(Bool)
  case text(String)
  case integer(Int)
  case duration(SimulatedDuration)
}

/// The flags that were given, in order.
package struct FlagValues: Hashable, Sendable {
  private var given: [Entry] = []

  private struct Entry: Hashable, Sendable {
    let name: String
    let value: FlagValue
    let position: TextPosition
  }

  package init() {}

  mutating func add(_ name: String, _ value: FlagValue, at position: TextPosition) {
    given.append(Entry(name: name, value: value, position: position))
  }

  /// The flags without one, as if it had not been given.
  func without(_ name: String) -> FlagValues {
    var others = self
    others.given.removeAll { $0.name == name }
    return others
  }

  /// Whether a flag was given at all.
  package func has(_ name: String) -> Bool { given.contains { $0.name == name } }

  /// Where a flag was given, the last time.
  package func position(of name: String) -> TextPosition? {
    given.last { $0.name == name }?.position
  }

  package func isOn(_ name: String, default fallback: Bool = false) -> Bool {
    if case .switched(let value)? = last(name) { value } else { fallback }
  }

  package func text(_ name: String) -> String? {
    if case .text(let value)? = last(name) { value } else { nil }
  }

  package func texts(_ name: String) -> [String] {
    given.compactMap { entry in
      if entry.name == name, case .text(let value) = entry.value { value } else { nil }
    }
  }

  package func integer(_ name: String) -> Int? {
    if case .integer(let value)? = last(name) { value } else { nil }
  }

  package func duration(_ name: String) -> SimulatedDuration? {
    if case .duration(let value)? = last(name) { value } else { nil }
  }

  private func last(_ name: String) -> FlagValue? { given.last { $0.name == name }?.value }
}
