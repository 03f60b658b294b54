import Testing

/// The house rules of CONTRIBUTING.md that the compiler and the formatter do not enforce.
@Suite struct HouseRuleTests {
  @Test(arguments: Rule.all)
  func `the project keeps`(_ rule: Rule) throws {
    let files = try rule.folders.flatMap(Project.swiftFiles)
    #expect(!files.isEmpty, "no files to look at: the check could not fail")
    let broken = files.flatMap { file in rule.violations(file).map { "\(file.path):\($0)" } }
    #expect(broken.isEmpty, "\(rule.name): \(broken.joined(separator: " "))")
  }

  @Test(arguments: Rule.all)
  func `the check can fail`(_ rule: Rule) {
    #expect(!rule.violations(SourceFile(path: "bad.swift", text: rule.bad)).isEmpty)
    #expect(rule.violations(SourceFile(path: "good.swift", text: rule.good)).isEmpty)
  }

  @Test func `comments may speak of anything`() {
    let file = SourceFile(path: "a.swift", text: "// never Date()\nlet a = 1 // not Date()\n")
    #expect(file.lineNumbers(of: "Date(").isEmpty)
  }
}
