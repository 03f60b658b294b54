import PodTutor
import Testing

@Suite("Markdown becomes plain values")
struct MarkdownReaderTests {
  @Test("blocks know their lines")
  func lines() {
    let blocks = MarkdownReader.blocks(
      of:
        "# One\n\ntwo *three*\nfour `five`\n\n- a\n- b\n  c\n\n1. x\n2. y\n\n> q\n\n```console\nsix\n```\n"
    )
    #expect(
      blocks
        == [
          MarkdownBlock(.heading(level: 1, text: "One"), lines: 1...1),
          MarkdownBlock(.paragraph("two three four `five`"), lines: 3...4),
          MarkdownBlock(.list(["- a", "- b c"]), lines: 6...9),
          MarkdownBlock(.list(["1. x", "2. y"]), lines: 10...12),
          MarkdownBlock(.quote("q"), lines: 13...13),
          MarkdownBlock(.code(info: "console", literal: "six\n"), lines: 15...17),
        ].map { $0 })
  }

  @Test(
    "nothing that is not Markdown exists", arguments: ["", "\n", "```", "<details>", "- - - -"])
  func anything(_ text: String) { _ = MarkdownReader.blocks(of: text) }

  @Test("deep nesting does not exhaust the stack")
  func deep() {
    let blocks = MarkdownReader.blocks(of: String(repeating: "> ", count: 20_000) + "x")
    #expect(blocks.count == 1)
  }

  @Test("between lines of Chinese stands no space, and lines break between characters")
  func chinese() {
    let blocks = MarkdownReader.blocks(of: "一个\n愿望：\n用`kubectl`写\nPod 的\n")
    #expect(blocks.map(\.content) == [.paragraph("一个愿望：用`kubectl`写 Pod 的")])
    #expect(
      Prose.text(blocks, width: 12) == "一个愿望：用\n`kubectl`写\nPod 的\n")
    #expect(Prose.wrap("一二三，四", width: 6) == ["一二", "三，四"])
  }

  @Test("prose keeps to its width and code keeps together")
  func prose() {
    let lines = Prose.wrap("one two `three four` five", width: 12)
    #expect(lines == ["one two", "`three four`", "five"])
  }
}
