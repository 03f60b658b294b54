import PodShell
import Testing

@testable import podlab

@Suite struct CommandAssemblerTests {
  /// Open while the text has more `(` than `)`.
  private static func reason(_ text: String) -> Continuation? {
    let open = text.filter { $0 == "(" }.count > text.filter { $0 == ")" }.count
    return open ? .heredoc(delimiter: ")") : nil
  }

  private func commands(_ lines: String...) -> [String] {
    var assembler = CommandAssembler()
    return lines.compactMap { assembler.add($0, continuation: Self.reason) }.map {
      "\($0.line):\($0.column) \($0.text)"
    }
  }

  @Test func `skips comments and blanks, keeps places`() {
    #expect(commands("# x", "", "  a", "\t# y", "b # z") == ["3:3   a", "5:1 b # z"])
  }

  @Test func `joins lines that belong together`() {
    #expect(commands("a (", "# kept", "", ")", "b") == ["1:1 a (\n# kept\n\n)", "5:1 b"])
  }

  @Test func `a byte order mark is no part of the first line`() {
    #expect(commands("\u{FEFF}a") == ["1:1 a"])
    #expect(commands("a", "\u{FEFF}b") == ["1:1 a", "2:1 \u{FEFF}b"])
  }

  @Test func `abandons and finishes`() {
    var assembler = CommandAssembler()
    #expect(assembler.add("a (", continuation: Self.reason) == nil)
    assembler.abandon()
    #expect(assembler.purpose == .command)
    #expect(assembler.finish(continuation: Self.reason) == nil)
    #expect(assembler.add("b (", continuation: Self.reason) == nil)
    #expect(assembler.purpose == .continuation(.heredoc(delimiter: ")")))
    #expect(assembler.finish(continuation: Self.reason)?.text == "b (\n)")
    #expect(assembler.pending == nil)
  }

  @Test func `a script reader drops carriage returns and one last newline`() {
    let reader = ScriptReader(text: "a\r\n\nb\n")
    let events = (0..<4).map { _ in reader.nextLine(.command) }
    #expect(events == [.line("a"), .line(""), .line("b"), .end])
  }
}
