import PodTutor
import Testing

@Suite("Progress survives whatever happens to its files")
struct ProgressTests {
  private static let journal = """
    podlab journal 1 lesson=first-pod text=abc
    > create pod web --image=nginx
    > apply -f - <<YAML\\nkind: Pod\\nYAML
    > echo a\\\\b

    """

  private static let commands = [
    "create pod web --image=nginx", "apply -f - <<YAML\nkind: Pod\nYAML", "echo a\\b",
  ]

  private static let progress = "podlab progress 1\nfirst-pod create passed hints=1\n"

  @Test("a journal comes back as it was written")
  func roundTrip() throws {
    let files = MemoryStateFiles()
    let store = ProgressStore(files)
    try store.begin(Journal(lesson: "first-pod", digest: "abc"))
    for command in Self.commands { try store.append(command) }
    #expect(files["journal"] == Self.journal)
    let found = store.load()
    #expect(found.journal?.commands == Self.commands)
    #expect(found.warnings.isEmpty)
  }

  @Test("a journal cut at any byte gives the whole lines before the cut, without a word")
  func truncated() throws {
    for length in 0...Self.journal.utf8.count {
      let text = String(decoding: Self.journal.utf8.prefix(length), as: UTF8.self)
      let files = MemoryStateFiles(["journal": text])
      let store = ProgressStore(files)
      let found = store.load()
      let whole = text.split(separator: "\n", omittingEmptySubsequences: false).count - 2
      #expect(found.journal?.commands ?? [] == Array(Self.commands.prefix(max(0, whole))))
      #expect(found.warnings.isEmpty, "\(length): \(found.warnings)")
      // What is written next stands in a line of its own.
      guard found.journal != nil else { continue }
      try store.append("step")
      #expect(store.load().journal?.commands == found.journal.map { $0.commands + ["step"] })
    }
  }

  @Test(
    "garbage is named with its line and set aside",
    arguments: [
      ("journal", "\u{0}\u{1B}[31m\n", "journal:1"),
      ("journal", "podlab journal 1 lesson=../x text=1\n", "journal:1"),
      ("journal", journal + "what is this\n> step\n", "journal:5"),
      ("journal", journal + "> a\\x\n", "journal:5"),
      ("progress", "nonsense\n", "progress:1"),
      ("progress", progress + "first-pod delete perhaps hints=0\n", "progress:3"),
      ("progress", progress + "first-pod delete passed hints=-1\n", "progress:3"),
    ])
  func garbage(_ name: String, _ text: String, _ place: String) {
    let files = MemoryStateFiles([name: text])
    let found = ProgressStore(files).load()
    #expect(found.warnings.count == 1)
    #expect(found.warnings.first?.contains(place) == true)
    #expect(found.warnings.first?.contains("\u{1B}") == false)
    #expect(files["\(name).broken-1"] == text)
    // What was good is used, and the next look finds nothing wrong.
    if text.hasPrefix(Self.journal) { #expect(found.journal?.commands == Self.commands) }
    if text.hasPrefix(Self.progress) {
      #expect(found.book.state(of: "create", in: "first-pod") == .passed)
    }
    #expect(ProgressStore(files).load().warnings.isEmpty)
  }

  @Test("a better result replaces a worse one, never the other way")
  func ranks() {
    var book = ProgressBook()
    book.enter(.skipped, "a", in: "l", hints: 0)
    book.enter(.passed, "a", in: "l", hints: 2)
    book.enter(.passedWithSolution, "a", in: "l", hints: 0)
    #expect(book.state(of: "a", in: "l") == .passed)
    #expect(book.entries.count == 1)
  }
}
