/// The shape of an API as `explain` shows it: what an OpenAPI document says of its types.
package struct APIDescription: Hashable, Sendable {
  /// What stands in a field.
  package indirect enum Shape: Hashable, Sendable {
    /// `string`, `integer`, `boolean`, `Object`
    case value(String)
    case list(Shape)
    case map(Shape)
    /// A type of the description, by its name.
    case named(String)
  }

  /// One field of a type.
  package struct Field: Hashable, Sendable {
    package let name: String
    package let shape: Shape
    /// Empty where nobody has described it.
    package let text: String
    package let isRequired: Bool
    /// The values that it may have, in order; empty where anything goes.
    package let values: [String]

    package init(
      _ name: String, _ shape: Shape, text: String = "", isRequired: Bool = false,
      values: [String] = []
    ) {
      (self.name, self.shape, self.text) = (name, shape, text)
      (self.isRequired, self.values) = (isRequired, values)
    }
  }

  /// A type with a name.
  package struct Named: Hashable, Sendable {
    /// As it is shown: `PodSpec`; for a type that is written as a plain value, what that is:
    /// `string` for Time.
    package let shownName: String
    package let text: String
    /// In the order of their names.
    package let fields: [Field]

    package init(shownName: String, text: String = "", fields: [Field] = []) {
      (self.shownName, self.text) = (shownName, text)
      self.fields = fields.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
  }

  /// A kind of objects.
  package struct Kind: Hashable, Sendable {
    package let group: String
    package let version: String
    package let kind: String
    /// The name of its type.
    package let type: String

    package init(group: String, version: String, kind: String, type: String) {
      (self.group, self.version, self.kind, self.type) = (group, version, kind, type)
    }
  }

  /// For look-ups only.
  private var types: [String: Named] = [:]
  package private(set) var kinds: [Kind] = []

  package init() {}

  package subscript(type: String) -> Named? { types[type] }

  package mutating func add(_ type: Named, called name: String) { types[name] = type }

  package mutating func add(_ kind: Kind) { kinds.append(kind) }

  /// The type behind lists and maps; nil where a plain value is.
  package func type(behind shape: Shape) -> Named? {
    switch shape {
    case .value: nil
    case .named(let name): types[name]
    case .list(let element), .map(let element): type(behind: element)
    }
  }

  /// `[]Container`, `map[string]string`
  package func name(of shape: Shape) -> String {
    switch shape {
    case .value(let name): name
    case .named(let name): types[name]?.shownName ?? "Object"
    case .list(let element): "[]" + self.name(of: element)
    case .map(let element): "map[string]" + self.name(of: element)
    }
  }
}
