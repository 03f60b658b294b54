internal import PodShell

// The words of the tutor: `lesson …` and their short forms.
extension Tutor {
  mutating func perform(_ words: [String]) -> Outcome {
    let rest = Array(words.dropFirst())
    switch words.first ?? "" {
    case "lesson": return lesson(rest)
    case "next": return next()
    case "hint", "提示": return hint()
    case "check", "检查": return check()
    case "solution": return solution()
    case "skip": return skip()
    case "reset": return reset(rest.first)
    case "goto": return go(to: rest.first ?? "")
    case "quiz": return quiz(rest.first)
    case "explore": return explore()
    case "back": return back()
    case "progress": return progress(rest)
    case "record": return record(words.joined(separator: " "))
    default: return complain(texts.unknownWord(words.first ?? ""), name: "usage", exitCode: 2)
    }
  }

  private mutating func lesson(_ words: [String]) -> Outcome {
    switch words.first ?? "" {
    case "": return run == nil ? list() : whereAmI()
    case "list": return list()
    case "start": return start(words.count > 1 ? words[1] : nil)
    case "next", "hint", "solution", "check", "skip", "goto", "explore", "back", "quiz",
      "progress", "reset":
      return perform(words)
    case "praise": return praise(words.count > 1 ? words[1] : nil)
    default: return complain(texts.unknownWord(words[0]), name: "usage", exitCode: 2)
    }
  }

  /// The lessons and how far each is done.
  func list() -> Outcome {
    guard !lessons.isEmpty else { return complain(texts.noLessons, name: "no-lessons") }
    let widths = (
      id: lessons.map(\.id.count).max() ?? 0,
      title: lessons.map { DisplayWidth.of($0.title) }.max() ?? 0
    )
    var outcome = Outcome()
    if !pack.title.isEmpty { outcome.say(pack.title) }
    for lesson in lessons {
      let done = texts.stepsDone(book.doneCount(lesson), lesson.checkedCount)
      let minutes = texts.minutes(lesson.head.minutes)
      let row =
        "  \(DisplayWidth.padded(lesson.id, to: widths.id))  "
        + "\(DisplayWidth.padded(lesson.title, to: widths.title))  "
        + "\(DisplayWidth.padded(minutes, to: 7))  \(done)"
      // Where a row does not fit, two lines say the same.
      outcome.say(
        widths.id + widths.title + 37 <= style.width
          ? row
          : "  \(texts.labelled(lesson.id, lesson.title))\n    \(minutes)\(texts.comma)\(done)")
    }
    return outcome
  }

  /// `lesson praise off`: a step that is done is ticked and no more.
  private mutating func praise(_ word: String?) -> Outcome {
    guard let word else { return say(style.praise ? texts.praiseIsOn : texts.praiseIsOff) }
    guard word == "on" || word == "off" else {
      return complain(texts.unknownWord("praise \(word)"), name: "usage", exitCode: 2)
    }
    let isOn = word == "on"
    style.praise = isOn
    var outcome = say(isOn ? texts.praiseIsOn : texts.praiseIsOff)
    save(&outcome) { store throws(StateFilesError) in try store.save(praise: isOn) }
    return outcome
  }

  private func whereAmI() -> Outcome {
    guard let run else { return noLesson() }
    return show(run)
  }

  func noLesson() -> Outcome { complain(texts.noLesson, name: "no-lesson") }
}
