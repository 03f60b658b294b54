internal import OrderedCollections
internal import PodEngine

/// The types of `metadata`, which kubectl itself demands of every object before it sends anything
/// (`metadataValidatingDecoder` in cli-runtime/pkg/resource). The words are those of Go's
/// encoding/json: the first field that does not fit is named.
enum MetadataTypes {
  /// What kubectl says of an object whose metadata it cannot decode; nil where it can. The items of
  /// a list are the API server's business.
  static func problem(of document: ManifestDocument) -> CommandError? {
    guard !document.isItem, let metadata = document.value["metadata"],
      let problem = problem(of: metadata)
    else { return nil }
    let place = document.nearestPosition(ofFieldPath: problem.path)
    var error = CommandError(
      "invalid", "error: unable to decode \(GoSyntax.quoted(document.file)): \(problem.text)",
      suggestion: "\(place): \(problem.path) is of another type")
    error.manifestPlaces = error.suggestion
    return error
  }

  struct Problem: Hashable {
    /// `metadata.labels`
    let path: String
    let text: String
  }

  static func problem(of metadata: APIValue) -> Problem? {
    var decoding = Decoding()
    switch metadata {
    case .null: return nil
    case .object: decoding.fields(metadata, objectMeta, of: "ObjectMeta", path: "metadata")
    case .array, .string, .bool, .integer, .double:
      decoding.refuse(
        metadata, as: "v1.ObjectMeta", field: "metadataOnlyObject.metadata", path: "metadata")
    }
    return decoding.broken ?? decoding.first
  }

  private indirect enum GoType {
    case text(String)
    case integer
    case bool
    case time
    case texts
    case textMap
    case list(of: String, [(name: String, type: GoType)])
    /// Whatever it is, it decodes.
    case anything
  }

  private static let objectMeta: [(name: String, type: GoType)] = [
    ("annotations", .textMap), ("creationTimestamp", .time),
    ("deletionGracePeriodSeconds", .integer), ("deletionTimestamp", .time),
    ("finalizers", .texts), ("generateName", .text("string")), ("generation", .integer),
    ("labels", .textMap),
    (
      "managedFields",
      .list(
        of: "ManagedFieldsEntry",
        [
          ("apiVersion", .text("string")), ("fieldsType", .text("string")),
          ("fieldsV1", .anything), ("manager", .text("string")),
          ("operation", .text("v1.ManagedFieldsOperationType")),
          ("subresource", .text("string")), ("time", .time),
        ])
    ),
    ("name", .text("string")), ("namespace", .text("string")),
    (
      "ownerReferences",
      .list(
        of: "OwnerReference",
        [
          ("apiVersion", .text("string")), ("blockOwnerDeletion", .bool), ("controller", .bool),
          ("kind", .text("string")), ("name", .text("string")), ("uid", .text("types.UID")),
        ])
    ),
    ("resourceVersion", .text("string")), ("selfLink", .text("string")),
    ("uid", .text("types.UID")),
  ]

  /// What went wrong so far. Go goes on after a field that does not fit and says the first one; a
  /// time that cannot be read ends the decoding.
  private struct Decoding {
    var first: Problem?
    var broken: Problem?

    mutating func fields(
      _ value: APIValue, _ types: [(name: String, type: GoType)], of structure: String,
      path: String
    ) {
      for (name, type) in types {
        guard let field = value[name], !field.isNull else { continue }
        decode(field, type, structure: structure, path: "\(path).\(name)")
      }
    }

    private mutating func decode(
      _ value: APIValue, _ type: GoType, structure: String, path: String
    ) {
      let field = "\(structure).\(path)"
      switch (type, value) {
      case (.anything, _), (.text, .string), (.integer, .integer), (.bool, .bool): return
      case (.time, .string(let text)):
        guard broken == nil, let problem = GoTimeText.problem(text) else { return }
        broken = Problem(path: path, text: problem)
      case (.texts, .array(let elements)):
        elements.forEach { self.text($0, field: field, path: path) }
      case (.textMap, .object(let fields)):
        fields.keys.sorted().forEach { self.text(fields[$0] ?? .null, field: field, path: path) }
      case (.list(let name, let types), .array(let elements)):
        for element in elements where !element.isNull {
          guard element.objectValue != nil else {
            refuse(element, as: "v1.\(name)", field: field, path: path)
            continue
          }
          fields(element, types, of: name, path: path)
        }
      case (.text(let name), _): refuse(value, as: name, field: field, path: path)
      case (.time, _): refuse(value, as: "string", field: field, path: path)
      case (.bool, _): refuse(value, as: "bool", field: field, path: path)
      case (.integer, _): refuse(value, as: "int64", field: field, path: path)
      case (.texts, _): refuse(value, as: "[]string", field: field, path: path)
      case (.textMap, _): refuse(value, as: "map[string]string", field: field, path: path)
      case (.list(let name, _), _): refuse(value, as: "[]v1.\(name)", field: field, path: path)
      }
    }

    private mutating func text(_ value: APIValue, field: String, path: String) {
      if value.stringValue == nil, !value.isNull {
        refuse(value, as: "string", field: field, path: path)
      }
    }

    mutating func refuse(_ value: APIValue, as type: String, field: String, path: String) {
      guard first == nil else { return }
      let found = Self.goKind(value, forNumber: type == "int64")
      first = Problem(
        path: path,
        text: "json: cannot unmarshal \(found) into Go struct field \(field) of type \(type)")
    }

    /// Where a number is wanted, one that does not fit is shown.
    private static func goKind(_ value: APIValue, forNumber: Bool) -> String {
      switch value {
      case .null: "null"
      case .bool: "bool"
      case .integer: "number"
      case .double: forNumber ? "number \(GoSyntax.plain(value))" : "number"
      case .string: "string"
      case .array: "array"
      case .object: "object"
      }
    }
  }
}

/// What Go's `time.Parse` says of a text that is no time of RFC 3339.
enum GoTimeText {
  private static let layout = "2006-01-02T15:04:05Z07:00"
  private static let elements = ["2006", "-", "01", "-", "02", "T", "15", ":", "04", ":", "05"]

  /// Nil where the text is a time.
  static func problem(_ text: String) -> String? {
    var rest = text[...]
    for element in elements {
      let isNumber = element.first?.isNumber == true
      let part = rest.prefix(element.count)
      let fits =
        isNumber
        ? part.count == element.count && part.allSatisfy { $0.isASCII && $0.isNumber }
        : part == element
      guard fits else { return cannotParse(text, rest, as: element) }
      rest = rest.dropFirst(element.count)
    }
    if rest.first == "." {
      let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
      if !digits.isEmpty { rest = rest.dropFirst(digits.count + 1) }
    }
    if rest.hasPrefix("Z"), rest.count > 1 {
      return "parsing time \(GoSyntax.quoted(text)): extra text: "
        + GoSyntax.quoted(String(rest.dropFirst()))
    }
    let isZone = rest == "Z" || rest.wholeMatch(of: /[+-][0-9]{2}:[0-9]{2}/) != nil
    return isZone ? nil : cannotParse(text, rest, as: "Z07:00")
  }

  private static func cannotParse(_ text: String, _ rest: Substring, as element: String) -> String {
    "parsing time \(GoSyntax.quoted(text)) as \(GoSyntax.quoted(layout)): cannot parse "
      + "\(GoSyntax.quoted(String(rest))) as \(GoSyntax.quoted(element))"
  }
}
