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
    var store = ProgressStore(files)
    store.takeJournal()
    try store.begin(Journal(lesson: "first-pod", digest: "abc"))
    for command in Self.commands { try store.append(Journal.Entry(command: command)) }
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
      var store = ProgressStore(files)
      store.takeJournal()
      let found = store.load()
      let whole = text.split(separator: "\n", omittingEmptySubsequences: false).count - 2
      #expect(found.journal?.commands ?? [] == Array(Self.commands.prefix(max(0, whole))))
      #expect(found.warnings.isEmpty, "\(length): \(found.warnings)")
      // What is written next stands in a line of its own.
      guard found.journal != nil else { continue }
      try store.append(Journal.Entry(command: "step"))
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
    var store = ProgressStore(files)
    store.takeJournal()
    let found = store.load()
    #expect(found.warnings.count == 1)
    #expect(found.warnings.first?.contains(place) == true)
    #expect(found.warnings.first?.contains("\u{1B}") == false)
    #expect(files["\(name).broken-1"] == text)
    // What was good is used, and the next look finds nothing wrong.
    if text.hasPrefix(Self.journal) { #expect(found.journal?.commands == Self.commands) }
    if text.hasPrefix(Self.progress) {
      #expect(found.book.state(of: "create", in: "first-pod") == .passed)
    }
    #expect(store.load().warnings.isEmpty)
  }

  @Test("files that a command read are kept with it; without its command they are dropped")
  func filesOfCommands() throws {
    let files = MemoryStateFiles()
    var store = ProgressStore(files)
    store.takeJournal()
    try store.begin(Journal(lesson: "first-pod", digest: "abc", seed: 7))
    let read = TextFile(path: "web.yaml", text: "kind: Pod\r\nx: \"\\n\"\n")
    let entry = Journal.Entry(command: "apply -f web.yaml", files: [read])
    try store.append(entry)
    #expect(store.load().journal?.entries == [entry])
    #expect(store.load().journal?.seed == 7)
    files["journal"]? += "< a.yaml\\nkind: Pod\n"
    #expect(store.load().journal?.entries == [entry])
    #expect(files["journal"]?.contains("a.yaml") == false)
  }

  @Test("a second session at the same time has a journal of its own, and loses nothing of the book")
  func twoSessions() throws {
    let files = MemoryStateFiles()
    var stores = [ProgressStore(files), ProgressStore(files)]
    for index in stores.indices {
      stores[index].takeJournal()
      try stores[index].begin(Journal(lesson: "lesson-\(index)", digest: "abc"))
    }
    #expect(stores.map { $0.load().journal?.lesson } == ["lesson-0", "lesson-1"])
    for (index, store) in stores.enumerated() {
      _ = try store.update { $0.enter(.passed, "step-\(index)", in: "l", hints: 0) }
    }
    #expect(stores[0].load().book.entries.map(\.step) == ["step-0", "step-1"])
    files.releaseAll()
    var later = ProgressStore(files)
    later.takeJournal()
    #expect(later.load().journal?.lesson == "lesson-0")
  }

  @Test("a file of a million lines of nonsense is named, not read to the end")
  func nonsense() {
    let text = String(repeating: "nonsense\n", count: 1_000_000)
    let (book, problems) = ProgressBook.read(text)
    #expect(book.entries.isEmpty)
    #expect(problems.count == 20)
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
