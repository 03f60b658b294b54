/// A course: which lessons in which order, and the rules of the house. Read from `pack.yaml`.
package struct Pack: Sendable {
  package var id = ""
  package var title = ""
  package var lessons: [String] = []
  package var welcome = ""
  package var final = ""
  /// The languages, besides English, in which every lesson must be there.
  package var languages: [String] = []
  /// Where `languages` stands.
  package var languagesPosition = SourcePosition("pack.yaml", 1)
  /// The seed of every lesson of the course; nil for those of the lessons.
  package var seed: UInt64?
  /// Whether steps can be left out.
  package var allowsSkipping = true
  package var solutions = SolutionPolicy.anytime

  /// When solutions are shown.
  package enum SolutionPolicy: String, Hashable, Sendable, CaseIterable {
    case anytime
    case afterPass = "after-pass"
    case off
  }

  /// Throws everything that is wrong in the file.
  package static func parse(_ file: TextFile) throws(SourceErrors) -> Pack {
    let source: SourceLines
    var reader: FieldReader
    do {
      source = try SourceLines(file)
      reader = FieldReader(try FrontMatter(source.lines[...], file: file.path, firstLine: 1))
    } catch { throw SourceErrors([error]) }
    let pack = Pack(&reader)
    guard reader.problems.errors.isEmpty else { throw SourceErrors(reader.problems.errors) }
    return pack
  }

  init() {}

  private init(_ reader: inout FieldReader) {
    reader.allow([
      "podlab", "id", "title", "version", "lessons", "welcome", "final", "skip", "solutions",
      "languages", "seed",
    ])
    _ = reader.number("podlab", in: 1...1)
    id = reader.identifier("id")
    title = reader.text("title")
    lessons = reader.list("lessons")
    welcome = reader.text("welcome", default: "")
    final = reader.text("final", default: "")
    if reader.frontMatter["seed"] != nil {
      seed = UInt64(reader.number("seed", in: 0...1_000_000_000))
    }
    languages = reader.list("languages")
    languagesPosition = reader.position("languages")
    allowsSkipping = reader.choice("skip", default: "on", of: ["on", "off"]) == "on"
    let word = reader.choice(
      "solutions", default: "anytime", of: SolutionPolicy.allCases.map(\.rawValue))
    solutions = SolutionPolicy(rawValue: word) ?? .anytime
  }
}

extension FieldReader {
  /// One word of a few.
  mutating func choice(_ name: String, default standard: String, of words: [String]) -> String {
    let word = text(name, default: standard)
    guard !words.contains(word) else { return word }
    problems.add(
      position(name), "`\(word)` is no value of `\(name)`",
      advice: "Write one of: \(words.joined(separator: ", ")).")
    return standard
  }
}
