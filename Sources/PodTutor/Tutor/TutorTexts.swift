internal import PodShell

extension String {
  /// With a stop behind it, unless it ends a sentence by itself.
  func ended(by stop: String) -> String {
    let ends: Set<Character> = [".", "?", "!", "…", "。", "？", "！"]
    return last.map { ends.contains($0) } == true ? self : self + stop
  }
}

/// What the tutor itself says, in one language. Lessons bring their own words; kubectl's stay
/// English, as in life.
struct TutorTexts: Sendable {
  let lessonHeading:
    @Sendable (_ title: String, _ number: Int, _ count: Int, _ minutes: Int) -> String
  let stepHeading: @Sendable (_ number: Int, _ count: Int, _ title: String) -> String
  let welcomeBack: @Sendable (_ lesson: String, _ commands: Int) -> String
  let lessonChanged: String
  let stepDone: @Sendable (_ number: Int, _ count: Int, _ title: String) -> String
  let goOn: String
  let lessonDone: @Sendable (_ title: String) -> String
  let nextLesson: @Sendable (_ id: String, _ title: String) -> String
  let partly: @Sendable (_ passed: Int, _ count: Int, _ fact: String) -> String
  /// A fact as a sentence.
  let sentence: @Sendable (_ fact: String) -> String
  /// What something is, behind its name.
  let labelled: @Sendable (_ name: String, _ text: String) -> String
  /// What stands between the parts of a list.
  let comma: String
  /// What stands between two sentences.
  let gap: String
  let violated: @Sendable (_ fact: String) -> String
  let broken: @Sendable (_ fact: String) -> String
  let stuck: String
  let notDoneYet: String
  let met: String
  let notYet: String
  let nothingToCheck: String
  let hint: @Sendable (_ number: Int, _ text: String) -> String
  let noMoreHints: String
  let noHints: String
  let askSolution: @Sendable (_ lines: Int) -> String
  let solutionHeading: String
  let otherSolution: @Sendable (_ name: String) -> String
  let noSolution: String
  let solutionsOff: String
  let skipped: @Sendable (_ title: String) -> String
  let skippedTyped: String
  let skipOff: String
  let resetStep: String
  let resetLesson: String
  let resetUndone: String
  let unknownReset: @Sendable (_ word: String) -> String
  let praiseIsOn: String
  let praiseIsOff: String
  let predictPrompt: String
  let predicted: @Sendable (_ letter: String) -> String
  let predictionWas: @Sendable (_ letter: String) -> String
  let stepStates: @Sendable (_ state: ProgressBook.StepState?) -> String
  let hintsUsed: @Sendable (_ count: Int) -> String
  let noProgress: String
  let progressHelp: String
  let exported: @Sendable (_ path: String, _ steps: Int) -> String
  let imported: @Sendable (_ path: String, _ steps: Int) -> String
  let forgotten: @Sendable (_ lesson: String?) -> String
  let forgetWhat: String
  let quizPrompt: String
  let quizRight: String
  let quizWrong: String
  let quizNoSuchAnswer: @Sendable (_ letters: String) -> String
  let noQuiz: String
  let exploring: String
  let exploreIdeas: String
  let alreadyExploring: String
  let notExploring: String
  let backAgain: String
  let noLesson: String
  let noLessons: String
  let unknownLesson: @Sendable (_ id: String, _ guess: String?) -> String
  let unknownStep: @Sendable (_ word: String, _ count: Int) -> String
  let unknownWord: @Sendable (_ word: String) -> String
  let stepsDone: @Sendable (_ done: Int, _ count: Int) -> String
  let minutes: @Sendable (_ minutes: Int) -> String
  let commandFailed: @Sendable (_ place: String, _ command: String) -> String
  let cannotSave: @Sendable (_ why: String) -> String

  static func of(_ language: Language) -> TutorTexts {
    switch language {
    case .english: .english
    case .chinese: .chinese
    }
  }
}
