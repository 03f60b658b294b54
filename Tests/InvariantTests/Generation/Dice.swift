import PodEngine

/// Seeded choices.
struct Dice {
  private var source: RandomSource

  init(seed: UInt64) { source = RandomSource(seed: seed, name: "invariants") }

  mutating func below(_ bound: Int) -> Int { source.next(below: bound) }

  /// True so many times in a hundred.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  mutating func pick<Element>(_ choices: [Element]) -> Element? {
    choices.isEmpty ? nil : choices[below(choices.count)]
  }

  /// One of the choices, which are at least one.
  mutating func of<Element>(_ first: Element, _ others: Element...) -> Element {
    let index = below(others.count + 1)
    return index == 0 ? first : others[index - 1]
  }

  /// One of some things by weight; nil where there is none.
  mutating func weighted<Element>(_ choices: [(weight: Int, Element)]) -> Element? {
    var rest = below(max(1, choices.map(\.weight).reduce(0, +)))
    for (weight, choice) in choices {
      if rest < weight { return choice }
      rest -= weight
    }
    return nil
  }
}
