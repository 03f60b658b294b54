import PodShell
import Testing

@Suite struct TabWriterTests {
  /// kubectl's golden of a pod without anything shows all rules: a column ends at a line without
  /// TAB, and an empty last cell leaves the padding of the cell before it.
  @Test func columnsEndAtLinesWithoutTabs() {
    var writer = TabWriter.describe
    writer.write(
      "Name:\tweb\nStatus:\t\nContainers:\n  c:\n    Image:\tnginx\n    Host Port:\t<none>\n")
    #expect(
      writer.take()
        == """
        Name:    web
        Status:  \n\
        Containers:
          c:
            Image:      nginx
            Host Port:  <none>

        """)
  }

  @Test func widthsCountCharactersAndNeverShrink() {
    var writer = TabWriter.get
    writer.write("日本語日本語日本\tx\n")
    #expect(writer.take() == "日本語日本語日本   x\n")
    writer.write("a\tx\n")
    #expect(writer.take() == "a          x\n")
  }

  @Test func neighboursShareTheColumnsTheyBothHave() {
    var writer = TabWriter.describe
    writer.write("a\tb\tc\nlonger\tb\nx\ty\tz\n")
    #expect(writer.take() == "a       b  c\nlonger  b\nx       y  z\n")
  }

  @Test(arguments: [("\u{1B}[31mred", "^[[31mred"), ("a\rb", "a\\rb"), ("plain", "plain")])
  func terminalCommandsAreShown(text: String, shown: String) {
    #expect(TabWriter.escaped(text) == shown)
  }
}

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("plain 日本 é", "plain 日本 é"),
    ("\u{1B}[2J", "^[[2J"),
    ("\u{01}\u{00}\u{7F}", "^A^@^?"),
    ("\u{9B}31m", "\\u{9B}31m"),
    ("\u{202E}gpj.exe", "\\u{202E}gpj.exe"),
    ("a\tb\nc\r", "a\tb\nc^M"),
  ])
  func controlCharactersBecomeVisible(text: String, shown: String) {
    #expect(VisibleText.escaping(text) == shown)
  }

  @Test func tabsBecomeVisibleOnRequest() {
    #expect(VisibleText.escaping("a\tb", tabs: .escaped) == "a^Ib")
  }
}

@Suite struct DisplayWidthTests {
  @Test(arguments: [("abc", 3), ("日本", 4), ("e\u{301}", 1), ("😀", 2), ("한글", 4), ("", 0), ("é", 1)])
  func terminalColumns(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test func paddingFillsColumns() {
    #expect(DisplayWidth.padded("日本", to: 6) == "日本  ")
    #expect(DisplayWidth.padded("日本", to: 3) == "日本")
  }
}
