package import PodShell

/// Progress on the disk: what is done (`progress`), what was chosen, and the commands of the open
/// lesson (`journal`; a second session at the same time has `journal-2`).
package struct ProgressStore: Sendable {
  private let files: any StateFiles
  /// The journal of this session; nil before it was taken, or when there is none to be had.
  private var journalName: String?

  /// More sessions at once than this keep no journal.
  private static let maximumSessions = 20

  package init(_ files: any StateFiles) { self.files = files }

  /// What was found. Damaged files are set aside, never deleted; the warnings say where they are.
  package struct Found: Sendable {
    package var book = ProgressBook()
    package var journal: Journal?
    package var warnings: [String] = []
  }

  /// Takes a journal that no other session has.
  package mutating func takeJournal() {
    guard journalName == nil else { return }
    let names =
      [Journal.fileName] + (2...Self.maximumSessions).map { "\(Journal.fileName)-\($0)" }
    journalName = names.first { files.hold($0) }
  }

  package func load() -> Found {
    var found = Found()
    do {
      if let text = try files.read(ProgressBook.fileName) {
        let (book, problems) = ProgressBook.read(text)
        found.book = book
        try mend(ProgressBook.fileName, problems, with: book.text, &found)
      }
      if let journalName, let text = try files.read(journalName) {
        try readJournal(text, journalName, &found)
      }
    } catch { found.warnings.append("Warning: \(error.message)") }
    return found
  }

  private func readJournal(_ text: String, _ name: String, _ found: inout Found)
    throws(StateFilesError)
  {
    let (journal, problem, isWhole) = Journal.read(text, of: name)
    found.journal = journal
    try mend(name, problem.map { [$0] } ?? [], with: journal?.text ?? "", &found)
    if problem == nil, !isWhole {
      try files.replaceAtomically(name, with: journal?.text ?? "")
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

  /// Changes the book on the disk, which another session may have changed since it was read, and
  /// returns it.
  package func update(_ change: (inout ProgressBook) -> Void) throws(StateFilesError)
    -> ProgressBook
  {
    var book = ProgressBook()
    try files.alone { () throws(StateFilesError) in
      book = try files.read(ProgressBook.fileName).map { ProgressBook.read($0).book } ?? book
      change(&book)
      try files.replaceAtomically(ProgressBook.fileName, with: book.text)
    }
    return book
  }

  /// Begins the journal of a lesson; the old one goes.
  package func begin(_ journal: Journal) throws(StateFilesError) {
    guard let journalName else { return }
    try files.replaceAtomically(journalName, with: journal.text)
  }

  package func append(_ entry: Journal.Entry) throws(StateFilesError) {
    guard let journalName else { return }
    try files.appendLine(Journal.lines(entry).joined(separator: "\n"), to: journalName)
  }

  /// No lesson is open any more.
  package func endJournal() throws(StateFilesError) {
    guard let journalName else { return }
    try files.replaceAtomically(journalName, with: "")
  }
}

// What was chosen once for all.
extension ProgressStore {
  private static let languageFile = "language"
  private static let praiseFile = "praise"

  /// The language that was chosen last; nil when none was.
  package func language() -> Language? {
    guard let text = try? files.read(Self.languageFile) else { return nil }
    return Language(rawValue: text.trimmed)
  }

  package func save(_ language: Language) throws(StateFilesError) {
    try files.replaceAtomically(Self.languageFile, with: language.rawValue + "\n")
  }

  /// Whether praise was switched off.
  package func isPraiseOff() -> Bool {
    guard let text = try? files.read(Self.praiseFile) else { return false }
    return text.trimmed == "off"
  }

  package func save(praise isOn: Bool) throws(StateFilesError) {
    try files.replaceAtomically(Self.praiseFile, with: isOn ? "on\n" : "off\n")
  }
}
