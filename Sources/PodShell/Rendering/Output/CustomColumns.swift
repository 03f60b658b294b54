package import PodEngine

/// `-o custom-columns=NAME:.metadata.name,PHASE:.status.phase`.
package struct CustomColumns: Hashable, Sendable {
  private let columns: [Column]

  private struct Column: Hashable, Sendable {
    let header: String
    let path: JSONPath
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
          Column(header: String(halves[0]), path: try JSONPath(relaxed: String(halves[1]))))
      } catch {
        throw OutputFormatError(error.message)
      }
    }
    self.columns = columns
  }

  /// The table of objects, one a line.
  package func text(
    for objects: [APIValue], noHeaders: Bool = false
  ) throws(JSONPathError) -> String {
    var writer = TabWriter.get
    if !noHeaders { writer.write(line: columns.map(\.header)) }
    for object in objects {
      var cells: [String] = []
      for column in columns {
        let results = try column.path.results(in: object)
        let values = results.flatMap(\.self).map(GoSyntax.plain)
        // Like kubectl, only the first action decides whether there is anything.
        let isEmpty = results.first?.isEmpty ?? true
        cells.append(TabWriter.escaped(isEmpty ? "<none>" : values.joined(separator: ",")))
      }
      writer.write(line: cells)
    }
    return writer.take()
  }
}
