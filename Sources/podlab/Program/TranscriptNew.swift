internal import ArgumentParser
internal import PodTutor

/// `podlab transcript new`.
struct TranscriptNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin a page by hand.",
    discussion: """
      Write prose and commands, then let `podlab transcript update FILE` fill in the output. To make \
      a page by doing, record it: `podlab --record FILE`.
      """)

  @Argument(help: "The page: transcripts/NN-slug.md.")
  var file: String

  @Argument(help: "Its title; without one, what the name of the file suggests.")
  var title: [String] = []

  func run() throws {
    let console = Console(terminal: Terminal())
    guard DiskFiles.resolved(file) == nil else {
      console.complain("\(file) exists; take another name")
      throw ExitStatus.usage
    }
    do {
      try TextFiles.replace(
        file, with: TranscriptDraft.text(path: file, title: title.joined(separator: " ")))
    } catch {
      console.complain(error.message)
      throw ExitStatus.failure
    }
    console.output.write(
      "wrote  \(file)\nNow change it, then: podlab transcript update \(file.quotedForShell)\n")
  }
}
