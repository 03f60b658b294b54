import CLibedit
import PodShell
import Testing

@testable import podlab

@Suite struct CompletionListTests {
  init() { _ = pl_locale_set() }

  @Test func `descriptions stand in one column and are cut at the edge`() {
    let offers = [
      Completion("get", "show objects"), Completion("describe", "tell everything about an object"),
    ]
    #expect(
      CompletionList(candidates: offers, columns: 30, rows: 24).lines() == [
        "get       -- show objects", "describe  -- tell everythi...",
      ])
  }

  @Test func `words alone stand in columns`() {
    let offers = ["a", "b", "c"].map { Completion($0) }
    #expect(CompletionList(candidates: offers, columns: 8, rows: 24).lines() == ["a  c", "b"])
  }

  @Test func `more than a screenful says how many`() {
    let offers = (1...50).map { Completion("w\($0)", "x") }
    let lines = CompletionList(candidates: offers, columns: 80, rows: 10).lines()
    #expect(lines.count == 8)
    #expect(lines.last == "... 43 more lines; type another letter")
  }

  @Test func `wide words are measured and controls are not sent`() {
    #expect(displayWidth("豆a") == 3)
    let offers = [Completion("豆", "a\u{1B}b"), Completion("abc", "d")]
    #expect(
      CompletionList(candidates: offers, columns: 80, rows: 24).lines() == [
        "豆   -- a^[b", "abc  -- d",
      ])
  }
}
