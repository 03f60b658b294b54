import CLibedit
import PodShell
import Testing

@testable import podlab

@Suite struct OverlayTests {
  private static func overlay(
    _ text: String, cursor: Int? = nil, suggestion: String = "", status: String = ""
  ) -> (draw: String, erase: String)? {
    Overlay(
      edited: EditedText(text: text, cursor: cursor ?? text.utf8.count), verbs: [],
      suggestion: suggestion, status: status
    ).sequences(promptColumns: 9, columns: 40)
  }

  @Test func `the suggestion is faint and the cursor comes back`() {
    #expect(
      Self.overlay("get", suggestion: " pods")?.draw
        == "\r\u{1B}[9Cget\u{1B}[2m pods\u{1B}[0m\r\u{1B}[12C")
    #expect(Self.overlay("豆", cursor: 0)?.draw == "\r\u{1B}[9C豆\r\u{1B}[9C")
  }

  @Test func `erasing draws the text as libedit has it`() {
    #expect(Self.overlay("get", suggestion: " pods")?.erase == "\r\u{1B}[9Cget\u{1B}[K\r\u{1B}[12C")
  }

  @Test func `the status ends one column before the edge, and gives way`() {
    #expect(
      Self.overlay("get", status: "t=0:00")?.draw
        == "\r\u{1B}[9Cget" + String(repeating: " ", count: 20)
        + "\u{1B}[2mt=0:00\u{1B}[0m\r\u{1B}[12C")
    let long = String(repeating: "x", count: 24)
    #expect(Self.overlay(long, status: "t=0:00")?.draw.contains("t=") == false)
  }

  @Test(arguments: ["a\nb", "a\u{1B}b", String(repeating: "x", count: 30), "a\u{202E}b"])
  func `what does not stand in one row as it is stays alone`(_ text: String) {
    #expect(Self.overlay(text) == nil)
  }

  @Test func `verbs are drawn by kind`() {
    let drawn = Overlay(
      edited: EditedText(text: "get && nope", cursor: 11),
      verbs: [VerbMark(0..<3, .known), VerbMark(7..<11, .unknown)], suggestion: "", status: ""
    ).sequences(promptColumns: 0, columns: 40)?.draw
    #expect(drawn == "\r\u{1B}[1mget\u{1B}[0m && \u{1B}[31;4mnope\u{1B}[0m\r\u{1B}[11C")
  }

  @Test func `suggestions come from the newest command, else from the grammar`() {
    let recall = HistoryRecall(entries: ["get a", "get b", "get c\nd"])
    func suggested(_ text: String, cursor: Int? = nil) -> Suggested {
      Suggested(
        for: EditedText(text: text, cursor: cursor ?? text.utf8.count), recall: recall,
        grammar: { _ in " grammar word" })
    }
    #expect(suggested("get").text == " b")
    #expect(suggested("get b").text == " grammar word")
    #expect(suggested("get b").firstWord == " grammar")
    #expect(suggested("get", cursor: 1).text.isEmpty)
    #expect(suggested("").text.isEmpty)
  }

  @Test(arguments: [
    ("get ", true), ("get", true), ("", true), ("wget http://a/", false), ("sh -c 'x", false),
    ("exec web -- ls ", false), ("a=b", false),
  ])
  func `a question mark asks where it cannot be meant itself`(_ text: String, _ asks: Bool) {
    #expect(EditedText(text: text, cursor: text.utf8.count).isQuestion == asks)
    #expect(!EditedText(text: text + "x", cursor: 0).isQuestion)
  }

  @Test func `words end as in Emacs`() {
    #expect(EditedText(text: "get pods", cursor: 0).wordRight() == .move(3))
    #expect(EditedText(text: "get pods", cursor: 3).wordRight() == .move(5))
    #expect(EditedText(text: "get", cursor: 3).wordRight() == nil)
  }
}

@Suite struct PagerTests {
  /// Widths are those of a UTF-8 locale.
  init() { _ = pl_locale_set() }

  @Test(arguments: [
    ("a\nb\n", false), (String(repeating: "a\n", count: 9), false),
    (String(repeating: "a\n", count: 10), true), (String(repeating: "a", count: 100), true),
    (String(repeating: "豆", count: 45), false), (String(repeating: "豆", count: 50), true),
  ])
  func `what fills the screen is paged`(_ text: String, _ isPaged: Bool) {
    let environment = Environment { $0 == "PAGER" ? "less" : nil }
    #expect(
      Pager(environment, isWanted: true).isNeeded(for: text, rows: 10, columns: 10) == isPaged)
    #expect(!Pager(environment, isWanted: false).isNeeded(for: text, rows: 10, columns: 10))
  }
}
