/// The language in which podlab itself speaks. What kubectl prints stays English, as in life.
package enum Language: String, Hashable, Sendable, CaseIterable {
  case english = "en"
  case chinese = "zh"

  /// The language of a locale such as `zh_CN.UTF-8`; nil for one that podlab does not speak.
  package init?(locale: String) {
    let name = locale.lowercased().prefix { $0.isLetter }
    self.init(rawValue: String(name))
  }

  /// As speakers of the language call it.
  package var name: String {
    switch self {
    case .english: "English"
    case .chinese: "简体中文"
    }
  }
}
