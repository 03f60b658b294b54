internal import ArgumentParser
internal import CLibedit
internal import Glibc
internal import PodShell
internal import PodTutor

/// `podlab present FILE|LESSON`: a talk in which nobody mistypes.
struct PresentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "present",
    abstract: "Type a lesson or a file for you: Enter types the next line, visibly.",
    discussion: "Whatever you type yourself runs as always; Enter on an empty line goes on.")

  @Argument(help: "The id of a lesson; or a transcript (.md), or a file with commands.")
  var subject: String

  @OptionGroup var laboratory: LaboratoryOptions

  func run() throws {
    let console = Console(terminal: laboratory.terminal)
    var tutor = Tutor(
      library: try laboratory.library(console), configuration: laboratory.configuration(.terminal),
      style: TutorStyle(width: min(Terminal.size().columns - 1, 100)), seed: laboratory.seed)
    let (commands, greeting) = try script(&tutor, console)
    let isEditing = console.terminal.manner == .editing
    throw Conversation.open(with: greeting, of: tutor, console) { source in
      PresenterSource(source, commands: commands) { text in
        // Over the prompt at which Enter was pressed.
        if isEditing { console.output.write("\u{1B}[A\r\u{1B}[K") }
        for character in text {
          console.output.write(String(character))
          // As fast as somebody types who has done it before.
          if isEditing { usleep(25_000) }
        }
      }
    }
  }

  private func script(_ tutor: inout Tutor, _ console: Console) throws -> ([String], Outcome) {
    if let lesson = try laboratory.library(console)[subject] {
      return (Presentation.commands(of: lesson), tutor.begin(lesson: subject))
    }
    do {
      guard let file = try TextFiles.read(subject, ending: [""]).first else {
        throw ValidationError("\(subject) is an empty folder.")
      }
      return (try Presentation.commands(in: file), Outcome())
    } catch let error as TextFiles.Failure {
      console.complain("\(error.message), and no lesson has this id; podlab lesson list shows them")
    } catch let error as SourceErrors {
      console.errors.write("\(error)\n")
    }
    throw ExitStatus.usage
  }
}
