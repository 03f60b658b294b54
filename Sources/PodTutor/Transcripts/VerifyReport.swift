/// What `podlab transcript verify` found.
package struct VerifyReport: Sendable {
  package let files: [VerifiedFile]
  /// Whether every difference is shown in full, not the first of each file only.
  package var showsAll = false

  package var stepCount: Int { files.map(\.steps.count).reduce(0, +) }
  package var failedCount: Int { files.count { !$0.isFine } }

  /// 0 all is as documented, 1 something differs, 2 a file is malformed or there is nothing to
  /// verify.
  package var exitCode: Int {
    if files.isEmpty || stepCount == 0 || files.contains(where: { !$0.errors.isEmpty }) { return 2 }
    return failedCount == 0 ? 0 : 1
  }

  /// The report for people.
  package var text: String {
    guard !files.isEmpty else {
      return "error: no transcript was given\n  Name a file or a folder that holds *.md files.\n"
    }
    let summary =
      "\(files.count) \(files.count == 1 ? "file" : "files"), \(stepCount) steps, "
      + "\(failedCount) failed"
    let nothing =
      stepCount == 0 && !files.contains { !$0.errors.isEmpty }
      ? "error: no step was run, so nothing is proved\n" : ""
    return files.map { $0.text(showsAll: showsAll) }.joined() + summary + elidedNote + skippedNote
      + "\n" + nothing
  }

  private var elidedNote: String {
    let elided = files.reduce(0) { $0 + $1.elidedLines }
    return elided == 0 ? "" : ", \(counted(elided, "elided line"))"
  }

  private var skippedNote: String {
    let skipped = files.flatMap(\.steps).count { $0.status == .skipped }
    return skipped == 0 ? "" : ", \(counted(skipped, "step")) skipped"
  }

  /// One JSON object a line: one for every step, one for every error of a malformed file.
  package var json: String { files.map(\.json).joined() }

  /// `::error` lines that GitHub shows beside the changed lines.
  package var githubAnnotations: String {
    files.flatMap { file in
      file.errors.map { Self.annotation($0.position, $0.message) }
        + file.steps.filter { !$0.isFine }.map { Self.annotation($0.step.position, $0.summary) }
    }.joined()
  }

  private static func annotation(_ position: SourcePosition, _ message: String) -> String {
    "::error file=\(position.file.escapedForGitHub(isProperty: true)),line=\(position.line)"
      + "::\(message.escapedForGitHub(isProperty: false))\n"
  }
}

/// One transcript, verified.
package struct VerifiedFile: Sendable {
  package let path: String
  package var steps: [ExecutedStep] = []
  /// Where the clock stood in the end, as `5m42s`.
  package var endTime = "0s"
  /// Documented lines that stand for others.
  package var elidedLines = 0
  /// Why the file could not be run.
  package var errors: [SourceError] = []

  package var isFine: Bool { errors.isEmpty && steps.allSatisfy(\.isFine) }

  func text(showsAll: Bool) -> String {
    if !errors.isEmpty { return errors.map { "\($0)\n" }.joined().withVisibleControls }
    guard let first = steps.firstIndex(where: { !$0.isFine }) else {
      return "ok  \(path)  \(counted(steps.count, "step"))  t=\(endTime)\n".withVisibleControls
    }
    let later = steps[(first + 1)...].count { !$0.isFine }
    let shown = steps.indices.filter { $0 == first || (showsAll && !steps[$0].isFine) }
    var lines = shown.flatMap { steps[$0].report(in: path, number: $0 + 1) }
    if later > 0, !showsAll {
      lines.append(
        "… \(later) later \(later == 1 ? "step differs" : "steps differ") too, "
          + "likely because of this one (--all shows \(later == 1 ? "it" : "them"))")
    }
    lines.append("To accept what is so now: \(commandToAccept)")
    return lines.map { "\($0)\n" }.joined().withVisibleControls
  }

  /// The command that writes into the page what is so now.
  package var commandToAccept: String {
    let option = steps.contains(where: \.changesMeaning) ? "--accept-errors " : ""
    return "podlab transcript update \(option)\(path.quotedForShell)"
  }

  var json: String {
    errors.map {
      JSONText.object([
        ("file", .text(path)), ("line", .number($0.position.line)),
        ("column", .number($0.position.column)), ("status", .text("malformed")),
        ("message", .text($0.message)), ("advice", .text($0.advice)),
      ]) + "\n"
    }.joined() + steps.map { $0.json(path) + "\n" }.joined()
  }
}

extension ExecutedStep {
  /// What is wrong, in one line.
  package var summary: String {
    switch status {
    case .same: "as documented"
    case .skipped: "skipped"
    case .differs: "the output differs from what is documented"
    case .unannotatedError(let name): "the command failed with error \(name), undocumented"
    case .otherError(let expected, nil): "the command succeeded; documented is error \(expected)"
    case .otherError(let expected, let actual?):
      "the command failed with error \(actual); documented is \(expected)"
    }
  }

  func report(in path: String, number: Int) -> [String] {
    let place = "\(path):\(step.position.line)"
    return [
      "\(place): step \(number), t=\(time): \(ConsoleParser.prompt) \(step.command.firstLine)"
    ] + difference(in: path)
  }

  func difference(in path: String) -> [String] {
    var lines: [String] = []
    switch status {
    case .same, .skipped: return []
    case .differs: break
    case .unannotatedError, .otherError: lines.append("  \(summary)")
    }
    guard actual != step.output else { return lines }
    lines += ["--- \(path) (documented)", "+++ this run"]
    return lines
      + LineDiff.unified(
        LineDiff.edits(from: step.output, to: actual), firstLine: step.outputLines.lowerBound)
  }

  func json(_ path: String) -> String {
    let word =
      switch status {
      case .same: "ok"
      case .skipped: "skipped"
      case .differs: "differs"
      case .unannotatedError, .otherError: "error"
      }
    return JSONText.object([
      ("file", .text(path)), ("line", .number(step.position.line)),
      ("command", .text(step.command)), ("virtualTime", .text(time)), ("status", .text(word)),
      ("message", .text(summary)), ("expected", .text(step.output.joined(separator: "\n"))),
      ("actual", .text(actual.joined(separator: "\n"))),
    ])
  }
}

extension String {
  /// As GitHub's workflow commands want it; a property of one may not hold `:` and `,` either.
  fileprivate func escapedForGitHub(isProperty: Bool) -> String {
    let text = replacing("%", with: "%25").replacing("\n", with: "%0A").replacing("\r", with: "%0D")
    return isProperty ? text.replacing(":", with: "%3A").replacing(",", with: "%2C") : text
  }

  /// In quotes where a shell would read the word otherwise.
  package var quotedForShell: String {
    let isPlain =
      !isEmpty
      && utf8.allSatisfy { byte in
        switch UInt8(byte) {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "_-./,:+@%".utf8.contains(byte)
        }
      }
    return isPlain && !hasPrefix("-") ? self : "'" + replacing("'", with: "'\\''") + "'"
  }

  /// The text up to its first line end, with a mark when something follows.
  var firstLine: String {
    guard let end = firstIndex(of: "\n") else { return self }
    return self[..<end] + " …"
  }
}
