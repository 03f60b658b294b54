/// A small model of a terminal's screen: enough of ECMA-48 for what libedit and podlab send.
struct Screen {
  private(set) var columns: Int
  private(set) var rows: [[Character]]
  /// How each cell is drawn, beside `rows`.
  private var styles: [[Style]]
  private var style = Style()
  private var row = 0
  private var column = 0
  /// The cursor stands behind the last column; the next character wraps.
  private var wrapsNext = false
  private var inserts = false
  private var parser = Parser.text

  private enum Parser { case text, escape, sequence(String) }

  /// How a cell is drawn: what the tests ask for.
  struct Style: OptionSet, Hashable {
    let rawValue: Int
    static let bold = Style(rawValue: 1)
    static let faint = Style(rawValue: 2)
    static let underlined = Style(rawValue: 4)
    static let red = Style(rawValue: 8)
    static let green = Style(rawValue: 16)
  }

  /// The second half of a wide character.
  private static let half: Character = "\u{0}"

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    styles = Array(repeating: Array(repeating: Style(), count: columns), count: rows)
  }

  /// The rows as text, without the blanks at their ends.
  var lines: [String] {
    rows.map { cells in
      String(String(cells.filter { $0 != Self.half }).reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The row in which the cursor stands, without what is only drawn faintly behind the text: the
  /// suggestion and the time in the corner.
  var cursorLine: String {
    let cells = zip(rows[row], styles[row]).filter { $0.0 != Self.half && !$0.1.contains(.faint) }
    return Self.withoutBlanks(cells.map(\.0))
  }

  /// What is drawn faintly in the row of the cursor.
  var ghost: String {
    let cells = zip(rows[row], styles[row]).map { $0.1.contains(.faint) ? $0.0 : " " }
    return String(Self.withoutBlanks(cells).drop { $0 == " " })
  }

  /// The words of the row of the cursor that are drawn so.
  func words(drawn wanted: Style) -> [String] {
    let cells = zip(rows[row], styles[row]).map { $0.1 == wanted ? $0.0 : " " }
    return String(cells).split(separator: " ").map(String.init)
  }

  private static func withoutBlanks(_ cells: [Character]) -> String {
    String(String(cells).reversed().drop { $0 == " " }.reversed())
  }

  var cursorColumn: Int { column }

  /// The last row with something in it.
  var lastLine: String { lines.last { !$0.isEmpty } ?? "" }

  mutating func resize(columns: Int) {
    for index in rows.indices {
      let blanks = Array(repeating: Character(" "), count: max(columns - rows[index].count, 0))
      rows[index] = Array((rows[index] + blanks).prefix(columns))
      let plain = Array(repeating: Style(), count: blanks.count)
      styles[index] = Array((styles[index] + plain).prefix(columns))
    }
    self.columns = columns
    column = min(column, columns - 1)
  }

  mutating func feed(_ text: some Sequence<Unicode.Scalar>) {
    for scalar in text { feed(scalar) }
  }

  private mutating func feed(_ scalar: Unicode.Scalar) {
    switch parser {
    case .escape:
      parser = scalar == "[" ? .sequence("") : .text
    case .sequence(let parameters):
      if ("0"..."9").contains(scalar) || scalar == ";" || scalar == "?" {
        parser = .sequence(parameters + String(scalar))
      } else {
        parser = .text
        control(scalar, parameters)
      }
    case .text: character(scalar)
    }
  }

  private mutating func character(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\u{1B}": parser = .escape
    case "\r": (column, wrapsNext) = (0, false)
    case "\n": lineFeed()
    case "\u{8}": (column, wrapsNext) = (max(column - 1, 0), false)
    case "\u{7}": break
    default: put(scalar)
    }
  }

  private mutating func lineFeed() {
    wrapsNext = false
    if row < rows.count - 1 {
      row += 1
    } else {
      rows.removeFirst()
      rows.append(blankRow)
      styles.removeFirst()
      styles.append(plainRow)
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    if (0x300...0x36F).contains(scalar.value) { return combine(scalar) }
    let width = isWide(scalar) ? 2 : 1
    if wrapsNext || column + width > columns {
      column = 0
      lineFeed()
    }
    let cells = [Character(scalar)] + Array(repeating: Self.half, count: width - 1)
    if inserts {
      rows[row].insert(contentsOf: cells, at: column)
      rows[row].removeLast(width)
      styles[row].insert(contentsOf: plainRow.prefix(width).map { _ in style }, at: column)
      styles[row].removeLast(width)
    } else {
      rows[row].replaceSubrange(column..<(column + width), with: cells)
      for cell in column..<(column + width) { styles[row][cell] = style }
    }
    column += width
    wrapsNext = column == columns
    if wrapsNext { column -= 1 }
  }

  /// A combining mark belongs to the character before it.
  private mutating func combine(_ mark: Unicode.Scalar) {
    let cell = wrapsNext ? column : column - 1
    guard cell >= 0 else { return }
    rows[row][cell] = Character(String(rows[row][cell]) + String(mark))
  }

  /// Enough for the tests; `wcwidth` would depend on the locale of the test process.
  private func isWide(_ scalar: Unicode.Scalar) -> Bool {
    (0x1100...0x115F).contains(scalar.value) || (0x2E80...0xA4CF).contains(scalar.value)
      || (0xAC00...0xD7A3).contains(scalar.value) || (0xFF00...0xFF60).contains(scalar.value)
  }

  private mutating func control(_ final: Unicode.Scalar, _ parameters: String) {
    let numbers = parameters.split(separator: ";").map { Int($0) ?? 0 }
    let first = numbers.first ?? 0
    let count = max(first, 1)
    wrapsNext = false
    switch final {
    case "A": row = max(row - count, 0)
    case "B": row = min(row + count, rows.count - 1)
    case "C": column = min(column + count, columns - 1)
    case "D": column = max(column - count, 0)
    case "G": column = min(count, columns) - 1
    case "H": (row, column) = (0, 0)
    case "J":
      erase(from: column)
      for below in (row + 1)..<max(rows.count, row + 1) {
        (rows[below], styles[below]) = (blankRow, plainRow)
      }
    case "K": first == 1 ? eraseStart() : erase(from: first == 2 ? 0 : column)
    case "P":
      rows[row].removeSubrange(column..<min(column + count, columns))
      rows[row] += blankRow.prefix(columns - rows[row].count)
      styles[row].removeSubrange(column..<min(column + count, columns))
      styles[row] += plainRow.prefix(columns - styles[row].count)
    case "@":
      rows[row].insert(contentsOf: blankRow.prefix(count), at: column)
      rows[row].removeLast(count)
      styles[row].insert(contentsOf: plainRow.prefix(count), at: column)
      styles[row].removeLast(count)
    case "m": for number in numbers.isEmpty ? [0] : numbers { setStyle(number) }
    case "h": if parameters == "4" { inserts = true }
    case "l": if parameters == "4" { inserts = false }
    default: break
    }
  }

  /// https://invisible-island.net/xterm/ctlseqs/ctlseqs.html, "Character Attributes (SGR)"
  private mutating func setStyle(_ number: Int) {
    switch number {
    case 0: style = []
    case 1: style.insert(.bold)
    case 2: style.insert(.faint)
    case 4: style.insert(.underlined)
    case 31: style.insert(.red)
    case 32: style.insert(.green)
    default: break
    }
  }

  private var plainRow: [Style] { Array(repeating: Style(), count: columns) }

  private var blankRow: [Character] { Array(repeating: " ", count: columns) }

  private mutating func erase(from start: Int) {
    rows[row].replaceSubrange(start..<columns, with: blankRow.prefix(columns - start))
    styles[row].replaceSubrange(start..<columns, with: plainRow.prefix(columns - start))
  }

  private mutating func eraseStart() {
    rows[row].replaceSubrange(0...column, with: blankRow.prefix(column + 1))
    styles[row].replaceSubrange(0...column, with: plainRow.prefix(column + 1))
  }
}
