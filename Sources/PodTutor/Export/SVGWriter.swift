internal import PodShell

/// Draws a session as SVG: text that can be selected and searched, in both colour schemes. Without
/// script; the animated form uses CSS only, plays once, and stands still for people who ask for
/// less motion.
struct SVGWriter {
  private let page: PublishedPage
  private let isAnimated: Bool
  private let rows: [Playback.Row]
  private let columns: Int
  private let height: Int

  private static let fontSize = 14
  private static let lineHeight = 20
  private static let margin = 20
  private static let barHeight = 40
  /// Longer lines go on in the next row, as at a terminal.
  private static let widest = 120

  static func text(_ page: PublishedPage, isAnimated: Bool, pace: PlaybackPace) -> String {
    Self(page, isAnimated, pace).text
  }

  private init(_ page: PublishedPage, _ isAnimated: Bool, _ pace: PlaybackPace) {
    (self.page, self.isAnimated) = (page, isAnimated)
    let limit = max(page.transcript.settings.columns, Self.widest)
    rows = Playback(page, pace: pace).rows.flatMap { $0.wrapped(at: limit) }
    columns = max(60, rows.map(\.columns).max() ?? 0)
    height = Self.barHeight + rows.count * Self.lineHeight + Self.margin
  }

  /// The usual monospaced fonts are 0.602 em wide, none is wider.
  private var width: Int { columns * Self.fontSize * 602 / 1000 + 2 * Self.margin + 2 }

  private var text: String {
    let title = Markup.escaped(page.title)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" \
      height="\(height)" role="img" aria-labelledby="t d">
      <title id="t">\(title)</title>
      <desc id="d">\(Markup.escaped(page.sessionText))</desc>
      <style>
      \(Markup.colours("svg"))
      text{font:\(Self.fontSize)px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",\
      "Liberation Mono",monospace;fill:var(--text);white-space:pre}
      .b{fill:var(--back);stroke:var(--edge)}.h{fill:var(--mute)}.l{stroke:var(--edge)}
      .c{font-weight:600}.p{fill:var(--p)}.e{fill:var(--e)}.w{fill:var(--w)}
      \(animation)</style>
      <rect class="b" x=".5" y=".5" width="\(width - 1)" height="\(height - 1)" rx="8"/>
      <text class="h" x="\(Self.margin)" y="21">\(title)</text>
      <path class="l" d="M1 31.5H\(width - 1)"/>
      \(rows.enumerated().map(line).filter { !$0.isEmpty }.joined(separator: "\n"))
      </svg>

      """
  }

  private var animation: String {
    guard isAnimated else { return "" }
    return """
      @media (prefers-reduced-motion:no-preference){
      .r{animation:show 1ms linear both}.t{animation:type linear both}
      @keyframes show{from{opacity:0}to{opacity:1}}
      @keyframes type{from{clip-path:inset(0 100% 0 0)}to{clip-path:inset(0 0 0 0)}}
      }

      """
  }

  private func line(_ index: Int, _ row: Playback.Row) -> String {
    guard !row.pieces.isEmpty else { return "" }
    let baseline = Self.barHeight + index * Self.lineHeight + 15
    let content = row.pieces.map { piece -> String in
      let text = Markup.escaped(piece.text)
      let name =
        Markup.cssClass(of: piece.style) ?? (row.typing != nil && piece.style == .plain ? "c" : nil)
      return name.map { "<tspan class=\"\($0)\">\(text)</tspan>" } ?? text
    }.joined()
    return "<text\(timing(row)) x=\"\(Self.margin)\" y=\"\(baseline)\" xml:space=\"preserve\">"
      + "\(content)</text>"
  }

  private func timing(_ row: Playback.Row) -> String {
    guard isAnimated else { return "" }
    guard let typing = row.typing, typing > 0 else {
      return " class=\"r\" style=\"animation-delay:\(row.start)ms\""
    }
    return " class=\"t\" style=\"animation-delay:\(row.start)ms;animation-duration:\(typing)ms;"
      + "animation-timing-function:steps(\(max(row.columns, 1)))\""
  }
}

extension Playback.Row {
  var columns: Int { pieces.reduce(0) { $0 + DisplayWidth.of($1.text) } }

  /// The row in pieces of a width.
  func wrapped(at limit: Int) -> [Playback.Row] {
    guard columns > limit else { return [self] }
    var rows: [[TerminalText]] = [[]]
    var column = 0
    for piece in pieces {
      var text = ""
      for character in piece.text {
        let width = DisplayWidth.of(String(character))
        if column + width > limit {
          rows[rows.count - 1].append(TerminalText(text, piece.style))
          rows.append([])
          (text, column) = ("", 0)
        }
        text.append(character)
        column += width
      }
      rows[rows.count - 1].append(TerminalText(text, piece.style))
    }
    return rows.map { Playback.Row(pieces: $0, start: start, typing: typing) }
  }
}
