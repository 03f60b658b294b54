internal import PodEngine

/// What types and fields of the API are for, read from the tables of this folder.
///
/// A table is text: `Type: what it is`, and under it, indented by two, `field: what it means`. A
/// line that is indented deeper goes on with the one before. `Node < Object: …` has the texts of
/// Object where it has none of its own.
package struct ExplainTexts: Sendable {
  /// For look-ups only.
  private var texts: [String: String] = [:]
  /// Every `Type` and `Type.field` that has a text of its own, in the order of the tables.
  package private(set) var written: [String] = []
  private var parents: [String: String] = [:]

  package static let kubernetes = ExplainTexts([
    explainMetadataTexts, explainPodTexts, explainSchedulingTexts, explainContainerTexts,
    explainVolumesTexts, explainPodStatusTexts, explainClusterTexts, explainServicesTexts,
    explainWorkloadsTexts,
  ])

  /// The same, in Chinese where there is a Chinese text.
  package static let chinese = kubernetes.overlaid(by: ExplainTexts([chineseExplainTexts]))

  /// These texts, with others in place of those that are there too.
  private func overlaid(by others: Self) -> Self {
    var texts = self
    for key in others.written { texts.texts[key] = others.texts[key] }
    return texts
  }

  package init(_ tables: [String]) {
    for table in tables {
      var (type, key) = ("", "")
      for line in table.split(separator: "\n") {
        let depth = line.prefix { $0 == " " }.count
        if depth > 2 {
          texts[key, default: ""] += " " + line.dropFirst(depth)
          continue
        }
        let parts = line.dropFirst(depth).split(separator: ": ", maxSplits: 1)
        let names = (parts.first ?? "").split(separator: " < ")
        let name = String(names.first ?? "")
        if depth == 0 {
          type = name
          if names.count > 1 { parents[type] = String(names[1]) }
        }
        key = depth == 0 ? type : "\(type).\(name)"
        texts[key] = parts.count > 1 ? String(parts[1]) : ""
        written.append(key)
      }
    }
  }

  /// What a type is; nil where nobody has said.
  package subscript(type: String) -> String? { texts[type] }

  /// What a field means; nil where nobody has said.
  package subscript(type: String, field: String) -> String? {
    texts["\(type).\(field)"] ?? parents[type].flatMap { texts["\($0).\(field)"] }
  }

  /// Whether a type is only there for others to take texts from.
  package func isParent(_ type: String) -> Bool { parents.values.contains(type) }
}
