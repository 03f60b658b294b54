import PodTutor
import Testing

@Suite("Differences are shown as diff -u shows them")
struct LineDiffTests {
  static let cases: [(old: String, new: String, diff: [String])] = [
    ("a b c", "a b c", []),
    ("a b c", "a x c", ["@@ -10,3 +10,3 @@", " a", "-b", "+x", " c"]),
    ("", "a", ["@@ -10,0 +10,1 @@", "+a"]),
    ("a", "", ["@@ -10,1 +10,0 @@", "-a"]),
    ("a b", "b a", ["@@ -10,2 +10,2 @@", "-a", " b", "+a"]),
    (
      "1 2 3 4 5 6 7 8 9", "1 2 3 4 x 6 7 8 9",
      ["@@ -11,7 +11,7 @@", " 2", " 3", " 4", "-5", "+x", " 6", " 7", " 8"]
    ),
  ]

  @Test("hunks", arguments: cases.indices)
  func hunks(_ index: Int) {
    let (old, new, diff) = Self.cases[index]
    let edits = LineDiff.edits(
      from: old.split(separator: " ").map(String.init),
      to: new.split(separator: " ").map(String.init))
    #expect(LineDiff.unified(edits, firstLine: 10) == diff)
  }

  @Test("spaces at the end are made visible")
  func spaces() {
    let diff = LineDiff.unified(LineDiff.edits(from: ["a  "], to: ["a"]), firstLine: 1)
    #expect(diff == ["@@ -1,1 +1,1 @@", "-a··", "+a"])
  }

  @Test("edits rebuild both texts", arguments: 0..<50)
  func rebuild(_ seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func line() -> String {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return String((state >> 33) % 4)
    }
    let old = (0..<seed % 13).map { _ in line() }
    let new = (0..<(seed * 7) % 11).map { _ in line() }
    let edits = LineDiff.edits(from: old, to: new)
    let before = edits.compactMap { edit -> String? in
      switch edit {
      case .same(let line), .removed(let line): line
      case .added: nil
      }
    }
    let after = edits.compactMap { edit -> String? in
      switch edit {
      case .same(let line), .added(let line): line
      case .removed: nil
      }
    }
    #expect(before == old)
    #expect(after == new)
  }
}
