internal import PodShell

/// A recording under way. Every step is written to `FILE.partial` before the next prompt, and that
/// file is a page at every moment; whatever ends the program, no more than the last step is lost.
struct Recording: Sendable {
  let path: String
  var page: RecordedPage
  /// The sessions before each item, so that `record undo` can go back.
  var before: [Session] = []
  /// What had changed the session when the last item was written: what else changes it later (a
  /// lesson that types something, a reset) has to come into the page as well.
  var seen: [SessionRecord.Change] = []
  var hidesNext = false
  var keepsErrors = false
  /// The last command, when it failed and was left out.
  var leftOut: RecordedPage.Step?
  /// A command that watches until Ctrl-C, with its output so far.
  var watching: (command: String, outcome: Outcome, before: Session)?
  /// Files as they were given to the page, by path.
  var files: [TextFile] = []
  /// Writing has failed and was reported.
  var hasComplained = false

  var draft: String { path + ".partial" }

  init(path: String, page: RecordedPage) { (self.path, self.page) = (path, page) }

  /// The title that a file name suggests: `05-crash-loop.md` is "Crash loop".
  static func title(of path: String) -> String {
    var name = path.split(separator: "/").last.map(String.init) ?? path
    if name.hasSuffix(".md") { name = String(name.dropLast(3)) }
    let words = name.split { $0 == "-" || $0 == "_" || $0 == " " }.drop { Int($0) != nil }
    let text = words.joined(separator: " ")
    return text.isEmpty ? "A session" : text.prefix(1).uppercased() + text.dropFirst()
  }

  /// The name under which a page can hold a file that lies anywhere.
  static func name(of path: String) -> String {
    if ScratchFiles.isInside(path), !path.contains(" ") { return path }
    let base = path.split(separator: "/").last.map(String.init) ?? "file"
    return base.replacing(" ", with: "-")
  }
}
