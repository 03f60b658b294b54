import PodShell
import Testing

struct CommandTableTests {
  static let descriptions = CommandTable.all.map { $0.description }

  @Test func namesAreUnique() {
    let names = Self.descriptions.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: descriptions.map(\.name))
  func everyCommandIsDocumented(name: String) throws {
    let description = try #require(CommandTable.description(of: name))
    #expect(description.examples.count == 2)
    #expect(description.synopsis.hasPrefix(name) || !description.synopsis.isEmpty)
    var lab = Laboratory()
    #expect(lab.type("help \(name)").contains(description.about))
    #expect(lab.type("\(name) --help") == lab.type("help \(name)"))
  }

  @Test(arguments: descriptions.map(\.name))
  func examplesWork(name: String) throws {
    var lab = Laboratory(files: ["tls.crt": Samples.pem, "tls.key": Samples.pem])
    for example in try #require(CommandTable.description(of: name)).examples {
      let outcome = lab.session.submit(example)
      #expect(outcome.error == nil, "\(example): \(outcome.standardError)")
    }
  }

  @Test(arguments: ["rollout", "set", "config", "create secret"])
  func aFamilyHasHelp(name: String) {
    var lab = Laboratory()
    #expect(lab.type("\(name) --help").contains("\n    "))
    #expect(lab.type("\(name) -h") == lab.type("help \(name)"))
  }

  @Test func helpFitsOneScreen() {
    var lab = Laboratory()
    let lines = lab.type("help").split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 24)
    #expect(lines.allSatisfy { $0.count <= 80 })
  }
}
