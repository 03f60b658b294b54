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
    throw Conversation.open(with: tutor.begin(), of: tutor, console)
  }
}
