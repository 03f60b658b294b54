internal import ArgumentParser
internal import PodTutor

/// `podlab transcript update`.
struct TranscriptUpdate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Write into transcripts what their commands print now.",
    discussion: """
      Only output changes; prose and commands stay byte for byte. Look at the differences before you \
      commit them. It does not run where the variable CI is set: there a page is verified.
      Exit codes: 0 all pages are up to date, 1 one could not be updated, 2 usage.
      """)

  @Argument(help: "Files, FILE:LINE for one fence, or folders with *.md files.")
  var paths = ["transcripts"]

  @ArgumentParser.Flag(
    help: "Also where a command that succeeded fails now, or the other way round.")
  var acceptErrors = false

  @ArgumentParser.Flag(help: "Print the changes as JSON for an editor, and write nothing.")
  var emitEdits = false

  func run() throws {
    let console = Console(terminal: Terminal())
    guard emitEdits || Environment.process.nonEmpty("CI") == nil else {
      console.complain("transcript update changes files, and CI is set; use transcript verify")
      throw ExitStatus.usage
    }
    var status = ExitStatus.success
    for path in paths {
      let address = PageAddress(path)
      for page in try TranscriptCommand.pages([address.path], console)
      where !update(page, line: address.line, console) { status = .failure }
    }
    throw status
  }

  private func update(_ page: TextFile, line: Int?, _ console: Console) -> Bool {
    do {
      let update = try TranscriptUpdater.update(
        page, acceptErrors: acceptErrors, line: line, beside: TranscriptCommand.beside)
      if emitEdits {
        console.output.write(update.edits.map { $0.json(of: page.path) }.joined())
        return true
      }
      guard update.text != page.text else {
        console.output.write("same     \(page.path)\n")
        return true
      }
      try TextFiles.replace(page.path, with: update.text)
      let steps = update.changedSteps == 1 ? "1 step" : "\(update.changedSteps) steps"
      console.output.write(update.report + "updated  \(page.path)  \(steps)\n")
      return true
    } catch let error as TextFiles.Failure {
      console.complain(error.message)
    } catch {
      console.errors.write("\(error)\n".withVisibleControls)
    }
    return false
  }
}
