/// A seeded stream of numbers (SplitMix64). Integer arithmetic only, so it is the same on every
/// machine.
///
/// Each component owns a stream of its own, forked from the cluster's seed under the component's
/// name: one more draw in one place changes nothing elsewhere.
package struct RandomSource: RandomNumberGenerator, Hashable, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// The stream that belongs to a name (FNV-1a of its UTF-8 bytes, mixed with the seed).
  package init(seed: UInt64, name: String) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var mixer = RandomSource(seed: seed ^ hash)
    state = mixer.next()
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, and without, `bound`; `bound` is at least 1.
  package mutating func next(below bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

  /// A random UUID (version 4), as `metadata.uid` has.
  package mutating func nextUID() -> String {
    var bytes: [UInt8] = []
    for word in [next(), next()] {
      bytes += (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * UInt64(7 - $0))) }
    }
    bytes[6] = bytes[6] & 0x0f | 0x40
    bytes[8] = bytes[8] & 0x3f | 0x80
    let digits = bytes.map { padded16($0) }
    return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }
      .joined(separator: "-")
  }

  /// A random suffix such as `x7k2f`, from the letters that apimachinery's `rand.String` uses (no
  /// vowels, no 0, 1, 3).
  package mutating func nextNameSuffix(length: Int = 5) -> String {
    let letters = Array("bcdfghjklmnpqrstvwxz2456789")
    return String((0..<length).map { _ in letters[next(below: letters.count)] })
  }

  /// Hexadecimal digits, for container IDs and digests.
  package mutating func nextHex(length: Int) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: (0..<length).map { _ in digits[next(below: 16)] }, as: UTF8.self)
  }
}

private func padded16(_ byte: UInt8) -> String {
  let text = String(byte, radix: 16)
  return text.count == 2 ? text : "0" + text
}
