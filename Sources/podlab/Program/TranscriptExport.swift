internal import ArgumentParser
internal import PodTutor

/// `podlab transcript export`.
struct TranscriptExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Make recordings, pictures and web pages of transcripts.",
    discussion: """
      Without a format: an asciicast of version 3. Files are written beside the page, or where \
      --output says. The same page gives the same bytes everywhere, so what was exported can be \
      committed, and --check proves that it still fits. A page that does not verify is not exported.
        podlab transcript export transcripts/02-node-dies.md --html
        podlab transcript export transcripts/02-node-dies.md#patience-ends --svg
        podlab transcript export --check
      Exit codes: 0 all is well, 1 something differs or is not true, 2 usage.
      """)

  @Argument(help: "Files, FILE#CHAPTER for one chapter, or folders with *.md files.")
  var paths = ["transcripts"]

  @Option(help: ArgumentHelp("An asciicast: version 2 or 3.", valueName: "version"))
  var cast: Int?

  @ArgumentParser.Flag(help: "A picture of the session, in both colour schemes.")
  var svg = false

  @ArgumentParser.Flag(help: "The picture plays once, without script; implies --svg.")
  var animated = false

  @ArgumentParser.Flag(help: "A web page that needs no script and loads nothing.")
  var html = false

  @ArgumentParser.Flag(help: "Plain text.")
  var text = false

  @ArgumentParser.Flag(help: "The chapters of the recording, as WebVTT.")
  var vtt = false

  @Option(help: "Waiting takes two seconds at most (reading), or as in the cluster (virtual).")
  var time = Pace.reading

  @Option(help: "How much faster the recording plays: 2, 0.5.")
  var speed = 1.0

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("A file, a folder, or - for standard output.", valueName: "path"))
  var output: String?

  @ArgumentParser.Flag(help: "Write nothing; compare the files beside the pages.")
  var check = false

  enum Pace: String, ExpressibleByArgument, CaseIterable { case reading, virtual }

  func validate() throws {
    guard cast.map({ $0 == 2 || $0 == 3 }) ?? true else {
      throw ValidationError("--cast is 2 or 3.")
    }
    guard (0.01...100).contains(speed) else {
      throw ValidationError("--speed is between 0.01 and 100.")
    }
    guard !check || output == nil else {
      throw ValidationError("--check compares the files beside the pages; leave --output away.")
    }
  }

  func run() throws {
    let console = Console(terminal: Terminal())
    if check { throw try ExportCheck(pace: pace, console: console).run(paths, artefacts) }
    let wanted = artefacts.isEmpty ? [.cast(version: 3)] : artefacts
    let pages = try paths.flatMap { path in
      let address = PageAddress(path)
      return try TranscriptCommand.pages([address.path], console).map { ($0, address.anchor) }
    }
    let target = try ExportTarget(output, count: pages.count * wanted.count)
    var status = ExitStatus.success
    for (page, anchor) in pages
    where !export(page, anchor, wanted, to: target, console) { status = .failure }
    throw status
  }

  private var pace: PlaybackPace {
    PlaybackPace(isVirtual: time == .virtual, percent: max(1, Int((speed * 100).rounded())))
  }

  private var artefacts: [Artefact] {
    var wanted: [Artefact] = []
    if let cast { wanted.append(.cast(version: cast)) }
    if svg || animated { wanted.append(.svg(isAnimated: animated)) }
    if html { wanted.append(.html) }
    if text { wanted.append(.text) }
    if vtt { wanted.append(.chapters) }
    return wanted
  }

  private func export(
    _ page: TextFile, _ anchor: String?, _ wanted: [Artefact], to target: ExportTarget,
    _ console: Console
  ) -> Bool {
    do {
      let published = try PublishedPage(page, anchor: anchor, beside: TranscriptCommand.beside)
      for artefact in wanted {
        let text = artefact.text(of: published, pace: pace)
        guard let path = target.path(of: page.path, anchor, artefact) else {
          console.output.write(text)
          continue
        }
        try TextFiles.replace(path, with: text)
        console.output.write("wrote  \(path)  \(text.utf8.count) bytes\n")
      }
      return true
    } catch let error as TextFiles.Failure {
      console.complain(error.message)
    } catch {
      console.errors.write("\(error)\n".withVisibleControls)
    }
    return false
  }
}
