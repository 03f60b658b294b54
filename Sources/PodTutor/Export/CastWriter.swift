internal import PodShell

/// Writes asciicast files, versions 2 and 3 (docs.asciinema.org/manual/asciicast). No time stamp and
/// nothing of the environment: the same page gives the same bytes everywhere.
enum CastWriter {
  static func text(_ page: PublishedPage, version: Int, pace: PlaybackPace) -> String {
    let playback = Playback(page, pace: pace)
    var lines = [header(page, version)]
    var last = 0
    for (time, event) in playback.events {
      let (code, data) =
        switch event {
        case .output(let pieces): ("o", bytes(of: pieces))
        case .marker(let label): ("m", label)
        }
      lines.append(line(version == 3 ? time - last : time, code, data))
      last = time
    }
    // Version 2 has no event for the end of the process.
    if version == 3 { lines.append(line(playback.end - last, "x", "0")) }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func header(_ page: PublishedPage, _ version: Int) -> String {
    let settings = page.transcript.settings
    let title = JSONText.quoted(page.title)
    if version == 2 {
      return "{\"version\": 2, \"width\": \(settings.columns), \"height\": \(settings.rows), "
        + "\"title\": \(title)}"
    }
    return "{\"version\": 3, \"term\": {\"cols\": \(settings.columns), \"rows\": \(settings.rows), "
      + "\"type\": \"xterm-256color\"}, \"title\": \(title), \"tags\": [\"podlab\"]}"
  }

  private static func line(_ milliseconds: Int, _ code: String, _ data: String) -> String {
    "[\(seconds(milliseconds)), \"\(code)\", \(JSONText.quoted(data))]"
  }

  /// What a terminal receives: its own line discipline turns a line end into two characters.
  private static func bytes(of pieces: [TerminalText]) -> String {
    pieces.map(\.withEscapeSequences).joined().replacing("\n", with: "\r\n")
  }

  static func seconds(_ milliseconds: Int) -> String {
    let digits = String(milliseconds % 1000)
    return "\(milliseconds / 1000)."
      + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
