import Testing

@testable import PodShell

@Suite struct ChineseExplainTests {
  private static let texts = ExplainTexts([chineseExplainTexts])

  @Test func everyTextBelongsToOneInEnglish() {
    let english = Set(ExplainTexts.kubernetes.written)
    #expect(Self.texts.written.filter { !english.contains($0) } == [])
    #expect(Self.texts.written.count > 60)
  }

  /// The glossary keeps these apart: a condition is no 条件, a phase no 状态.
  @Test func keepsToTheGlossary() {
    let all = Self.texts.written.map { key in
      let parts = key.split(separator: ".").map(String.init)
      return parts.count > 1 ? Self.texts[parts[0], parts[1]] ?? "" : Self.texts[key] ?? ""
    }
    #expect(all.filter { $0.contains("条件") } == [])
    #expect(Self.texts["PodStatus", "phase"]?.hasPrefix("阶段") == true)
    #expect(Self.texts["PodStatus", "conditions"]?.hasPrefix("状况") == true)
  }

  @Test(arguments: ["pod.spec", "pod.status", "pod.spec.containers.livenessProbe", "node.spec"])
  func fitsTheScreen(path: String) {
    var lab = Laboratory()
    _ = lab.type("lang zh")
    let page = lab.type("explain \(path)")
    #expect(page.contains("KIND:"))
    #expect(page.unicodeScalars.contains { $0.value > 0x4E00 })
    for line in page.split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= 84, "\(line)")
    }
  }
}
