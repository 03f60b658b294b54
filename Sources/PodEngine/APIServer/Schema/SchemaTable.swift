/// All types of the API that podlab knows, read from the tables of this folder.
///
/// A table is text, one field a line under its type: the name, then the type. `~` before the name:
/// accepted and kept, but not simulated. `*` before the type: a pointer, so that zero differs from
/// unset. `!` after it: required. `&` after it: Kubernetes writes it even when unset.
/// `string:RestartPolicy` is a string with a Go type of its own.
package struct SchemaTable: Sendable {
  /// Every type by its name; for look-ups only.
  private var types: [String: TypeSchema] = [:]
  /// The names in the order of the tables.
  package private(set) var names: [String] = []
  /// Lines that are not of the notation; a test holds this empty.
  private(set) var unreadableLines: [String] = []

  package static let kubernetes = SchemaTable([
    schemaPodTypes, schemaSchedulingTypes, schemaVolumeTypes, schemaStatusTypes,
    schemaWorkloadTypes, schemaClusterTypes, schemaServiceTypes,
  ])

  init(_ texts: [String]) {
    for text in texts {
      var current: TypeSchema?
      for line in text.split(separator: "\n") { read(line, into: &current) }
      if let current { add(current) }
    }
  }

  package subscript(type: String) -> TypeSchema? { types[type] }

  package subscript(resource: Resource) -> TypeSchema? { types[resource.kind] }

  private mutating func read(_ line: Substring, into current: inout TypeSchema?) {
    if line.hasPrefix("type ") {
      if let current { add(current) }
      current = TypeSchema(name: String(line.dropFirst(5)))
    } else if let field = FieldSchema(notation: line), current != nil {
      current?.append(field)
    } else {
      unreadableLines.append(String(line))
    }
  }

  private mutating func add(_ type: TypeSchema) {
    types[type.name] = type
    names.append(type.name)
  }
}
