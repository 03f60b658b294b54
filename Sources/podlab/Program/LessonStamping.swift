internal import PodTutor

/// `podlab lesson stamp FILE`.
enum LessonStamping {
  /// What keeps a file from being stamped, in words.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  static func stamp(_ path: String, _ console: Console) throws {
    let name = TextFile(path: path, text: "").name
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3 else {
      throw Failure(
        description: "error: \(path) is no translation\n  Their names are ID.zh-Hans.md "
          + "and pack.zh-Hans.yaml.")
    }
    let source = path.dropLast(name.count) + parts[0] + "." + parts[2]
    let old = try read(path)
    let new = try TranslationStamp.stamped(old, by: try read(String(source)))
    guard new != old.text else { return console.output.write("\(path) is up to date\n") }
    do { try TextFiles.replace(path, with: new) } catch {
      throw Failure(description: "error: \(error.message)")
    }
    console.output.write("stamped \(path)\n")
  }

  private static func read(_ path: String) throws -> TextFile {
    do {
      let files = try TextFiles.read(path, ending: [""])
      guard let file = files.first, files.count == 1 else {
        throw Failure(description: "error: \(path) is a folder\n  Name its files.")
      }
      return file
    } catch let error as TextFiles.Failure {
      throw Failure(description: "error: \(error.message)")
    }
  }
}
