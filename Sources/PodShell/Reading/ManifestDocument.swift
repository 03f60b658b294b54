package import PodEngine

/// One object as a user wrote it, and where.
package struct ManifestDocument: Hashable, Sendable {
  /// The object; what YAML 1.1 makes of unquoted words has already happened.
  package let value: APIValue
  package let file: String
  /// Where the object starts, counted from 1.
  package let line: Int
  package let column: Int
  let map: SourceMap
  /// Whether it stands in the `items` of a list.
  var isItem = false

  init(value: APIValue, file: String, map: SourceMap) {
    (self.value, self.file, self.map) = (value, file, map)
    (line, column) = (map.keyLine, map.keyColumn)
  }

  package var start: SourcePosition { SourcePosition(file: file, line: line, column: column) }

  /// Where the field at a path was written; nil where the document has no such field.
  package func position(of path: [PathElement]) -> SourcePosition? {
    let (part, isExact) = map.part(at: path)
    return isExact ? position(of: part) : nil
  }

  /// Where to point for a field that may be missing: at the field or at the nearest thing around
  /// it.
  package func nearestPosition(of path: [PathElement]) -> SourcePosition {
    position(of: map.part(at: path).part)
  }

  /// As `nearestPosition(of:)`, for a path as errors of the API server name it:
  /// `spec.containers[0].image`.
  package func nearestPosition(ofFieldPath path: String) -> SourcePosition {
    nearestPosition(of: PathElement.parse(fieldPath: path))
  }

  private func position(of part: SourceMap) -> SourcePosition {
    SourcePosition(file: file, line: part.keyLine, column: part.keyColumn)
  }
}

/// Why a manifest could not be read.
package struct ManifestError: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The text is neither YAML nor JSON.
    case syntax
    /// The text is valid but no object, or an object without `kind` or `apiVersion`.
    case notAnObject
    /// A limit of podlab (size, depth, aliases) is exceeded.
    case limit
    /// The same key stands twice in one map.
    case duplicateKey
  }

  package let kind: Kind
  /// What kubectl prints after `error: `.
  package let message: String
  package let file: String
  /// Counted from 1; nil where the whole file is meant.
  package let line: Int?
  package let column: Int?
  /// What to do about it, in one sentence.
  package let advice: String

  /// The first line of the answer, as kubectl writes it.
  package var text: String { "error: \(message)" }

  /// Where it happened, as far as known.
  package var position: SourcePosition? {
    line.map { SourcePosition(file: file, line: $0, column: column ?? 1) }
  }
}
