internal import PodEngine

extension APIDescription {
  /// The API that podlab serves: its schema, with texts.
  package static let kubernetes = APIDescription(schema: .kubernetes, texts: .kubernetes)

  /// The same in a language.
  package static func kubernetes(in language: Language) -> APIDescription {
    switch language {
    case .english: kubernetes
    case .chinese: chinese
    }
  }

  private static let chinese = APIDescription(schema: .kubernetes, texts: .chinese)

  private init(schema: SchemaTable, texts: ExplainTexts) {
    self.init()
    for (name, shownName, text) in Self.values {
      add(Named(shownName: shownName, text: text), called: name)
    }
    for name in schema.names {
      guard let type = schema[name] else { continue }
      let fields = type.fields.map { field in
        Field(
          field.name, Shape(field.type), text: Self.text(of: field, in: name, texts),
          isRequired: field.isRequired, values: ExplainValues.values(of: field.type))
      }
      add(Named(shownName: name, text: texts[name] ?? "", fields: fields), called: name)
    }
    for resource in Resource.allCases {
      let version = resource.apiVersion.split(separator: "/").last.map(String.init) ?? "v1"
      add(Kind(group: resource.group, version: version, kind: resource.kind, type: resource.kind))
    }
  }

  /// Fields that podlab accepts without acting on them are listed as in a real cluster.
  private static func text(
    of field: FieldSchema, in type: String, _ texts: ExplainTexts
  ) -> String {
    if let text = texts[type, field.name] { return text }
    return field.isSimulated && texts[type] != nil
      ? "" : "podlab accepts and keeps this field, but does not act on it."
  }

  /// The types that are written as one value.
  private static let values = [
    ("Quantity", "Quantity", "An amount: 500m is half of 1, 64Mi are 64 times 1024 times 1024."),
    (
      "IntOrString", "IntOrString",
      "A number, or a text such as the name of a port or a percentage."
    ),
    ("Time", "string", "A moment to the second, such as 2026-01-01T00:00:00Z."),
    ("MicroTime", "string", "A moment to the microsecond, such as 2026-01-01T00:00:00.000000Z."),
    ("FieldsV1", "FieldsV1", "A tree of names of fields."),
  ]
}

extension APIDescription.Shape {
  /// A type of the schema as OpenAPI names it.
  fileprivate init(_ type: FieldType) {
    switch type {
    case .string, .bytes: self = .value("string")
    case .integer: self = .value("integer")
    case .boolean: self = .value("boolean")
    case .quantity: self = .named("Quantity")
    case .intOrString: self = .named("IntOrString")
    case .time: self = .named("Time")
    case .microTime: self = .named("MicroTime")
    case .any: self = .named("FieldsV1")
    case .list(let element): self = .list(Self(element))
    case .map(let element): self = .map(Self(element))
    case .named(let name): self = .named(name)
    }
  }
}
