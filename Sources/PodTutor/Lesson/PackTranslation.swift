/// The words of a pack in another language: `pack.zh-Hans.yaml`.
package struct PackTranslation: Sendable {
  let file: String
  let id: String
  let language: String
  let title: String
  let welcome: String
  let final: String
  let source: SourceMark

  /// Throws everything that is wrong in the file.
  static func parse(_ file: TextFile) throws(SourceErrors) -> PackTranslation {
    var reader: FieldReader
    do {
      let source = try SourceLines(file)
      reader = FieldReader(try FrontMatter(source.lines[...], file: file.path, firstLine: 1))
    } catch { throw SourceErrors([error]) }
    let translation = Self(&reader, file.path)
    guard reader.problems.errors.isEmpty else { throw SourceErrors(reader.problems.errors) }
    return translation
  }

  private init(_ reader: inout FieldReader, _ file: String) {
    reader.allow(["podlab", "id", "lang", "title", "welcome", "final", "source"])
    _ = reader.number("podlab", in: 1...1)
    self.file = file
    id = reader.identifier("id")
    language = reader.languageCode()
    title = reader.text("title")
    welcome = reader.text("welcome", default: "")
    final = reader.text("final", default: "")
    source = reader.sourceMark()
  }
}

extension Pack {
  /// Of title, welcome and final text.
  package var digest: String { TextDigest([title, welcome, final]).text }

  /// The pack in the words of a translation; as it is where the translation is stale.
  func translated(by translation: PackTranslation) -> Pack {
    guard translation.source.digest == digest else { return self }
    var pack = self
    pack.title = translation.title
    pack.welcome = translation.welcome
    pack.final = translation.final
    return pack
  }
}
