internal import PodShell

/// The lines of a text that is at hand as a whole: a script file, the argument of `-c`.
final class ScriptReader: LineSource {
  private var lines: ArraySlice<Substring.UTF8View>

  /// Carriage returns at the ends of lines are not part of the script.
  init(text: String) {
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[
      ...]
    if lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
  }

  func nextLine(_ purpose: LinePurpose) -> LineEvent {
    guard let line = lines.popFirst() else { return .end }
    let kept = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    return .line(String(Substring(kept)))
  }
}
