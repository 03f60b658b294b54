import Foundation
import OrderedCollections
import PodEngine
import PodShell

/// The facts that do not apply to podlab, by `kind/id`, each with its reason: `excluded.json`.
enum Exclusions {
  static let reasons: [String: String] = {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("excluded.json")
    guard let data = try? Data(contentsOf: url),
      let value = try? JSONReader.value(String(decoding: data, as: UTF8.self))
    else { return [:] }
    return (value.objectValue ?? [:]).reduce(into: [:]) { $0[$1.key] = $1.value.stringValue }
  }()

  static func reason(for fact: ConformanceCase) -> String? {
    reasons["\(fact.file.name)/\(fact.id)"]
  }

  /// Entries that exclude nothing.
  static var unknown: [String] {
    let known = Set(CaseKind.all.flatMap(\.cases).map(\.testDescription))
    return reasons.keys.filter { !known.contains($0) }.sorted()
  }
}
