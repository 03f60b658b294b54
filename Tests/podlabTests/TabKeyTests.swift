import PodShell
import Testing

@testable import podlab

@Suite struct TabKeyTests {
  private static func offers(_ words: String..., replacing: Int = 0) -> Completions {
    Completions(replacing: replacing, candidates: words.map { Completion($0, "x") })
  }

  @Test(arguments: [
    ("des", 0, ["describe"], "describe "), ("get po", 4, ["pods"], "pods "),
    ("--image", 0, ["--image="], "--image="), ("w", 0, ["web-1", "web-2"], "web-"),
    ("", 0, ["node/", "node-1"], "node"),
  ])
  func `completes as far as the offers agree`(
    _ text: String, _ start: Int, _ words: [String], _ inserted: String
  ) {
    let offers = Completions(replacing: start, candidates: words.map { Completion($0) })
    let action = TabKey.action(
      for: EditedText(text: text, cursor: text.utf8.count), offers: offers)
    #expect(action == .change(.replace(count: text.count - start, with: inserted)))
  }

  @Test func `lists when there is nothing more to add`() {
    let edited = EditedText(text: "web-", cursor: 4)
    let offers = Self.offers("web-1", "web-2")
    #expect(TabKey.action(for: edited, offers: offers) == .list(offers.candidates))
  }

  @Test func `names the word that nothing fits`() {
    let edited = EditedText(text: "get xyz rest", cursor: 7)
    #expect(TabKey.action(for: edited, offers: Self.offers(replacing: 4)) == .nothing("xyz"))
    #expect(TabKey.action(for: edited, offers: Self.offers(replacing: 7)) == .nothing("xyz"))
  }

  @Test func `no second space before one that is there`() {
    let edited = EditedText(text: "de x", cursor: 2)
    #expect(
      TabKey.action(for: edited, offers: Self.offers("delete"))
        == .change(.replace(count: 2, with: "delete")))
  }

  @Test func `an offer out of range is cut, not trusted`() {
    let edited = EditedText(text: "a", cursor: 1)
    #expect(
      TabKey.action(for: edited, offers: Self.offers("b", replacing: 99))
        == .change(.replace(count: 0, with: "b ")))
  }

  @Test func `indents to even columns`() {
    #expect(TabKey.indentation(at: 0) == .replace(count: 0, with: "  "))
    #expect(TabKey.indentation(at: 3) == .replace(count: 0, with: " "))
  }
}
