internal import OrderedCollections
package import PodEngine

/// `{.status.containerStatuses[web].restartCount}`: a way through an object, in kubectl's JSONPath
/// spelling.
///
/// In brackets stands an index, or the name of a list's element, which kubectl would write as
/// `[?(@.name=="web")]`.
package struct FieldPath: Hashable, Sendable {
  package enum Part: Hashable, Sendable {
    case field(String)
    case index(Int)
    case element(named: String)
  }

  package let parts: [Part]
  /// With braces, as written.
  package let text: String

  /// Nil where the text is no such path.
  package init?(_ text: String) {
    guard text.hasPrefix("{."), text.hasSuffix("}") else { return nil }
    var parts: [Part] = []
    var rest = text.dropFirst().dropLast()
    while let first = rest.first {
      rest = rest.dropFirst()
      switch first {
      case ".":
        guard let name = Self.takeName(&rest) else { return nil }
        parts.append(.field(name))
      case "[":
        guard let end = rest.firstIndex(of: "]"), end > rest.startIndex else { return nil }
        let inside = String(rest[..<end])
        rest = rest[rest.index(after: end)...]
        parts.append(Int(inside).map(Part.index) ?? .element(named: inside))
      default: return nil
      }
    }
    (self.parts, self.text) = (parts, text)
  }

  /// A name ends at `.` or `[`; `\.` is a dot inside it, as in
  /// `{.metadata.labels.app\.kubernetes\.io/name}`.
  private static func takeName(_ rest: inout Substring) -> String? {
    var name = ""
    while let next = rest.first, next != ".", next != "[" {
      rest = rest.dropFirst()
      if next == "\\", let escaped = rest.first {
        name.append(escaped)
        rest = rest.dropFirst()
      } else {
        name.append(next)
      }
    }
    return name.isEmpty ? nil : name
  }

  /// What stands there; nil where nothing does.
  package func value(in object: APIValue) -> APIValue? {
    var value = object
    for part in parts {
      let next: APIValue? =
        switch part {
        case .field(let name): value[name]
        case .index(let index):
          value.arrayValue.flatMap { $0.indices.contains(index) ? $0[index] : nil }
        case .element(let name):
          value.arrayValue?.first {
            $0["name"]?.stringValue == name || $0["type"]?.stringValue == name
          }
        }
      guard let next, !next.isNull else { return nil }
      value = next
    }
    return value
  }

  /// How people call it: `phase`, `containerStatuses[web].restartCount`.
  package var spokenName: String {
    let body = text.dropFirst(2).dropLast()
    for prefix in ["status.", "spec.", "metadata."] where body.hasPrefix(prefix) {
      return String(body.dropFirst(prefix.count))
    }
    return String(body)
  }

  /// The steps as the schema of the API takes them.
  var schemaSteps: [String] {
    parts.map {
      switch $0 {
      case .field(let name): name
      case .index(let index): "[\(index)]"
      case .element(let name): "[\(name)]"
      }
    }
  }
}
