import Testing

/// What README and the scripts say about each other.
@Suite struct DocumentTests {
  /// The lines of the first shell block.
  private static func firstCommands(_ readme: String) -> [Substring] {
    let lines = readme.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.hasPrefix("```sh") }) else { return [] }
    return Array(lines[(start + 1)...].prefix { !$0.hasPrefix("```") })
  }

  @Test func `the first screen of README has two command lines`() throws {
    let readme = try Project.text("README.md")
    let commands = Self.firstCommands(readme)
    #expect(commands.count == 2)
    let block = try #require(readme.firstRange(of: "```sh"))
    #expect(readme[..<block.lowerBound].count { $0 == "\n" } < 20)
    #expect(commands.allSatisfy { $0.hasPrefix(".ci/setup && swift ") })
    #expect(!commands.contains { $0.contains("make") })
  }

  @Test func `CI runs the second of them, letter by letter`() throws {
    let command = try #require(Self.firstCommands(try Project.text("README.md")).last)
    let script = try Project.text(".ci/run")
    #expect(script.split(separator: "\n").contains(command))
  }

  @Test func `a README without commands would be seen`() {
    #expect(Self.firstCommands("# x\n```\nmake\n```\n").isEmpty)
    #expect(Self.firstCommands("```sh\na\nb\n```\nc").count == 2)
  }

  @Test(arguments: [
    "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", ".ci/run", ".ci/setup",
  ])
  func `is there`(_ path: String) throws {
    #expect(try Project.text(path).count > 100)
  }

  /// The names between backquotes in the rows of a table of tests.
  private static func namedTests(_ text: String) -> [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("|") }.flatMap { row in
      row.split(separator: "|").last.map { $0.matches(of: /`([^`]+)`/).map { String($0.output.1) } }
        ?? []
    }
  }

  @Test func `what a shell is expected to do has tests of these names`() throws {
    let names = Self.namedTests(try Project.text("Tests/EndToEndTests/README.md"))
    #expect(names.count > 60)
    let files = try Project.swiftFiles("Tests/EndToEndTests")
    for name in names {
      let isThere = files.contains { !$0.lineNumbers(containing: ["func `\(name)`("]).isEmpty }
      #expect(isThere, "no test is called \(name)")
    }
    #expect(Self.namedTests("| a | `b`, `c` |\n`d`") == ["b", "c"])
  }

  @Test func `the change log begins with what is not released`() throws {
    #expect(try Project.text("CHANGELOG.md").contains("## [Unreleased]"))
  }
}
