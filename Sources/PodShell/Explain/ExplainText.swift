/// The page that `kubectl explain` prints (kubectl's template `plaintext.tmpl`).
package struct ExplainText {
  private let api: APIDescription
  private let isRecursive: Bool

  /// How wide a text becomes before it is wrapped.
  private static let width = 76
  /// How many values of a field a list of fields names.
  private static let shownValues = 4

  /// What is printed, and where the path led nowhere.
  package struct Page {
    package let text: String
    /// The first field of the path that does not exist.
    package var missing: String?
    /// The fields that do, in its place.
    package var neighbours: [String] = []
  }

  package init(_ api: APIDescription, isRecursive: Bool) {
    (self.api, self.isRecursive) = (api, isRecursive)
  }

  /// What is printed of a kind, or of a field below it. Where the path leads nowhere, the head is
  /// printed all the same, and `missing` is the field that is not there.
  package func page(of kind: APIDescription.Kind, path: [String]) -> Page {
    var text = kind.group.isEmpty ? "" : "GROUP:      \(kind.group)\n"
    text += "KIND:       \(kind.kind)\nVERSION:    \(kind.version)\n\n"
    var shape = APIDescription.Shape.named(kind.type)
    var last: APIDescription.Field?
    for name in path {
      let fields = api.type(behind: shape)?.fields ?? []
      guard let field = fields.first(where: { $0.name == name }) else {
        return Page(text: text, missing: name, neighbours: fields.map(\.name))
      }
      (shape, last) = (field.shape, field)
    }
    if let last { text += head(of: last) }
    text += "DESCRIPTION:\n" + Self.laidOut(description(last, shape), "<empty>", indent: 4) + "\n"
    // The kind itself is found by its name, not through a reference, and so may come once more.
    let fields =
      last == nil
      ? fields(api.type(behind: shape)?.fields ?? [], level: 1, seen: [])
      : self.fields(of: shape, level: 1, seen: [])
    if !fields.isEmpty { text += "FIELDS:\n" + fields }
    return Page(text: text + "\n")
  }

  private func head(of field: APIDescription.Field) -> String {
    var text = "FIELD: \(field.name) <\(api.name(of: field.shape))>\n"
    if !field.values.isEmpty {
      text += "ENUM:" + field.values.map { "\n    \(Self.shown($0))" }.joined()
    }
    return text + "\n\n"
  }

  /// What is said of the field, and of the type that it has.
  private func description(
    _ field: APIDescription.Field?, _ shape: APIDescription.Shape
  ) -> String {
    [field?.text ?? "", api.type(behind: shape)?.text ?? ""].filter { !$0.isEmpty }
      .map { $0 + "\n" }.joined()
  }

  /// The fields behind a shape; none of a type in which they stand already.
  private func fields(
    of shape: APIDescription.Shape, level: Int, seen: [String]
  ) -> String {
    switch shape {
    case .value: return ""
    case .list(let element), .map(let element):
      return fields(of: element, level: level, seen: seen)
    case .named(let name):
      guard !seen.contains(name) else { return "" }
      return fields(api[name]?.fields ?? [], level: level, seen: seen + [name])
    }
  }

  private func fields(
    _ fields: [APIDescription.Field], level: Int, seen: [String]
  ) -> String {
    fields.map { field in
      let margin = String(repeating: " ", count: level * 2)
      var text = "\(margin)\(field.name)\t<\(api.name(of: field.shape))>"
      if field.isRequired { text += " -required-" }
      text += "\n" + values(of: field, margin)
      if isRecursive {
        return text + self.fields(of: field.shape, level: level + 1, seen: seen)
      }
      return text + Self.laidOut(field.text, "<no description>", indent: level * 2 + 2) + "\n\n"
    }.joined()
  }

  private func values(of field: APIDescription.Field, _ margin: String) -> String {
    guard !field.values.isEmpty else { return "" }
    let shown = field.values.prefix(Self.shownValues).map(Self.shown).joined(separator: ", ")
    let more = field.values.count > Self.shownValues ? ", ...." : ""
    return "\(margin)enum: \(shown)\(more)\n"
  }

  private static func shown(_ value: String) -> String { value.isEmpty ? "\"\"" : value }

  private static func laidOut(_ text: String, _ fallback: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    // Chinese characters take two cells each; lines are counted in characters, as kubectl does.
    let characters = max(1, text.unicodeScalars.count)
    let cells = max(characters, DisplayWidth.of(text))
    let wrapped = WordWrap.wrap(
      text.isEmpty ? fallback : text, width: width * characters / cells)
    return margin + wrapped.replacing("\n", with: "\n" + margin)
  }
}
