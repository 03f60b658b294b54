import Testing

@testable import podlab

@Suite struct EditedTextTests {
  @Test(arguments: [
    ("ab\ncd", 4, -3), ("ab\ncd", 3, -3), ("a\nbcd", 5, -4), ("豆x\ny", 6, -3),
    ("a\nbb\nc", 6, -3),
  ])
  func `up keeps the column`(_ text: String, _ cursor: Int, _ distance: Int) {
    #expect(EditedText(text: text, cursor: cursor).rowAbove() == .move(distance))
  }

  @Test(arguments: [("ab\ncd", 1, 3), ("ab\nc", 2, 2), ("ab\n", 1, 2), ("豆\nxyz", 3, 2)])
  func `down keeps the column`(_ text: String, _ cursor: Int, _ distance: Int) {
    #expect(EditedText(text: text, cursor: cursor).rowBelow() == .move(distance))
  }

  @Test func `the first and last row have nothing beyond`() {
    #expect(EditedText(text: "ab\ncd", cursor: 1).rowAbove() == nil)
    #expect(EditedText(text: "ab\ncd", cursor: 4).rowBelow() == nil)
  }
}
