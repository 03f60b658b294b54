internal import ArgumentParser
internal import PodShell
internal import PodTutor

/// `podlab transcript …`.
struct TranscriptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transcript",
    abstract: "Pages that record a session: verify, update, export, new.",
    discussion: """
      A transcript is a Markdown page whose ```console fences hold commands behind `pod@lab> ` \
      and what they print. To make one, record a session: `podlab --record FILE`, or `record start \
      FILE` at the prompt. Or write the commands and let `podlab transcript update` fill in the \
      output.
      """,
    subcommands: [
      TranscriptVerify.self, TranscriptUpdate.self, TranscriptExport.self, TranscriptNew.self,
    ])

  /// The pages in files and folders.
  static func pages(_ paths: [String], _ console: Console) throws -> [TextFile] {
    do {
      return try TextFiles.read(paths, ending: [".md"])
    } catch {
      console.complain(error.message)
      throw ExitStatus.usage
    }
  }

  /// A page sees the files of its own folder.
  static let beside = FilesOfPage { PageFiles(page: $0) }
}

/// A page and a place in it: `FILE`, `FILE:LINE` or `FILE#CHAPTER`.
struct PageAddress: Hashable {
  let path: String
  let line: Int?
  let anchor: String?

  /// A file of exactly that name goes first.
  init(_ text: String) {
    var (path, line, anchor) = (text, Int?.none, String?.none)
    // Compilers, and verify itself, write FILE:LINE:COLUMN.
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let numbers = parts.reversed().prefix(2).prefix { Int($0) != nil }.count
    if DiskFiles.resolved(text) != nil {
      // It is a path as it stands.
    } else if let mark = text.lastIndex(of: "#") {
      (path, anchor) = (String(text[..<mark]), String(text[text.index(after: mark)...]))
    } else if numbers > 0, parts.count > numbers {
      path = parts.dropLast(numbers).joined(separator: ":")
      line = Int(parts[parts.count - numbers])
    }
    (self.path, self.line, self.anchor) = (path, line, anchor)
  }
}
