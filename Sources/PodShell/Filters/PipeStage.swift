internal import PodEngine

/// One part of a pipe: a command of podlab, or a filter.
enum PipeStage: Sendable {
  case command(SimpleCommand)
  case filter(PipeFilter)

  var isFilter: Bool { if case .filter = self { true } else { false } }

  /// Whether a word names a filter.
  static func isFilter(_ word: String) -> Bool { FilterDescription.named(word) != nil }

  /// The stages of a command; a filter that is written wrongly is refused before anything runs.
  static func stages(of simple: SimpleCommand) throws(CommandError) -> [Self] {
    var stages: [Self] = []
    if let filter = try beginning(simple) {
      stages.append(.filter(filter))
    } else {
      var first = simple
      (first.filters, first.target) = ([], nil)
      stages.append(.command(first))
    }
    for words in simple.filters {
      let words = CommandTable.withoutProgramName(words)
      guard let name = words.first else { continue }
      if let description = FilterDescription.named(name.text) {
        stages.append(.filter(try PipeFilter(words, description)))
      } else if CommandTable.find(Vocabulary.translated(words)) != nil {
        stages.append(.command(SimpleCommand(words: words)))
      } else {
        throw unknown(name)
      }
    }
    return stages
  }

  /// `cat FILE` and `grep WORD FILE` begin with what is in files, `cat <<EOF` with the lines below.
  private static func beginning(_ simple: SimpleCommand) throws(CommandError) -> PipeFilter? {
    guard let name = simple.words.first?.text, let description = FilterDescription.named(name),
      name != "tee", !isContainerFile(simple.words)
    else { return nil }
    let filter = try PipeFilter(simple.words, description)
    guard !filter.files.isEmpty || simple.heredoc != nil else {
      throw CommandError(
        "usage", "error: \(name) needs a file, or a command before it: get pods | \(name)",
        exitCode: 2)
    }
    return filter
  }

  /// `cat web /etc/hosts` is a file of a container, as `help cat` says.
  private static func isContainerFile(_ words: [Word]) -> Bool {
    guard words.first?.text == "cat" else { return false }
    if words.count == 2 { return words[1].text == "--help" || words[1].text == "-h" }
    let pod = words.count == 3 ? words[1].text : "."
    return !pod.contains(".") && !pod.hasPrefix("/") && !pod.hasPrefix("-")
      && words[2].text.hasPrefix("/")
  }

  /// What people pipe into, and how podlab does the same.
  private static let instead = [
    (name: "jq", advice: "get -o jsonpath='{.status.phase}' picks fields"),
    (
      name: "awk", advice: "cut -c1-20 picks columns, get -o custom-columns=N:.metadata.name fields"
    ),
    (name: "sed", advice: "grep chooses lines, cut parts of them"),
    (name: "xargs", advice: "delete and the like take -l SELECTOR and --all"),
    (name: "watch", advice: "get -w goes on showing changes"),
  ]

  private static func unknown(_ name: Word) -> CommandError {
    let names = FilterDescription.all.map(\.name)
    let near =
      instead.first { $0.name == name.text }?.advice
      ?? NearestName.to(name.text, among: names).map { "did you mean \($0)?" }
    return CommandError(
      "unknown-command", "error: podlab has no filter \(GoSyntax.quoted(name.text))",
      suggestion: near ?? "filters: \(names.joined(separator: ", "))", exitCode: 2,
      position: name.position)
  }
}

/// A filter with its files.
struct PipeFilter: Sendable {
  private let filter: any TextFilter
  /// The files that it reads in place of what comes through the pipe; `tee` writes them.
  let files: [Word]
  private let writes: Bool
  private let appends: Bool

  init(_ words: [Word], _ description: FilterDescription) throws(CommandError) {
    let options = try FilterOptions(words, description)
    filter = try description.filter.init(options)
    let operands = options.has("e") ? 0 : description.operands
    files = Array(options.operands.dropFirst(operands))
    writes = description.name == "tee"
    appends = writes && options.has("a")
    let limit = description.name == "cat" || writes ? Int.max : 1
    guard files.count <= limit else {
      throw options.problem(
        "podlab's \(description.name) takes one file", at: files[limit].position)
    }
  }

  /// Passes a text through; without one the files are read.
  func run(
    _ input: String?, _ access: any FileAccess
  ) throws(CommandError) -> FilterResult {
    if writes {
      for file in files {
        do {
          try access.write(input ?? "", to: file.text, appending: appends)
        } catch { throw CommandError(error, position: file.position) }
      }
      return FilterResult(text: input ?? "")
    }
    let named = files.filter { $0.text != "-" }
    guard !named.isEmpty else { return filter.apply(input ?? "") }
    var text = ""
    for file in named {
      do { text += try access.read(file.text) } catch {
        throw CommandError(error, position: file.position)
      }
    }
    return filter.apply(text)
  }
}
