internal import EmbeddedLessons
internal import PodShell

/// The lessons that can be taken: those in the program, or those of a folder (`--lessons DIR`).
package struct LessonLibrary: Sendable {
  package private(set) var pack = Pack()
  /// In the order of the pack; lessons that it does not name come last, by id.
  package private(set) var lessons: [Lesson] = []
  /// What is wrong in files that could not be read; their lessons are missing.
  package private(set) var errors: [SourceError] = []

  /// Reads lessons (`*.md`) and at most one pack (`pack.yaml`) from their texts; other files are
  /// left alone.
  package init(sources: [TextFile]) {
    for source in sources where source.path.hasSuffix(".md") { add(source) }
    if let file = sources.first(where: { $0.path.hasSuffix("pack.yaml") }) { order(by: file) }
  }

  /// The lessons that are part of the program.
  package static var embedded: LessonLibrary {
    LessonLibrary(
      sources: EmbeddedLessons.files.map {
        TextFile(path: "lessons/\($0.name)", text: String(decoding: $0.bytes, as: UTF8.self))
      })
  }

  package subscript(id: String) -> Lesson? { lessons.first { $0.id == id } }

  private mutating func add(_ source: TextFile) {
    do {
      let lesson = try LessonParser.parse(source, isIncomplete: Session.isIncomplete)
      let name = source.path.split(separator: "/").last.map(String.init) ?? source.path
      if name != "\(lesson.id).md" {
        errors.append(
          SourceError(
            SourcePosition(source.path, 2), "the id is `\(lesson.id)`, the file is `\(name)`",
            advice: "Name the file \(lesson.id).md: lessons are found by it."))
      }
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

  private mutating func order(by file: TextFile) {
    do { pack = try Pack.parse(file) } catch { return errors += error.errors }
    for id in pack.lessons where self[id] == nil {
      errors.append(
        SourceError(
          SourcePosition(file.path, 1), "the pack names `\(id)`, which is no lesson here",
          advice: "Add \(id).md, or take the id out of `lessons`."))
    }
    lessons.sort { left, right in
      let places = [left, right].map { pack.lessons.firstIndex(of: $0.id) ?? Int.max }
      return places[0] == places[1] ? left.id < right.id : places[0] < places[1]
    }
  }
}

/// The files of a lesson, and behind them those of the learner.
struct LessonFiles: FileAccess {
  let files: [TextFile]
  let others: any FileAccess

  func read(_ path: String) throws(FileAccessError) -> String {
    if let file = files.first(where: { $0.path == path }) { return file.text }
    return try others.read(path)
  }
}
