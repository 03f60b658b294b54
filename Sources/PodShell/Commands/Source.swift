internal import PodEngine

/// `source FILE`: runs the commands of a script here.
struct Source: Command {
  static let description = CommandDescription(
    "source", .time, synopsis: "source FILE", about: "run the commands of a script in this session",
    examples: ["help source", "advance 5s && source --help"], arguments: [.file])

  private let file: Word

  init(_ call: Invocation) throws(CommandError) {
    file = try call.argument(0, "the name of a file", of: "source")
    try call.refuseArguments(after: 1, of: "source")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    do {
      let text = try bench.configuration.files.read(file.text)
      bench.followUp = .source(path: file.text, text: text)
    } catch { throw CommandError(error, position: file.position) }
  }
}
