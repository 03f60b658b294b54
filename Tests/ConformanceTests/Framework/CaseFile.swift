import Foundation
import PodEngine
import PodShell

/// One file of facts: `{"source": …, "cases": [{"id", "what", "input", "expect"}, …]}`.
struct CaseFile: Sendable {
  /// The file's name without its ending; says which runner reads it.
  let name: String
  let content: APIValue

  /// The project's own cases, or those of the folder that `PODLAB_CASES` names.
  static let folder: URL =
    ProcessInfo.processInfo.environment["PODLAB_CASES"].map { URL(fileURLWithPath: $0) }
    ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Cases")

  static var isBuiltIn: Bool { ProcessInfo.processInfo.environment["PODLAB_CASES"] == nil }

  /// The names of the folder's JSON files, sorted.
  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()

  init(named name: String) throws {
    self.name = name
    let url = Self.folder.appendingPathComponent("\(name).json")
    content = try JSONReader.value(String(decoding: Data(contentsOf: url), as: UTF8.self))
  }

  /// What the file says of all its cases: `columnDefinitions`, `rules`, …
  subscript(key: String) -> APIValue? { content[key] }

  var cases: [APIValue] { content["cases"]?.arrayValue ?? [] }
}
