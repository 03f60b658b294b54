import Foundation
import PodShell
import Testing

@testable import PodShell

/// The help is read on a screen of 24 lines by people who may not know English.
@Suite struct HelpTests {
  @Test(arguments: Language.allCases) func theFirstPageFitsOneScreen(language: Language) {
    expectToFit(HelpPages.overview(in: language), lines: 23)
  }

  @Test(arguments: Language.allCases, HelpTopic.all.map(\.name))
  func everyTopicFitsOneScreen(language: Language, topic: String) throws {
    let page = try #require(HelpPages.page(named: topic, in: language))
    #expect(page.split(separator: "\n").count > 8)
    expectToFit(page, lines: 24)
  }

  private func expectToFit(_ page: String, lines: Int) {
    let all = page.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(all.count <= lines, "\(all.count) lines")
    for line in all { #expect(DisplayWidth.of(String(line)) <= 80, "\(line)") }
  }

  @Test func everyCommandIsTranslated() {
    let names = CommandTable.all.map { $0.description.name }
    #expect(names.filter { ChineseCommands.about($0) == nil } == [])
    #expect(ChineseCommands.names.filter { !names.contains($0) } == [])
  }

  @Test func topicsAreFoundByTheirOtherNames() {
    #expect(HelpTopic.named("Probe")?.name == "probes")
    #expect(HelpTopic.named("探针")?.name == "probes")
    #expect(HelpTopic.named("lunch") == nil)
  }

  @Test func speaksTheLanguageThatWasChosen() {
    var lab = Laboratory()
    #expect(lab.type("help probes").hasPrefix("PROBES"))
    #expect(lab.type("lang zh && help 探针").contains("就绪态探针"))
    #expect(lab.type("help advance").contains("让时间前进"))
    #expect(lab.type("apropos 污点").contains("taint"))
    #expect(lab.type("中文").contains("简体中文"))
  }

  @Test func unknownHelpIsRefusedWithWhatIsNear() {
    var lab = Laboratory(manner: .terminal)
    let outcome = lab.session.submit("help prob")
    #expect(outcome.error?.name == "unknown-command")
    #expect(outcome.standardError.contains("did you mean help prob"))
    #expect(lab.type("help port-forward").contains("podlab does not simulate"))
  }

  /// Every name that the sources give an error is explained, and nothing else is.
  @Test func everyErrorNameIsListed() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    var used: Set<String> = []
    for folder in ["Sources/PodShell", "Sources/PodTutor"] {
      let files = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
      while let name = files?.nextObject() as? String {
        guard name.hasSuffix(".swift"), !name.hasPrefix("Rendering") else { continue }
        let text = try String(
          contentsOf: root.appendingPathComponent(folder).appendingPathComponent(name),
          encoding: .utf8)
        for match in text.matches(of: /(?:CommandError|Self|self\.init)\(\s*"([a-z-]+)",/) {
          used.insert(String(match.output.1))
        }
        for match in text.matches(of: /name: "([a-z-]+)"(?:, exitCode|\))/) {
          used.insert(String(match.output.1))
        }
      }
    }
    let listed = Set(HelpErrors.all.map(\.name))
    #expect(used.count > 10)
    #expect(used.subtracting(listed) == [])
  }
}
