package import PodEngine

/// The flags of `kubectl get` that change the layout of a table.
package struct TableOptions: Hashable, Sendable {
  /// `-o wide`.
  package var wide: Bool
  package var noHeaders: Bool
  package var showLabels: Bool
  /// `-L`: one column for each label.
  package var labelColumns: [String]
  /// `-A`.
  package var withNamespace: Bool
  /// The resource in front of the names (`pod/web`), when one command shows several kinds; nil for
  /// none.
  package var withKind: Resource?

  package init(
    wide: Bool = false, noHeaders: Bool = false, showLabels: Bool = false,
    labelColumns: [String] = [], withNamespace: Bool = false, withKind: Resource? = nil
  ) {
    (self.wide, self.noHeaders, self.showLabels) = (wide, noHeaders, showLabels)
    (self.labelColumns, self.withNamespace) = (labelColumns, withNamespace)
    self.withKind = withKind
  }
}

/// Lays out tables as kubectl does (`k8s.io/cli-runtime/pkg/printers`, the table printer).
package enum TableText {
  /// The text of one table; empty where it has no rows, which is when kubectl says `No resources
  /// found` on stderr.
  package static func render(_ table: Table, options: TableOptions = TableOptions()) -> String {
    guard !table.rows.isEmpty else { return "" }
    var watch = TableWatchText(options: options)
    return watch.render(table)
  }
}

/// A table that grows: `get -w` prints the header once and never makes a column narrower again.
package struct TableWatchText {
  /// What happened to the object, for `--output-watch-events`.
  package enum Event: String, Sendable {
    case added = "ADDED"
    case modified = "MODIFIED"
    case deleted = "DELETED"
    case error = "ERROR"

    /// As wide as the widest, so that the column never moves.
    fileprivate var cell: String {
      rawValue + String(repeating: " ", count: 8 - rawValue.count)
    }
  }

  private let options: TableOptions
  private let showsEvents: Bool
  private var writer = TabWriter.get
  private var printsHeaders: Bool
  /// The server names the columns only once.
  private var columns: [Table.Column] = []

  package init(options: TableOptions, showsEvents: Bool = false) {
    self.options = options
    self.showsEvents = showsEvents
    printsHeaders = !options.noHeaders
  }

  /// The text of the next rows.
  package mutating func render(_ table: Table, event: Event = .added) -> String {
    if !table.columns.isEmpty { columns = table.columns }
    let layout = TableLayout(columns: columns, options: options)
    if printsHeaders {
      write(line: (showsEvents ? ["EVENT"] : []) + layout.headers)
      printsHeaders = false
    }
    for row in table.rows {
      write(line: (showsEvents ? [event.cell] : []) + layout.cells(of: row))
    }
    return writer.take()
  }

  private mutating func write(line: [String]) {
    writer.write(line: line)
  }
}

/// Which cells of a table are shown, and how.
private struct TableLayout {
  let options: TableOptions
  let columns: [(index: Int, column: Table.Column)]

  init(columns: [Table.Column], options: TableOptions) {
    self.options = options
    self.columns = columns.enumerated().map { ($0.offset, $0.element) }
      .filter { options.wide || $0.column.priority == 0 }
  }

  var headers: [String] {
    let labels = options.labelColumns.map { label in
      label.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? label
    }
    return (options.withNamespace ? ["NAMESPACE"] : [])
      + columns.map { $0.column.name.uppercased() }
      + labels.map { $0.uppercased() } + (options.showLabels ? ["LABELS"] : [])
  }

  func cells(of row: Table.Row) -> [String] {
    let shown = columns.map { text(row.cell($0.index), $0.column) }
    let all = (options.withNamespace ? [row.object.namespace] : []) + shown
    guard options.showLabels || !options.labelColumns.isEmpty else { return all }
    let labels = row.object.sortedMap("metadata", "labels")
    let labelCells = options.labelColumns.map { key in
      labels.first { $0.key == key }?.value ?? ""
    }
    let allLabels = labels.map { "\($0.key)=\($0.value)" }.joined(separator: ",").orNone
    return all + labelCells.map(TabWriter.escaped)
      + (options.showLabels ? [TabWriter.escaped(allLabels)] : [])
  }

  private func text(_ cell: APIValue, _ column: Table.Column) -> String {
    let isName = column.type == "string" && column.format == "name"
    let prefix = isName ? options.withKind.map { $0.qualifiedSingular + "/" } ?? "" : ""
    return prefix + Self.text(of: cell)
  }

  /// Only the first line of a text is shown; `...` says that there is more.
  private static func text(of cell: APIValue) -> String {
    let text = cell.isNull ? "" : GoSyntax.plain(cell)
    let end = text.utf8.firstIndex { $0 == 0x0A || $0 == 0x0D || $0 == 0x0C }
    guard let end else { return TabWriter.escaped(text) }
    return TabWriter.escaped(String(text[..<end])) + "..."
  }
}
