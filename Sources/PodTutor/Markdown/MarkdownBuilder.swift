internal import PodShell

/// Puts the stream of nodes together to blocks. Emphasis and links leave their words; `code` keeps
/// its back quotes, which are how plain text says "type this".
struct MarkdownBuilder: Sendable {
  private(set) var blocks: [MarkdownBlock] = []
  /// How many quotes, lists and items are open.
  private var depth = 0
  private var text = ""
  /// A line of the file has ended inside a paragraph.
  private var isAfterLineEnd = false
  private var items: [String] = []
  /// The next number of each open list; nil for bullets.
  private var numbers: [Int?] = []

  mutating func enter(_ node: MarkdownNode) {
    switch node.kind {
    case .document, .other: break
    case .quote:
      depth += 1
    case .list:
      depth += 1
      finishItem()
      numbers.append(node.firstNumber)
    case .item:
      depth += 1
      beginItem()
    case .code: addCode(node)
    case .html: addHTML(node)
    case .rule: add(.rule, node)
    case .paragraph, .heading: if depth > 0, isAfterParagraph { text += "\n" }
    case .text: add(node.literal)
    case .softBreak: isAfterLineEnd = true
    case .lineBreak: text += "\n"
    case .inlineCode: add("`\(node.literal)`")
    }
  }

  mutating func leave(_ node: MarkdownNode) {
    switch node.kind {
    case .quote:
      depth -= 1
      if depth == 0 { add(.quote(takeText()), node) }
    case .list:
      depth -= 1
      numbers.removeLast()
      guard depth == 0 else { return }
      add(.list(items), node)
      items = []
    case .item:
      depth -= 1
      finishItem()
    case .paragraph: if depth == 0 { add(.paragraph(takeText()), node) }
    case .heading: if depth == 0 { add(.heading(level: node.level, text: takeText()), node) }
    case .document, .code, .html, .rule, .text, .softBreak, .lineBreak, .inlineCode, .other: break
    }
  }

  /// Between lines stands a space; between Chinese characters none, nor beside their punctuation.
  private mutating func add(_ words: String) {
    if isAfterLineEnd, !words.isEmpty {
      let sides = [text.last, words.first].compactMap(\.self)
      let isChinese = sides.allSatisfy(\.isWide) || sides.contains { $0.isWide && !$0.isLetter }
      if !isChinese { text += " " }
      isAfterLineEnd = false
    }
    text += words
  }

  private mutating func addCode(_ node: MarkdownNode) {
    blocks.append(
      MarkdownBlock(
        .code(info: node.info, literal: node.literal), lines: node.lines, isNested: depth > 0))
  }

  /// cmark 0.30 leaves the last line of some blocks of HTML out of its count; the literal has them
  /// all.
  private mutating func addHTML(_ node: MarkdownNode) {
    guard depth == 0 else { return }
    let count = node.literal.trimmedEnd.count { $0 == "\n" }
    let first = node.lines.lowerBound
    blocks.append(MarkdownBlock(.html(node.literal), lines: first...first + count))
  }

  private mutating func add(_ content: MarkdownBlock.Content, _ node: MarkdownNode) {
    if depth == 0 { blocks.append(MarkdownBlock(content, lines: node.lines)) }
  }

  /// False right behind a bullet, where the first paragraph of an item goes on in the same line.
  private var isAfterParagraph: Bool {
    !text.isEmpty && !text.hasSuffix("- ") && !text.hasSuffix(". ")
  }

  private mutating func takeText() -> String {
    defer { (text, isAfterLineEnd) = ("", false) }
    return text
  }

  private mutating func beginItem() {
    finishItem()
    let indent = String(repeating: "  ", count: max(0, numbers.count - 1))
    guard let last = numbers.last, let number = last else { return text = indent + "- " }
    text = indent + "\(number). "
    numbers[numbers.count - 1] = number + 1
  }

  private mutating func finishItem() {
    if !numbers.isEmpty, !text.isEmpty { items.append(takeText()) }
  }
}

extension Character {
  /// Whether it takes two columns, as Chinese characters do.
  var isWide: Bool { DisplayWidth.of(String(self)) == 2 }
}
