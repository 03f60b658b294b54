internal import PodEngine
package import PodShell

// The words of the recorder: `record start FILE`, `record note TEXT` and so on.
extension Tutor {
  /// What stands behind `record note` is text, not words: an apostrophe opens no quotation.
  static func isForRecorder(_ command: String) -> Bool {
    command.trimmed.split(separator: " ").first == "record"
      && command.trimmed.split(separator: " ").last != "--help"
  }

  var recorder: RecorderTexts { .of(session.settings.language) }

  mutating func record(_ command: String) -> Outcome {
    let words = command.trimmed.split(separator: " ", maxSplits: 2).map(String.init)
    let rest = words.count > 2 ? words[2].trimmed.withoutQuotes : ""
    let verb = words.count > 1 ? words[1] : ""
    if verb == "start" { return startRecording(rest) }
    guard let recording else {
      return complain(recorder.notRecording, name: "usage")
    }
    switch verb {
    case "":
      return say(recorder.recordingTo(recording.path, recording.page.steps.count))
    case "stop": return finishRecording()
    case "note": return note(rest, as: { .note($0) })
    case "section": return note(rest, as: { .section($0) })
    case "hide":
      self.recording?.hidesNext = true
      return say(recorder.hidesNext)
    case "undo": return undoRecorded()
    case "keep": return keepLeftOut()
    case "keep-errors":
      self.recording?.keepsErrors = rest != "off"
      return say(rest == "off" ? recorder.dropsErrors : recorder.keepsErrors)
    default:
      return complain(recorder.unknownWord(verb), name: "usage", exitCode: 2)
    }
  }

  /// `record start FILE [TITLE]`. What the session went through before runs unseen in the page.
  private mutating func startRecording(_ rest: String) -> Outcome {
    let parts = rest.split(separator: " ", maxSplits: 1).map(String.init)
    guard var path = parts.first else {
      return complain(recorder.needsFile, name: "usage", exitCode: 2)
    }
    let name = path.split(separator: "/").last ?? ""
    if !name.contains(".") { path += ".md" }
    if let recording {
      return complain(recorder.alreadyRecording(recording.path), name: "usage")
    }
    var configuration = session.configuration
    guard configuration.nodeCount <= 100 else {
      return complain(
        "error: a page has 100 nodes at most; start podlab with --nodes", name: "limit")
    }
    if let problem = occupant(of: path) { return complain(problem, name: "file") }
    let settings = TranscriptSettings(
      seed: configuration.seed, nodes: configuration.nodeCount, columns: 80, rows: 24)
    let title = parts.count > 1 ? parts[1].withVisibleControls : Recording.title(of: path)
    let page = RecordedPage(settings: settings, title: title)
    do {
      try self.configuration.files.write(page.heading, to: path + ".partial", appending: false)
    } catch { return complain(CommandError(error).message, name: "file") }
    // A page shows what a terminal shows, with the advice behind an error.
    configuration.manner = .terminal
    session.configuration = configuration
    recording = Recording(path: path, page: page)
    var outcome = say(recorder.begun(path))
    let count = session.record.changes.count
    speakLanguage(before: session, startsAfresh: false, &outcome)
    followChanges(before: session, &outcome)
    if count > 0 { outcome.say(recorder.before(count)) }
    return outcome
  }

  /// Why a recording cannot go to a path; nil when it can.
  private func occupant(of path: String) -> String? {
    for (name, advice) in [
      (path, "remove it, or take another name"),
      (
        path + ".partial",
        "it is what a recording that was cut off has left, and a page already: "
          + "verify and rename it, or remove it"
      ),
    ] {
      do {
        _ = try configuration.files.read(name)
        return "error: \(name) exists; \(advice)"
      } catch {
        if error.reason != .missing { return CommandError(error).message }
      }
    }
    return nil
  }

  private mutating func note(_ text: String, as item: (String) -> RecordedPage.Item) -> Outcome {
    let text = text.withVisibleControls.replacing("\n", with: " ")
    let isProse = MarkdownReader.blocks(of: text).allSatisfy { block in
      switch block.content {
      case .paragraph, .list, .quote: true
      case .heading, .code, .html, .rule: false
      }
    }
    guard !text.isEmpty, isProse else {
      return complain(recorder.needsNote, name: "usage", exitCode: 2)
    }
    var outcome = Outcome()
    append(item(text), before: session, &outcome)
    return outcome
  }

  /// Drops the last item. Where it had changed the session, that is undone as well: the page could
  /// not be replayed otherwise.
  private mutating func undoRecorded() -> Outcome {
    guard let item = recording?.page.items.popLast(), let before = recording?.before.popLast()
    else { return complain(recorder.nothingToUndo, name: "usage") }
    let what: String
    switch item {
    case .step(let step): what = step.command.firstLine
    case .note: what = recorder.note
    case .section(let title): what = title
    case .file(let file): what = file.path
    }
    let hasChanged = before.record.changes != session.record.changes
    if hasChanged { session = before }
    recording?.seen = session.record.changes
    if case .file = item { _ = recording?.files.popLast() }
    var outcome = say(recorder.dropped(what, hasChanged))
    rewrite(&outcome)
    return outcome
  }

  private mutating func keepLeftOut() -> Outcome {
    guard let step = recording?.leftOut else {
      return complain(recorder.nothingLeftOut, name: "usage")
    }
    recording?.leftOut = nil
    var outcome = Outcome()
    append(.step(step), before: session, &outcome)
    return outcome
  }

  private mutating func rewrite(_ outcome: inout Outcome) {
    guard let page = recording?.page else { return }
    let items = page.items.map { "\n" + RecordedPage.text(of: $0) + "\n" }.joined()
    write(page.heading + items, appending: false, &outcome)
  }

  /// Replays the page in a fresh cluster. Only a page that prints the same again counts as recorded.
  mutating func finishRecording() -> Outcome {
    guard let recording else { return Outcome() }
    self.recording = nil
    let files = configuration.files
    guard !recording.page.steps.isEmpty else {
      try? files.remove(recording.draft)
      return say(recorder.nothingRecorded)
    }
    let page = TextFile(path: recording.path, text: recording.page.text)
    let report = TranscriptVerifier.verify(files: [page])
    do {
      try files.write(page.text, to: recording.draft, appending: false)
      guard report.exitCode == 0 else {
        return complain(
          report.text + recorder.notRecorded(recording.draft), name: "not-recorded")
      }
      try files.move(recording.draft, to: recording.path)
    } catch {
      return complain(
        "\(CommandError(error).message); the recording is kept as \(recording.draft)", name: "file")
    }
    let end = report.files.first?.endTime ?? "0s"
    return say(recorder.recorded(recording.path, recording.page.steps.count, end))
  }

  /// Ends a recording where the conversation ends.
  package mutating func close() -> Outcome { finishRecording() }
}

extension String {
  /// Without a pair of quotes around the whole.
  fileprivate var withoutQuotes: String {
    for quote in ["\"", "'"]
    where count > 1 && hasPrefix(quote) && hasSuffix(quote)
      && !dropFirst().dropLast().contains(quote)
    {
      return String(dropFirst().dropLast())
    }
    return self
  }
}
