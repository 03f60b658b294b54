import PodShell
import Testing

@Suite struct LanguageTests {
  @Test(arguments: [
    ("zh_CN.UTF-8", Language.chinese), ("zh", .chinese), ("zh-Hans", .chinese),
    ("en_GB", .english), ("EN", .english),
  ])
  func readsLocales(locale: String, language: Language) {
    #expect(Language(locale: locale) == language)
  }

  @Test(arguments: ["C", "C.UTF-8", "POSIX", "de_DE", "", "zhongwen", "_zh"])
  func doesNotGuess(locale: String) { #expect(Language(locale: locale) == nil) }

  @Test func beginsInEnglishAndKeepsWhatIsChosen() {
    var lab = Laboratory()
    #expect(lab.session.settings.language == .english)
    #expect(lab.type("中文").contains("简体中文"))
    #expect(lab.session.settings.language == .chinese)
    // Another language is refused and changes nothing.
    #expect(lab.session.submit("lang fr").error?.name == "usage")
    #expect(lab.type("undo").isEmpty == false)
    #expect(lab.session.settings.language == .chinese)
    #expect(lab.type("lang en").contains("English"))
  }
}
