internal import ArgumentParser
internal import PodTutor

/// `podlab learn`.
struct LearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn", abstract: "Go on with the lesson where you stopped.")

  @OptionGroup var laboratory: LaboratoryOptions

  func run() throws {
    let console = Console(terminal: laboratory.terminal)
    var tutor = try laboratory.learnerShell(console)
    let greeting = tutor.begin()
    try laboratory.beginRecording(&tutor, console)
    throw Conversation.open(with: greeting, of: tutor, console)
  }
}
