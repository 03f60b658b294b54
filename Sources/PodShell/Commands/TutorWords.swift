/// The verbs of the tutor and the recorder. The session passes them on: lessons know the session,
/// not the other way.
enum TutorWords {
  static let all = [
    "lesson", "next", "goto", "hint", "check", "solution", "skip", "reset", "quiz", "explore",
    "back", "progress", "record",
  ]

  /// The same verbs as Chinese learners type them.
  private static let chinese = ["提示", "检查"]

  static func contains(_ word: String) -> Bool { all.contains(word) || chinese.contains(word) }
}

/// A command for the recorder, which the tutor carries.
struct ForTheRecorder: Command {
  private let words: [String]

  static let description = CommandDescription(
    "record", .record,
    synopsis:
      "record start FILE [TITLE] | stop | note TEXT | section TITLE | hide | undo | keep | "
      + "keep-errors [off]",
    about: "write the session down as a page that can be verified",
    examples: ["help record", "advance 5s && record --help"],
    arguments: [
      .oneOf(["start", "stop", "note", "section", "hide", "undo", "keep", "keep-errors"]), .file,
    ])

  init(_ call: Invocation) throws(CommandError) {
    words = ["record"] + call.arguments.map(\.text)
  }

  func run(in bench: inout Workbench) throws(CommandError) { bench.request = .tutor(words) }
}

/// A command that the program hands to the tutor.
struct ForTheTutor: Command {
  let words: [String]

  static let description = CommandDescription(
    "lesson", .learn, synopsis: "lesson list|start|next|hint|solution|check|reset|skip",
    about: "learn with guided lessons", examples: ["lesson list", "lesson start"],
    arguments: [.oneOf(["list", "start", "next", "hint", "solution", "check", "reset", "skip"])])

  init(words: [String]) { self.words = words }

  init(_ call: Invocation) throws(CommandError) {
    words = ["lesson"] + call.arguments.map(\.text)
  }

  func run(in bench: inout Workbench) throws(CommandError) { bench.request = .tutor(words) }
}
