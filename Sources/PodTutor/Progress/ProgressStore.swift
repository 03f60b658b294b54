package import PodShell

/// Progress on the disk: what is done (`progress`), and the commands of the open lesson
/// (`journal`).
package struct ProgressStore: Sendable {
  private let files: any StateFiles

  package init(_ files: any StateFiles) { self.files = files }

  /// What was found. Damaged files are set aside, never deleted; the warnings say where they are.
  package struct Found: Sendable {
    package var book = ProgressBook()
    package var journal: Journal?
    package var warnings: [String] = []
  }

  package func load() -> Found {
    var found = Found()
    do {
      if let text = try files.read(ProgressBook.fileName) {
        let (book, problems) = ProgressBook.read(text)
        found.book = book
        try mend(ProgressBook.fileName, problems, with: book.text, &found)
      }
      if let text = try files.read(Journal.fileName) { try readJournal(text, &found) }
    } catch { found.warnings.append("Warning: \(error.message)") }
    return found
  }

  private func readJournal(_ text: String, _ found: inout Found) throws(StateFilesError) {
    let (journal, problem, isWhole) = Journal.read(text)
    found.journal = journal
    try mend(Journal.fileName, problem.map { [$0] } ?? [], with: journal?.text ?? "", &found)
    if problem == nil, !isWhole {
      try files.replaceAtomically(Journal.fileName, with: journal?.text ?? "")
    }
  }

  /// Sets a damaged file aside and writes what of it is good.
  private func mend(_ name: String, _ problems: [String], with text: String, _ found: inout Found)
    throws(StateFilesError)
  {
    guard let first = problems.first else { return }
    let other = try files.setAside(name)
    try files.replaceAtomically(name, with: text)
    found.warnings.append(
      "Warning: \(first)" + (problems.count > 1 ? " (and \(problems.count - 1) more)" : "")
        + ". The file is kept as \(other); what was good in it is used.")
  }

  private static let languageFile = "language"

  /// The language that was chosen last; nil when none was.
  package func language() -> Language? {
    guard let text = try? files.read(Self.languageFile) else { return nil }
    return Language(rawValue: text.trimmed)
  }

  package func save(_ language: Language) throws(StateFilesError) {
    try files.replaceAtomically(Self.languageFile, with: language.rawValue + "\n")
  }

  package func save(_ book: ProgressBook) throws(StateFilesError) {
    try files.replaceAtomically(ProgressBook.fileName, with: book.text)
  }

  /// Begins the journal of a lesson; the old one goes.
  package func begin(_ journal: Journal) throws(StateFilesError) {
    try files.replaceAtomically(Journal.fileName, with: journal.text)
  }

  package func append(_ command: String) throws(StateFilesError) {
    try files.appendLine(Journal.line(command), to: Journal.fileName)
  }

  /// No lesson is open any more.
  package func endJournal() throws(StateFilesError) {
    try files.replaceAtomically(Journal.fileName, with: "")
  }
}
