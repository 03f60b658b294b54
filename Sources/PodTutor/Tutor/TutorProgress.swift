internal import PodShell

// `progress`: what is done, and moving it between machines.
extension Tutor {
  mutating func progress(_ words: [String]) -> Outcome {
    switch (words.first ?? "", words.count) {
    case ("", 0): return showProgress()
    case ("export", 1): return export(to: nil)
    case ("export", 2): return export(to: words[1])
    case ("import", 2): return importing(words[1])
    case ("forget", 2): return forget(words[1])
    case ("forget", _): return complain(texts.forgetWhat, name: "usage", exitCode: 2)
    default:
      var outcome = complain(
        texts.unknownWord("progress " + words.joined(separator: " ")), name: "usage", exitCode: 2)
      outcome.say(wrap(texts.progressHelp))
      return outcome
    }
  }

  private func showProgress() -> Outcome {
    guard !book.entries.isEmpty else { return say(texts.noProgress) }
    var outcome = Outcome()
    for lesson in lessons where book.doneCount(lesson) > 0 || run?.lesson.id == lesson.id {
      outcome.say(
        texts.labelled(
          lesson.title, texts.stepsDone(book.doneCount(lesson), lesson.checkedCount)))
      for step in lesson.steps where step.isChecked {
        let entry = book.entry(of: step.id, in: lesson.id)
        let hints = texts.hintsUsed(entry?.hints ?? 0)
        outcome.say("  - " + texts.labelled(step.title, texts.stepStates(entry?.state) + hints))
      }
    }
    outcome.say(wrap(texts.progressHelp))
    return outcome
  }

  private func export(to path: String?) -> Outcome {
    var outcome = Outcome()
    guard let path else {
      outcome.say(book.text, asIs: true)
      return outcome
    }
    do { try files.write(book.text, to: path, appending: false) } catch {
      return complain(reason: error)
    }
    return say(texts.exported(path.withVisibleControls, book.entries.count))
  }

  private mutating func importing(_ path: String) -> Outcome {
    // When the journal is played again this has been done.
    if isReplaying { return Outcome() }
    let text: String
    do { text = try files.read(path) } catch { return complain(reason: error) }
    let (found, problems) = ProgressBook.read(text, of: path)
    if let first = problems.first {
      return complain("error: \(first); nothing was imported", name: "invalid")
    }
    book.merge(found)
    var outcome = say(texts.imported(path.withVisibleControls, found.entries.count))
    keep(&outcome) { $0.merge(found) }
    return outcome
  }

  private mutating func forget(_ word: String) -> Outcome {
    if isReplaying { return Outcome() }
    let id = word == "all" ? nil : word
    if let id, self.library[id] == nil, !book.entries.contains(where: { $0.lesson == id }) {
      let guess = NearestName.to(id, among: lessons.map(\.id))
      return complain(texts.unknownLesson(id.withVisibleControls, guess), name: "not-found")
    }
    book.forget(id)
    var outcome = say(texts.forgotten(id))
    keep(&outcome) { $0.forget(id) }
    return outcome
  }

  private mutating func keep(
    _ outcome: inout Outcome, _ change: (inout ProgressBook) -> Void
  ) {
    save(&outcome) { store throws(StateFilesError) in _ = try store.update(change) }
  }

  private func complain(reason error: FileAccessError) -> Outcome {
    complain(
      "error: \(error.path.withVisibleControls): \(error.reason.explanation)", name: "file")
  }
}
