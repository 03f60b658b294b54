import PodShell
import PodTutor
import Testing

/// Every command is shown on some page, once as it works and once as it fails.
@Suite struct VerbTests {
  /// What a page cannot show, because the session of a page has neither a tutor nor a recorder.
  private static let exempt = [
    "lesson": "belongs to the tutor; `podlab lesson test` proves it",
    "record": "a page does not record itself; Tests/PodTutorTests/Recording proves it",
  ]

  private static let shown: (works: [String], fails: [String]) = {
    var (works, fails) = ([String](), [String]())
    for file in TranscriptTests.files {
      let page = try? TranscriptParser.parse(
        file,
        isIncomplete: { text in
          Session(configuration: SessionConfiguration(nodeCount: 0)).continuation(of: text) != nil
        })
      for block in page?.blocks ?? [] where block.skipReason == nil {
        for (index, step) in block.steps.enumerated() {
          let mayFail = block.expectedError != nil && index == block.steps.count - 1
          if mayFail { fails += parts(of: step) } else { works += parts(of: step) }
        }
      }
    }
    return (works, fails)
  }()

  /// The single commands of a line, without the program's name.
  private static func parts(of step: TranscriptStep) -> [String] {
    step.command.split(separator: /&&|\|\||;|\|/).map { part in
      var text = String(part.drop { $0 == " " })
      for name in ["kubectl ", "k "] where text.hasPrefix(name) {
        text = String(text.dropFirst(name.count))
      }
      return text
    }
  }

  private static func occurs(_ description: CommandDescription, in texts: [String]) -> Bool {
    ([description.name] + description.aliases).contains { name in
      texts.contains { $0 == name || $0.hasPrefix(name + " ") }
    }
  }

  @Test(
    arguments: CommandTable.all.map { $0.description.name }.filter {
      exempt[$0] == nil
    })
  func isShown(name: String) throws {
    let description = try #require(CommandTable.description(of: name))
    #expect(Self.occurs(description, in: Self.shown.works), "no page shows how \(name) works")
    #expect(Self.occurs(description, in: Self.shown.fails), "no page shows how \(name) fails")
  }
}
