internal import CLessons
package import PodShell

/// The lessons that can be taken: those in the program, or those of a folder (`--lessons DIR`).
package struct LessonLibrary: Sendable {
  package private(set) var pack = Pack()
  /// In the order of the pack; lessons that it does not name come last, by id.
  package private(set) var lessons: [Lesson] = []
  package private(set) var translations: [LessonTranslation] = []
  package private(set) var packTranslations: [PackTranslation] = []
  /// What is wrong in files that could not be read; their lessons are missing.
  package private(set) var errors: [SourceError] = []

  /// More files than this are no course.
  static let maximumFiles = 500

  /// Reads lessons (`ID.md`), their translations (`ID.LANGUAGE.md`) and at most one pack
  /// (`pack.yaml`) from their texts; other files are left alone.
  package init(sources: [TextFile]) {
    guard sources.count <= Self.maximumFiles else {
      errors = [
        SourceError(
          SourcePosition(sources[Self.maximumFiles].path, 1),
          "\(sources.count) files of lessons; \(Self.maximumFiles) is the limit",
          advice: "Give each course a folder of its own.")
      ]
      return
    }
    for source in sources where source.name.hasSuffix(".md") && source.name != "README.md" {
      if source.name.count(where: { $0 == "." }) == 1 { add(source) } else { addWords(source) }
    }
    let packs = sources.filter { $0.name == "pack.yaml" }
    if let file = packs.first { order(by: file) }
    for file in packs.dropFirst() {
      errors.append(
        SourceError(
          SourcePosition(file.path, 1), "a second pack; the first is \(packs[0].path)",
          advice: "Name one folder that holds one pack."))
    }
    for source in sources where source.name.hasPrefix("pack.") && source.name != "pack.yaml" {
      if source.name.hasSuffix(".yaml") { addPackWords(source) }
    }
  }

  /// The lessons that are part of the program.
  package static var embedded: LessonLibrary {
    let texts = unsafe embeddedTexts()
    let files = unsafe UnsafeBufferPointer(start: texts.first, count: texts.count)
    return LessonLibrary(
      sources: unsafe files.map { file in
        let bytes = unsafe UnsafeBufferPointer(start: file.bytes, count: file.count)
        return unsafe TextFile(
          path: "lessons/\(String(cString: file.name))",
          text: String(decoding: bytes, as: UTF8.self))
      })
  }

  package subscript(id: String) -> Lesson? { lessons.first { $0.id == id } }

  private mutating func add(_ source: TextFile) {
    do {
      let lesson = try LessonParser.parse(source, isIncomplete: Session.isIncomplete)
      check(source, isNamed: "\(lesson.id).md", for: lesson.id)
      if self[lesson.id] != nil {
        errors.append(
          SourceError(
            SourcePosition(source.path, 2), "two lessons have the id `\(lesson.id)`",
            advice: "Progress is kept by id: give each lesson its own."))
      } else {
        lessons.append(lesson)
      }
    } catch { errors += error.errors }
  }

  private mutating func addWords(_ source: TextFile) {
    do {
      let words = try TranslationParser.parse(source)
      check(source, isNamed: "\(words.id).\(words.language).md", for: words.id)
      translations.append(words)
    } catch { errors += error.errors }
  }

  private mutating func addPackWords(_ source: TextFile) {
    do {
      let words = try PackTranslation.parse(source)
      check(source, isNamed: "pack.\(words.language).yaml", for: words.id)
      packTranslations.append(words)
    } catch { errors += error.errors }
  }

  private mutating func check(_ source: TextFile, isNamed name: String, for id: String) {
    guard source.name != name else { return }
    errors.append(
      SourceError(
        SourcePosition(source.path, 2), "the id is `\(id)`, the file is `\(source.name)`",
        advice: "Name the file \(name): lessons are found by it."))
  }

  private mutating func order(by file: TextFile) {
    do { pack = try Pack.parse(file) } catch { return errors += error.errors }
    for id in pack.lessons where self[id] == nil {
      errors.append(
        SourceError(
          SourcePosition(file.path, 1), "the pack names `\(id)`, which is no lesson here",
          advice: "Add \(id).md, or take the id out of `lessons`."))
    }
    let places = pack.lessons.enumerated()
    lessons.sort { left, right in
      let found = [left, right].map { lesson in
        places.first { $0.element == lesson.id }?.offset ?? Int.max
      }
      return found[0] == found[1] ? left.id < right.id : found[0] < found[1]
    }
  }
}

// In the learner's language.
extension LessonLibrary {
  /// A lesson in a language, as far as it has been translated.
  package func lesson(_ id: String, in language: Language) -> Lesson? {
    self[id].map { lesson in
      let code = language.translationCode
      return translations.first { $0.id == id && $0.language == code }
        .map { lesson.translated(by: $0) } ?? lesson
    }
  }

  func lessons(in language: Language) -> [Lesson] {
    lessons.compactMap { lesson($0.id, in: language) }
  }

  func pack(in language: Language) -> Pack {
    packTranslations.first { $0.language == language.translationCode }
      .map { pack.translated(by: $0) } ?? pack
  }
}

extension TextFile {
  /// The last part of the path.
  package var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}

/// The files of a lesson, and behind them those of the learner.
struct LessonFiles: FileAccess {
  let files: [TextFile]
  let others: any FileAccess

  func read(_ path: String) throws(FileAccessError) -> String {
    if let file = files.first(where: { $0.path == path }) { return file.text }
    return try others.read(path)
  }

  func names(beginning path: String) -> [String] {
    let own = PathText.names(of: files.map(\.path), beginning: path)
    return (own + others.names(beginning: path).filter { !own.contains($0) }).sorted()
  }
}
