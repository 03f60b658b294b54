internal import PodEngine
internal import PodShell

/// Writes a page as HTML that needs no script and loads nothing: prose, sessions, and what ran
/// unseen to unfold.
struct HTMLWriter {
  private let page: PublishedPage
  private let sessions: [Int: PublishedPage.Block]

  static func text(_ page: PublishedPage) -> String { Self(page).text }

  private init(_ page: PublishedPage) {
    self.page = page
    // A hidden session is found by the line of its comment.
    sessions = Dictionary(
      page.blocks.map { ($0.source.position.line, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private var text: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    style-src 'unsafe-inline'; img-src 'self'">
    <title>\(Markup.escaped(page.transcript.title))</title>
    <style>
    \(Markup.colours(":root"))
    \(Self.style)
    </style>
    </head>
    <body>
    <main>
    \(contents)
    </main>
    <footer>Made by podlab from a transcript that was run and compared, line by line.</footer>
    </body>
    </html>

    """
  }

  private static let style = """
    :root{color-scheme:light dark}
    body{margin:0 auto;padding:2rem 1rem;max-width:62rem;background:var(--back);color:var(--text);\
    font:1.0625rem/1.6 system-ui,sans-serif}
    main>p,main>ul,main>ol,main>blockquote{max-width:46rem}
    h1,h2,h3{line-height:1.25;text-wrap:balance}h1{font-size:1.9rem}h2{margin-top:2.5rem}
    h2 a{color:inherit;text-decoration:none}h2 a:hover,h2 a:focus{text-decoration:underline}
    a{color:var(--p)}footer{margin-top:3rem;color:var(--mute);font-size:.875rem}
    code,pre{font:.8125rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",\
    "Liberation Mono",monospace}
    p code,li code{font-size:.875em;padding:.1em .3em;border:1px solid var(--edge);border-radius:4px}
    pre{margin:1rem 0;padding:.875rem 1rem;overflow-x:auto;border:1px solid var(--edge);\
    border-radius:8px}
    pre:focus-visible{outline:2px solid var(--p)}
    details{margin:1rem 0;color:var(--mute)}summary{cursor:pointer}
    .p{color:var(--p);user-select:none}.e{color:var(--e)}.w{color:var(--w)}
    .n{margin:1rem 0 -.75rem;color:var(--mute);font-size:.875rem}
    pre b[data-t]::after{content:"  " attr(data-t);color:var(--mute);font-weight:400;\
    font-size:.6875rem}
    blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid var(--edge)}
    @media print{pre{white-space:pre-wrap;overflow:visible}}
    """

  private var contents: String {
    MarkdownReader.htmlBlocks(of: page.text).map(html).filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  private func html(_ block: MarkdownHTML) -> String {
    if let session = sessions[block.lines.lowerBound] { return html(of: session) }
    switch block.kind {
    case .heading: return heading(block)
    case .code(let info): return code(info, block.html)
    case .html:
      // Directives are not for readers; a hidden session begins in one of the comment's lines.
      let inside = page.blocks.first {
        $0.source.isHidden && block.lines.contains($0.source.position.line)
      }
      return inside.map(html) ?? ""
    case .other: return block.html.withLinksToHTML.trimmedEnd
    }
  }

  private func heading(_ block: MarkdownHTML) -> String {
    let chapter = page.transcript.chapters.first { $0.line == block.lines.lowerBound }
    guard let chapter else { return block.html.trimmedEnd }
    let anchor = Markup.escaped(chapter.anchor)
    return block.html.trimmedEnd
      .replacing("<h2>", with: "<h2 id=\"\(anchor)\"><a href=\"#\(anchor)\">")
      .replacing("</h2>", with: "</a></h2>")
  }

  private func code(_ info: String, _ html: String) -> String {
    let name = info.split(separator: " ").first { $0.hasPrefix("file=") }?.dropFirst(5)
    let caption = name.map { "<p class=\"n\">\(Markup.escaped($0))</p>\n" } ?? ""
    return caption + html.trimmedEnd.replacing("<pre>", with: "<pre tabindex=\"0\">")
  }

  private func html(of block: PublishedPage.Block) -> String {
    // The time stands where it has changed; beside every command it would be noise.
    let times = block.steps.map { VirtualDuration.text($0.start - .start) }
    let commands = block.steps.enumerated().map { index, step in
      html(of: step, at: index == 0 || times[index] != times[index - 1] ? times[index] : nil)
    }
    let session = "<pre tabindex=\"0\">\(commands.joined())</pre>"
    if block.source.isHidden {
      let commands = counted(block.steps.count, "command")
      return "<details><summary>Before this, \(commands) ran unseen</summary>\n\(session)\n"
        + "</details>"
    }
    guard let reason = block.source.skipReason else { return session }
    return "<p class=\"n\">Not run: \(Markup.escaped(reason))</p>\n\(session)"
  }

  private func html(of step: PublishedPage.Step, at time: String?) -> String {
    let rows = step.commandLines.enumerated().map { index, pieces in
      let text = Markup.escaped(pieces[1].text.dropFirst())
      let mark = index == 0 ? time.map { " data-t=\"t=\($0)\"" } ?? "" : ""
      return "<span class=\"p\">\(Markup.escaped(pieces[0].text)) </span><b\(mark)>\(text)</b>\n"
    }
    let output = step.lines.map { line in
      line.pieces.map { piece in
        let text = Markup.escaped(piece.text)
        return Markup.cssClass(of: piece.style).map { "<span class=\"\($0)\">\(text)</span>" }
          ?? text
      }.joined() + "\n"
    }
    return (rows + output).joined()
  }
}

extension String {
  /// Links to other pages beside this one lead to their HTML.
  fileprivate var withLinksToHTML: String {
    var result = ""
    var rest = self[...]
    while let mark = rest.firstRange(of: "href=\""),
      let end = rest[mark.upperBound...].firstIndex(of: "\"")
    {
      let target = rest[mark.upperBound..<end]
      result += rest[..<mark.upperBound]
      result += Self.linkToHTML(target)
      rest = rest[end...]
    }
    return result + rest
  }

  private static func linkToHTML(_ target: Substring) -> String {
    if target.contains(":") { return String(target) }
    return target.hasSuffix(".md")
      ? "\(target.dropLast(3)).html" : String(target.replacing(".md#", with: ".html#"))
  }
}
