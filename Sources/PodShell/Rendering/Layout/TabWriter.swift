/// Elastic tab stops: the one primitive under tables, `describe` and custom columns (Go's
/// `text/tabwriter`, and for `get` its fork with remembered widths).
///
/// A cell is text that ends with a TAB. The text after the last TAB of a line belongs to no column.
/// Neighbouring lines that have a cell in the same place share one column, as wide as the widest of
/// them; a line without a cell there ends the column. Widths count characters (Unicode scalars), as
/// kubectl counts runes.
package struct TabWriter {
  /// The width that every column has at least.
  let minimumWidth: Int
  /// The spaces that follow the widest cell of a column.
  let padding: Int
  /// Columns never become narrower than they were before a flush: `get -w` prints row after row.
  let remembersWidths: Bool

  private var output = ""
  private var lines: [[Cell]] = [[]]
  private var cell = Cell()
  private var widths: [Int] = []
  private var rememberedWidths: [Int] = []

  private struct Cell {
    var text = ""
    var width = 0
  }

  package init(minimumWidth: Int, padding: Int, remembersWidths: Bool) {
    self.minimumWidth = minimumWidth
    self.padding = padding
    self.remembersWidths = remembersWidths
  }

  /// The settings of `kubectl describe`.
  package static var describe: TabWriter {
    TabWriter(minimumWidth: 0, padding: 2, remembersWidths: false)
  }

  /// The settings of `kubectl get`, `kubectl events` and custom columns.
  package static var get: TabWriter {
    TabWriter(minimumWidth: 6, padding: 3, remembersWidths: true)
  }

  /// Adds text in which TAB ends a cell and a newline (or form feed) ends a line. The caller has
  /// made it harmless with `escaped`.
  package mutating func write(_ text: String) {
    // All controls that mean something stand side by side, from TAB to form feed.
    var rest = text.utf8[...]
    while let end = rest.firstIndex(where: { (0x09...0x0C).contains($0) }) {
      append(rest[..<end])
      switch rest[end] {
      case 0x0A: endLine()
      case 0x0C:
        endLine()
        format()
      default: endCell()
      }
      rest = rest[rest.index(after: end)...]
    }
    append(rest)
  }

  /// One line of cells; the last one belongs to no column. The same as writing them with TABs
  /// between them.
  package mutating func write(line cells: [String]) {
    for (index, text) in cells.enumerated() {
      if index > 0 { endCell() }
      write(text)
    }
    endLine()
  }

  private mutating func append(_ text: Substring.UTF8View) {
    guard !text.isEmpty else { return }
    cell.text += Substring(text)
    // A scalar has one byte that is no continuation.
    cell.width += text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// Ends the current column block.
  package mutating func flush() {
    endCell()
    format()
  }

  /// Everything written so far, laid out; the writer keeps only its remembered widths.
  package mutating func take() -> String {
    flush()
    defer { output = "" }
    return output
  }

  /// What kubectl does to text before it enters a cell (`printers.WriteEscaped`): a terminal must
  /// not take it for a command. Other control characters are the business of `VisibleText` at the
  /// very end.
  package static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x1B || $0 == 0x0D }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{1B}": result += "^["
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension TabWriter {
  private mutating func endCell() {
    lines[lines.count - 1].append(cell)
    cell = Cell()
  }

  private mutating func endLine() {
    endCell()
    let hasNoColumns = lines[lines.count - 1].count == 1
    lines.append([])
    // A line without a TAB ends every column, so all before it can be laid out now.
    if hasNoColumns { format() }
  }

  /// Lays out all collected lines. The last one is unfinished and gets no newline.
  private mutating func format() {
    if lines[lines.count - 1].isEmpty { lines[lines.count - 1] = [cell] }
    widths = []
    layOut(lines.startIndex, lines.endIndex)
    lines = [[]]
    cell = Cell()
  }

  private mutating func layOut(_ start: Int, _ end: Int) {
    let column = widths.count
    var start = start
    var line = start
    while line < end {
      defer { line += 1 }
      guard column < lines[line].count - 1 else { continue }
      print(start..<line)
      start = line
      var width = minimumWidth
      while line < end, column < lines[line].count - 1 {
        width = max(width, lines[line][column].width + padding)
        line += 1
      }
      widths.append(remembered(width, column: column))
      layOut(start, line)
      widths.removeLast()
      start = line
    }
    print(start..<end)
  }

  private mutating func remembered(_ width: Int, column: Int) -> Int {
    guard remembersWidths else { return width }
    while rememberedWidths.count <= column { rememberedWidths.append(0) }
    rememberedWidths[column] = max(rememberedWidths[column], width)
    return rememberedWidths[column]
  }

  private mutating func print(_ range: Range<Int>) {
    for index in range {
      for (column, cell) in lines[index].enumerated() {
        output += cell.text
        if column < widths.count {
          output += String(repeating: " ", count: max(0, widths[column] - cell.width))
        }
      }
      if index < lines.count - 1 { output += "\n" }
    }
  }
}
