import Testing

/// The model that the other tests look through.
@Suite struct ScreenTests {
  @Test(arguments: [
    ("abc\rX", "Xbc"), ("abc\u{8}\u{8}X", "aXc"), ("abcdef\u{1B}[3D\u{1B}[K", "abc"),
    ("abc\r\u{1B}[2CX", "abX"), ("abc\r\u{1B}[PX", "Xc"), ("abc\r\u{1B}[@X", "Xabc"),
    ("a豆b", "a豆b"), ("\u{1B}[32mgreen\u{1B}[0m", "green"), ("abc\r\u{1B}[4hX\u{1B}[4lY", "XYbc"),
  ])
  func `sequences do what terminals do`(_ sent: String, _ shown: String) {
    var screen = Screen(columns: 20, rows: 3)
    screen.feed(sent.unicodeScalars)
    #expect(screen.cursorLine == shown)
  }

  @Test func `text wraps late and scrolls`() {
    var screen = Screen(columns: 4, rows: 2)
    screen.feed("abcd".unicodeScalars)
    #expect(screen.lines == ["abcd", ""])
    screen.feed("e".unicodeScalars)
    #expect(screen.lines == ["abcd", "e"])
    screen.feed("\r\nf".unicodeScalars)
    #expect(screen.lines == ["e", "f"])
  }

  @Test func `a wide character does not hang over the edge`() {
    var screen = Screen(columns: 4, rows: 2)
    screen.feed("abc豆".unicodeScalars)
    #expect(screen.lines == ["abc", "豆"])
  }
}
