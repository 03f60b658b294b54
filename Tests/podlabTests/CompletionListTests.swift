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
      CompletionList(candidates: offers, columns: 30).lines() == [
        "get       -- show objects", "describe  -- tell everythi...",
      ])
  }

  @Test func `words alone stand in columns`() {
    let offers = ["a", "b", "c"].map { Completion($0) }
    #expect(CompletionList(candidates: offers, columns: 8).lines() == ["a  c", "b"])
  }

  @Test func `a list that was cut says so`() {
    let offers = (1...Completions.limit).map { Completion("w\($0)", "x") }
    let lines = CompletionList(candidates: offers, columns: 80).lines()
    #expect(lines.count == Completions.limit + 1)
    #expect(lines.last == "... there may be more; type another letter")
  }

  @Test func `more lines than rows come by the screenful`() {
    var pages = MorePages((1...10).map(String.init), rows: 5)
    #expect(pages.next() == ["1", "2", "3", "4"])
    #expect(pages.next(after: 0x0A) == ["5"])
    #expect(pages.next(after: 0x20) == ["6", "7", "8", "9"])
    #expect(!pages.isDone)
    #expect(pages.next(after: 0x71) == [])
    #expect(pages.isDone)
  }

  @Test func `wide words are measured and controls are not sent`() {
    #expect(displayWidth("豆a") == 3)
    let offers = [Completion("豆", "a\u{1B}b"), Completion("abc", "d")]
    #expect(
      CompletionList(candidates: offers, columns: 80).lines() == [
        "豆   -- a^[b", "abc  -- d",
      ])
  }
}
