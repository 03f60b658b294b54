import PodShell
import Testing

@Suite struct SessionJournalTests {
  /// A session and the text of its journal, written after every command.
  private static func journal(
    _ commands: [String], files: [String: String] = [:]
  ) -> (session: Session, text: String) {
    var configuration = SessionConfiguration(
      nodeCount: 2, seed: 7, files: FilesInMemory(texts: files))
    configuration.isInteractive = true
    var session = Session(configuration: configuration)
    var journal = SessionJournal(of: session)
    var text = journal.head
    for command in commands {
      if command == "flow" { _ = session.flow(1000) } else { _ = session.submit(command) }
      text += journal.line(for: session) ?? ""
    }
    return (session, text)
  }

  private static let commands = [
    "apply -f web.yaml", "nope", "delete pod web nope",
    "create deployment a --image=nginx --replicas=3",
    "clock live", "flow", "flow", "clock live off", "config set-context --current --namespace=x",
    "undo",
    "advance 10s", "undo", "redo", "get pods",
  ]
  private static let files = [
    "web.yaml":
      "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: a, image: nginx}]}\n"
  ]

  @Test func `what is replayed is what was`() throws {
    let (session, text) = Self.journal(Self.commands, files: Self.files)
    let found = try #require(FoundJournal(text))
    // The files are gone, and the program was started with other options.
    var (old, new) = (session, found.session(SessionConfiguration()))
    for question in ["get all -A -o yaml", "clock", "history", "history --script", "undo 2"] {
      let (expected, got) = (old.submit(question), new.submit(question))
      #expect(got.standardOutput == expected.standardOutput, "\(question)")
    }
  }

  @Test func `a torn end costs only itself`() throws {
    let (_, text) = Self.journal(["advance 1s", "advance 2s", "advance 4s"])
    let bytes = Array(text.utf8)
    for length in stride(from: 0, through: bytes.count, by: 7) {
      let torn = String(decoding: bytes.prefix(length), as: UTF8.self)
      guard let found = FoundJournal(torn) else { continue }
      let whole = torn.split(separator: "\n", omittingEmptySubsequences: false).count - 2
      #expect(found.count >= whole && found.count <= whole + 1)
    }
    #expect(FoundJournal(text)?.count == 3)
  }

  @Test(arguments: ["", "{}", "x", "[]\n", #"{"format":"podlab journal","version":2}"#])
  func `other texts are none`(_ text: String) { #expect(FoundJournal(text) == nil) }

  @Test func `what changes nothing and was not typed is not written`() {
    var session = Session(configuration: SessionConfiguration())
    var journal = SessionJournal(of: session)
    _ = session.submit("get pods")
    #expect(journal.line(for: session) != nil)
    #expect(journal.line(for: session) == nil)
  }
}
