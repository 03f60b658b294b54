/// What python says of an error that nobody caught.
enum PythonTraceback {
  static func text(
    of exception: PythonException, _ machine: PythonMachine, _ source: String, file: String,
    version: String
  ) -> String {
    let lines = source.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
    let minor = version.split(separator: ".").dropFirst().first.flatMap { Int($0) } ?? 13
    var text = "Traceback (most recent call last):\n"
    for (code, span) in machine.trace {
      text += "  File \"\(file)\", line \(span.line), in \(machine.codes[code].name)\n"
      // A program on the command line is shown from 3.13 on.
      guard file.hasPrefix("<") ? minor >= 13 && file == "<string>" : true,
        lines.indices.contains(span.line - 1)
      else { continue }
      var span = span
      if span.isCall, minor < 13 { span.anchor = nil }
      text += shown(lines[span.line - 1], span, underlines: minor >= 11)
    }
    if isMissingVariable(exception, machine) {
      let line = minor >= 13 ? 716 : minor == 12 ? 685 : 679
      text += "  File \"<frozen os>\", line \(line), in __getitem__\n"
    }
    let message = machine.text(of: exception)
    return text + (message.isEmpty ? "\(exception.kind)\n" : "\(exception.kind): \(message)\n")
  }

  /// The line, and below it what of it failed.
  private static func shown(_ line: String, _ span: PythonSpan, underlines: Bool) -> String {
    let indent = line.prefix { $0 == " " || $0 == "\t" }.count
    let plain = PythonMethods.stripped(line, [" ", "\t"])
    var text = "    \(plain)\n"
    let (start, end) = (span.start - indent, min(span.end - indent, plain.count))
    guard underlines, start >= 0, end > start else { return text }
    guard span.anchor != nil || start > 0 || end < plain.count else { return text }
    let marks = (start..<end).map { column in
      span.anchor.map { $0.contains(column + indent) } ?? true ? "^" : "~"
    }
    text += "    " + String(repeating: " ", count: start) + marks.joined() + "\n"
    return text
  }

  /// `os.environ["NAME"]` fails inside of `os`, which shows.
  private static func isMissingVariable(
    _ exception: PythonException, _ machine: PythonMachine
  ) -> Bool {
    guard exception.kind == "KeyError", let last = machine.trace.last else { return false }
    return machine.codes[last.code].steps.indices.contains { index in
      machine.codes[last.code].spans[index] == last.span
        && machine.codes[last.code].steps[index] == .item && index > 1
        && machine.codes[last.code].steps[..<index].suffix(2).first == .attribute("environ")
    }
  }

  static func text(of error: PythonSyntaxError, _ source: String, file: String) -> String {
    let lines = source.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
    var text = "  File \"\(file)\", line \(error.line)\n"
    if lines.indices.contains(error.line - 1) {
      let line = lines[error.line - 1]
      let indent = line.prefix { $0 == " " || $0 == "\t" }.count
      text += "    \(PythonMethods.stripped(line, [" ", "\t"]))\n"
      text += "    " + String(repeating: " ", count: max(0, error.column - indent)) + "^\n"
    }
    return text + "\(error.kind): \(error.text)\n"
  }
}
