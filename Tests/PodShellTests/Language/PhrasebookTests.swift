import Foundation
import PodShell
import Testing

@testable import PodShell

/// What podlab says itself, it says in Chinese too.
@Suite struct PhrasebookTests {
  private static let book = Phrasebook(
    sentences: [
      """
      {} is not Ready{~}.
        {1} 没有就绪{2}。
      write {}
        请写 {1}
      write {} or {}
        请写 {1} 或 {2}
      """
    ],
    clauses: [
      """
      , because {~}
        ，因为{1}
      `{}` was typed at {}
        在 {2} 键入了 `{1}`
      """
    ])

  @Test(arguments: [
    ("web is not Ready.", "web 没有就绪。"),
    (
      "web is not Ready, because `probe fail web` was typed at 0:30.",
      "web 没有就绪，因为在 0:30 键入了 `probe fail web`。"
    ),
    ("web is not Ready, as it seems.", "web 没有就绪, as it seems。"),
    ("write a or b", "请写 a 或 b"), ("write get pods", "请写 get pods"),
    // Parts are no sentences, and kubectl's words are in no book.
    (", because of you", nil), ("Error from server (NotFound): pods \"web\" not found", nil),
  ]) func translates(english: String, chinese: String?) {
    #expect(Self.book.translation(of: english) == chinese)
  }

  private static let tables = [
    ChineseFlags.table, ChineseKubectl.table, ChineseAdvice.table, ChineseProblems.table,
    ChineseProblems.clauses, ChineseReasons.table, ChineseReasons.clauses,
  ]

  @Test func `every line of the tables is an entry that uses all its holes`() {
    for table in Self.tables {
      let pairs = Phrasebook.pairs(in: table)
      #expect(pairs.count * 2 == table.split(separator: "\n").count)
      for pair in pairs {
        let holes = pair.english.matches(of: /\{~?\}/).count
        let used = Set(pair.translation.matches(of: /\{(\d)\}/).compactMap { Int($0.output.1) })
        #expect(used == Set(1..<(holes + 1)), "\(pair.english)")
      }
    }
  }

  /// Words that are the same in both languages.
  private static let same = ["yaml", "status", "plaintext"]

  @Test func `every flag is explained`() {
    for command in CommandTable.all {
      let description = command.description
      for flag in description.flags + CommonFlags.all(for: description) where !flag.isHidden {
        guard !flag.about.isEmpty, !Self.same.contains(flag.about) else { continue }
        #expect(
          Language.chinese.text(flag.about) != flag.about, "\(description.name) --\(flag.name)")
      }
    }
  }

  /// Suggestions that are written out in the sources.
  @Test func `every suggestion is translated`() throws {
    var count = 0
    for (name, text) in try Self.sources() {
      for match in text.matches(of: /(?:suggestion|missing|instead):\s*"([^"]+)"/) {
        let sample = String(match.output.1).replacing(/\\\((?:[^()]|\([^()]*\))*\)/, with: "x")
        guard sample.contains(" "), sample.first != "-", !sample.contains("\\"),
          sample != "x: x", !Self.untranslated.contains(sample)
        else { continue }
        count += 1
        #expect(Language.chinese.text(sample) != sample, "\(name)")
      }
    }
    #expect(count > 120)
  }

  /// What to type, and nothing else.
  private static let untranslated = [
    "describe pod NAME", "describe node NAME", "get KIND -o json", "edit KIND NAME",
    "get events -w --for 30s", "use memory web 200Mi", "there is no such file",
    "label pod x app=x",
  ]

  private static func sources() throws -> [(name: String, text: String)] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/PodShell")
    let files = FileManager.default.enumerator(atPath: root.path)
    let names = files?.compactMap { $0 as? String } ?? []
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
      (name, try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8))
    }
  }

  /// Everything that `why` says on the pages of the documentation.
  @Test(arguments: ["70-why.md", "71-why-nodes.md"])
  func `every sentence of why is translated`(page: String) throws {
    var lab = Laboratory(manner: .terminal)
    _ = lab.type("lang zh")
    var told = 0
    for command in try Self.commands(of: page) {
      let said = lab.type(command)
      guard command.hasPrefix("why "), !command.contains("json"),
        !said.lowercased().hasPrefix("error")
      else { continue }
      told += 1
      // Each sentence ends with a Chinese full stop; what to do next is a command.
      var sentences: [String] = []
      for line in said.split(separator: "\n") {
        if sentences.isEmpty || line.hasPrefix("- ") || line.hasPrefix("下一步：") {
          sentences.append(String(line))
        } else {
          sentences[sentences.count - 1] += line
        }
      }
      for sentence in sentences where !sentence.hasPrefix("下一步：") {
        #expect(sentence.hasSuffix("。"), "\(command): \(sentence)")
      }
    }
    #expect(told > 5)
  }

  private static func commands(of page: String) throws -> [String] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appendingPathComponent("transcripts/\(page)"), encoding: .utf8)
    var commands: [String] = []
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("pod@lab> ") {
        commands.append(String(line.dropFirst("pod@lab> ".count)))
        isOpen = true
      } else if isOpen, line == ">" || line.hasPrefix("> "), let last = commands.last {
        commands[commands.count - 1] = last + "\n" + line.dropFirst(2)
      } else {
        isOpen = false
      }
    }
    return commands
  }

  @Test func `Chinese lines break between characters, not before marks`() {
    #expect(WideWrap.wrap("一二三四五，六", width: 10) == "一二三四\n五，六")
    #expect(WideWrap.wrap("看 kubectl 的输出", width: 10) == "看 kubectl\n的输出")
    #expect(WideWrap.wrap("一二三四（五）", width: 10) == "一二三四\n（五）")
  }

  @Test func `errors are said in the language of the session`() {
    var lab = Laboratory(manner: .terminal)
    _ = lab.type("lang zh")
    let outcome = lab.session.submit("get pods -l 'a=('")
    #expect(outcome.standardError.contains("请写 -l app=web"))
    #expect(lab.session.submit("iperf a").standardError.contains("需要两个 Pod"))
    #expect(
      lab.session.submit("get pod wbe").standardError.hasPrefix(
        "Error from server (NotFound): pods \"wbe\" not found"))
  }
}
