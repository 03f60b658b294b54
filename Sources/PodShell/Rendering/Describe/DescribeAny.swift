internal import PodEngine

/// The description of a kind that kubectl has no describer for: every field with a title made of
/// its name.
extension DescribeWriter {
  mutating func anyObject(_ object: APIValue, _ context: DescribeContext) {
    header(of: object)
    anyFields(of: object, level: 0, path: "")
    events(context)
  }

  private mutating func anyFields(of object: APIValue, level: Int, path: String) {
    let skipped = [
      ".metadata.managedFields", ".metadata.name", ".metadata.namespace", ".metadata.labels",
      ".metadata.annotations",
    ]
    for (key, value) in object.sortedFields() {
      let fieldPath = "\(path).\(key)"
      if skipped.contains(fieldPath) { continue }
      let title = FieldTitle.text(of: key)
      switch value {
      case .object:
        line(level, "\(title):")
        anyFields(of: value, level: level + 1, path: fieldPath)
      case .array(let elements):
        line(level, "\(title):")
        for element in elements { anyElement(element, level: level + 1, path: fieldPath) }
      case .null, .bool, .integer, .double, .string:
        field(level, title, GoSyntax.plain(value))
      }
    }
  }

  private mutating func anyElement(_ element: APIValue, level: Int, path: String) {
    if element.objectValue != nil {
      anyFields(of: element, level: level, path: path)
    } else {
      line(level, GoSyntax.plain(element))
    }
  }
}

/// Titles from field names (`smartLabelFor`).
enum FieldTitle {
  /// `API Version` for `apiVersion`; names with characters other than letters and `-` stay.
  static func text(of field: String) -> String {
    guard field.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || $0 == "-" }) else {
      return field
    }
    return words(of: field).map { word in
      let upper = word.uppercased()
      if ["API", "URL", "UID", "OSB", "GUID"].contains(upper) { return upper }
      return word.prefix(1).uppercased() + word.dropFirst()
    }.joined(separator: " ")
  }

  private enum Kind { case lower, upper, other }

  /// The parts of a camel-case name: `podIPs` is `pod`, `I`, `Ps` no more and no less clever than
  /// kubectl's splitter.
  private static func words(of field: String) -> [String] {
    var runs: [(kind: Kind, text: String)] = []
    for character in field {
      let kind: Kind =
        character.isLowercase ? .lower : character.isUppercase ? .upper : .other
      if let last = runs.last, last.kind == kind {
        runs[runs.count - 1].text.append(character)
      } else {
        runs.append((kind, String(character)))
      }
    }
    // The last capital before small letters begins their word: `HTTPServer` is `HTTP` and `Server`.
    for index in runs.indices.dropLast()
    where runs[index].kind == .upper && runs[index + 1].kind == .lower {
      if let capital = runs[index].text.popLast() {
        runs[index + 1].text = String(capital) + runs[index + 1].text
      }
    }
    return runs.map(\.text).filter { !$0.isEmpty }
  }
}
