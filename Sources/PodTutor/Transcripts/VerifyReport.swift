/// What `podlab transcript verify` found.
package struct VerifyReport: Sendable {
  package let files: [VerifiedFile]

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
    return files.map(\.text).joined() + summary + skippedNote + "\n"
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
    "::error file=\(position.file),line=\(position.line)::\(message)\n"
  }
}

/// One transcript, verified.
package struct VerifiedFile: Sendable {
  package let path: String
  package let steps: [ExecutedStep]
  /// Where the clock stood in the end, as `5m42s`.
  package let endTime: String
  /// Why the file could not be run.
  package let errors: [SourceError]

  package var isFine: Bool { errors.isEmpty && steps.allSatisfy(\.isFine) }

  var text: String {
    if !errors.isEmpty { return errors.map { "\($0)\n" }.joined() }
    guard let first = steps.firstIndex(where: { !$0.isFine }) else {
      return "ok  \(path)  \(steps.count) steps  t=\(endTime)\n"
    }
    let later = steps[(first + 1)...].count { !$0.isFine }
    let step = steps[first]
    var lines = [
      "\(path):\(step.step.position.line): step \(first + 1), t=\(step.time): "
        + "\(ConsoleParser.prompt) \(step.step.command.firstLine)"
    ]
    lines += step.difference(in: path)
    if later > 0 {
      lines.append(
        "… \(later) later \(later == 1 ? "step differs" : "steps differ") too, "
          + "likely because of this one")
    }
    lines.append("To accept what is so now: podlab transcript update \(path)")
    return lines.map { "\($0)\n" }.joined()
  }

  var json: String {
    errors.map {
      JSONText.object([
        ("file", .text(path)), ("line", .number($0.position.line)), ("status", .text("malformed")),
        ("message", .text($0.message)),
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
  /// The text up to its first line end, with a mark when something follows.
  var firstLine: String {
    guard let end = firstIndex(of: "\n") else { return self }
    return self[..<end] + " …"
  }
}
