package import PodEngine

/// `-o custom-columns=NAME:.metadata.name,PHASE:.status.phase`.
package struct CustomColumns: Hashable, Sendable {
  private let columns: [Column]

  private struct Column: Hashable, Sendable {
    let header: String
    /// kubectl parses it after the headers are written.
    let template: String
  }

  /// Parses what follows `custom-columns=`.
  package init(parsing text: String) throws(OutputFormatError) {
    guard !text.isEmpty else {
      throw OutputFormatError("custom-columns format specified but no custom columns given")
    }
    var columns: [Column] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let halves = part.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2 else {
        throw OutputFormatError(
          "unexpected custom-columns spec: \(part), expected <header>:<json-path-expr>")
      }
      do {
        columns.append(
          Column(
            header: String(halves[0]), template: try JSONPath.template(relaxed: String(halves[1]))))
      } catch {
        throw OutputFormatError(error.message)
      }
    }
    self.columns = columns
  }

  /// The table of objects, one a line.
  /// - Throws: what an object has no answer for; the lines before it are printed all the same.
  package func text(
    for objects: [APIValue], noHeaders: Bool = false
  ) throws(JSONPathError) -> String {
    var writer = TabWriter.get
    if !noHeaders { writer.write(line: columns.map(\.header)) }
    do {
      let paths = try columns.map { column throws(JSONPathError) in
        try JSONPath(parsing: column.template)
      }
      for object in objects { writer.write(line: try Self.cells(of: object, paths)) }
    } catch {
      throw JSONPathError(error.message, printed: writer.take())
    }
    return writer.take()
  }

  private static func cells(
    of object: APIValue, _ paths: [JSONPath]
  ) throws(JSONPathError) -> [String] {
    var cells: [String] = []
    for path in paths {
      let results = try path.results(in: object)
      let values = results.flatMap(\.self).map(GoSyntax.plain)
      // Like kubectl, only the first action decides whether there is anything.
      let isEmpty = results.first?.isEmpty ?? true
      cells.append(TabWriter.escaped(isEmpty ? "<none>" : values.joined(separator: ",")))
    }
    return cells
  }
}
