/// Names that no recording has, from a seed.
struct RandomNames {
  private var state: UInt64
  private var known: [String: String] = [:]
  private var taken: Set<String> = []

  init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 | 1 }

  /// The new name of something; always the same for the same thing.
  mutating func name(_ kind: String, _ old: String) -> String {
    remember(kind, old) { $0.word(3 + $0.below(12)) }
  }

  /// The new name of what a controller made: its owner's new name and a suffix of the same shape.
  mutating func generated(_ kind: String, _ old: String, owner: String) -> String {
    let newOwner = name(kind, owner)
    let lengths = old.dropFirst(owner.count + 1).split(separator: "-").map(\.count)
    return remember(kind, old) { names in
      newOwner + lengths.map { "-" + names.suffix($0) }.joined()
    }
  }

  private mutating func remember(
    _ kind: String, _ old: String, _ make: (inout Self) -> String
  ) -> String {
    if let new = known["\(kind)/\(old)"] { return new }
    var new = make(&self)
    while !taken.insert(new).inserted { new = make(&self) }
    known["\(kind)/\(old)"] = new
    return new
  }

  /// A DNS label: letters and digits, hyphens inside, a letter first.
  private mutating func word(_ length: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let inner = letters + Array("0123456789-")
    let middle = (0..<length).map { _ in inner[below(inner.count)] }
    return "\(letters[below(26)])\(String(middle))\(letters[below(26)])"
  }

  /// As apimachinery's `rand.String` makes them.
  private mutating func suffix(_ length: Int) -> String {
    let letters = Array("bcdfghjklmnpqrstvwxz2456789")
    return String((0..<length).map { _ in letters[below(letters.count)] })
  }

  private mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
