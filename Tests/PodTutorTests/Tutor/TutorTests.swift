import PodEngine
import PodShell
import PodTutor
import Synchronization
import Testing

/// A disk with one file.
private struct OneFile: FileAccess {
  let path: String
  let text: String

  func read(_ path: String) throws(FileAccessError) -> String {
    guard path == self.path else { throw FileAccessError(.missing, path: path) }
    return text
  }
}

/// A disk that keeps what is written.
private final class WritableFiles: FileAccess {
  private let texts = Mutex<[String: String]>([:])

  subscript(path: String) -> String? {
    get { texts.withLock { $0[path] } }
    set { texts.withLock { $0[path] = newValue } }
  }

  func read(_ path: String) throws(FileAccessError) -> String {
    guard let text = self[path] else { throw FileAccessError(.missing, path: path) }
    return text
  }

  func write(_ text: String, to path: String, appending: Bool) throws(FileAccessError) {
    self[path] = (appending ? self[path] ?? "" : "") + text
  }
}

@Suite("The tutor guides through the first lesson")
struct TutorTests {
  private func tutor(_ store: ProgressStore? = nil) -> Tutor {
    Tutor(configuration: SessionConfiguration(manner: .terminal), store: store)
  }

  /// Types commands and returns what the last one printed.
  @discardableResult
  private func type(_ commands: String..., into tutor: inout Tutor) -> String {
    var text = ""
    for command in commands {
      text = tutor.submit(command).output.map(\.text).joined()
    }
    return text
  }

  @Test("the first screen is one sentence and the first thing to type")
  func firstScreen() {
    var tutor = tutor()
    let text = tutor.begin().standardOutput
    #expect(text.contains("create pod web --image=nginx"))
    #expect(text.split(separator: "\n").count < 16)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test("a step is ticked at once, and only `next` goes on")
  func tick() {
    var tutor = tutor()
    _ = tutor.begin()
    let text = type("create pod web --image=nginx", into: &tutor)
    #expect(text.contains("Step 1 of 7 done: Make a Pod."))
    #expect(tutor.run?.stepIndex == 0)
    #expect(type("next", into: &tutor).contains("Step 2 of 7"))
    #expect(tutor.submit("next").error?.exitCode == 3)
    #expect(tutor.run?.stepIndex == 1)
  }

  @Test("check says what is so and what was expected, and fails with exit code 3")
  func check() {
    var tutor = tutor()
    _ = tutor.begin()
    let outcome = tutor.submit("check")
    #expect(outcome.error?.exitCode == 3)
    #expect(outcome.standardOutput.contains("not yet: pod/web does not exist."))
  }

  @Test("hints are offered after three commands without progress, and depend on the state")
  func hints() {
    var tutor = tutor()
    _ = tutor.begin()
    #expect(!type("get pods", "get nodes", into: &tutor).contains("hint"))
    #expect(type("get pods", into: &tutor).contains("`hint` helps"))
    type("create pod web --image=nginx", "next", into: &tutor)
    #expect(type("hint", into: &tutor).contains("waits for time"))
    #expect(type("hint", into: &tutor).contains("last hint"))
    type("advance 20m", into: &tutor)
    #expect(type("hint", into: &tutor).contains("`undo`"))
    #expect(type("undo", "advance 3s", into: &tutor).contains("Step 2 of 7 done"))
  }

  @Test("the solution asks first")
  func solution() {
    var tutor = tutor()
    _ = tutor.begin()
    #expect(type("solution", into: &tutor).contains("type `solution` once more"))
    #expect(type("solution", into: &tutor).contains("    create pod web --image=nginx"))
    type("create pod web --image=nginx", into: &tutor)
    #expect(tutor.book.state(of: "create", in: "first-pod") == .passedWithSolution)
  }

  @Test("a question is answered by a letter, with a reason for every answer")
  func quiz() {
    var tutor = tutor()
    _ = tutor.begin()
    #expect(type("goto 6", into: &tutor).contains("  c) No"))
    #expect(type("a", into: &tutor).hasPrefix("Not this one. The name says"))
    #expect(type("C", into: &tutor).hasPrefix("Right. Every object"))
    #expect(type("next", into: &tutor).contains("Explore"))
    #expect(type("next", into: &tutor).contains("Lesson done"))
    #expect(tutor.run == nil)
  }

  @Test("explore forks the cluster and back returns bit for bit")
  func explore() {
    var tutor = tutor()
    _ = tutor.begin()
    type("create pod web --image=nginx", "next", "explore", into: &tutor)
    let before = tutor.session.cluster.watchLog.count
    type("delete pod web", "advance 5m", into: &tutor)
    #expect(tutor.session.cluster.watchLog.count > before)
    type("back", into: &tutor)
    #expect(tutor.session.cluster.watchLog.count == before)
    #expect(tutor.session.cluster.now == .start)
  }

  @Test("a reset is undone by undo")
  func reset() {
    var tutor = tutor()
    _ = tutor.begin()
    type("create pod web --image=nginx", "next", "advance 3s", "lesson reset", into: &tutor)
    #expect(tutor.session.cluster.now == .start)
    type("undo", into: &tutor)
    #expect(tutor.session.cluster.now == .start + .seconds(3))
    #expect(tutor.run?.stepIndex == 1)
  }

  @Test("a jump to another step is undone by undo, a whole reset too")
  func jumps() {
    var tutor = tutor()
    _ = tutor.begin()
    #expect(type("goto delete", into: &tutor).contains("Step 4 of 7"))
    let before = tutor.session.cluster.watchLog.count
    #expect(type("reset lesson", into: &tutor).contains("Step 1 of 7"))
    #expect(type("undo", into: &tutor).contains("Back to where you were"))
    #expect(tutor.run?.stepIndex == 3)
    #expect(tutor.session.cluster.watchLog.count == before)
    #expect(tutor.submit("reset everything").error?.exitCode == 2)
    #expect(tutor.submit("goto nowhere").error?.name == "not-found")
  }

  @Test("skip builds what later steps need")
  func skip() {
    var tutor = tutor()
    _ = tutor.begin()
    #expect(type("lesson skip", into: &tutor).contains("create pod web"))
    #expect(tutor.run?.stepIndex == 1)
    #expect(type("advance 3s", into: &tutor).contains("Step 2 of 7 done"))
    #expect(tutor.book.state(of: "create", in: "first-pod") == .skipped)
  }

  @Test("learn comes back in the middle of a step")
  func resume() {
    let files = MemoryStateFiles()
    var first = tutor(ProgressStore(files))
    _ = first.begin()
    type(
      "create pod web --image=nginx", "next", "advance 3s", "next",
      "create pod slow --image=redis", into: &first)
    // The program is killed here; nothing is said or saved any more.
    files.releaseAll()
    var second = tutor(ProgressStore(files))
    let text = second.begin().standardOutput
    #expect(text.contains("Welcome back"))
    #expect(text.contains("Step 3 of 7"))
    #expect(second.session.cluster.now == first.session.cluster.now)
    #expect(second.session.cluster.watchLog.count == first.session.cluster.watchLog.count)
    #expect(second.book == first.book)
    #expect(type("advance 5s", into: &second).contains("Step 3 of 7 done"))
  }

  @Test("files that were named by -f come back with the journal, whatever became of them")
  func resumesFiles() throws {
    let files = MemoryStateFiles()
    let manifest =
      "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n"
      + "spec: {containers: [{name: web, image: nginx}]}\n"
    func tutor(_ files: MemoryStateFiles, _ disk: OneFile) -> Tutor {
      Tutor(
        configuration: SessionConfiguration(manner: .terminal, files: disk),
        store: ProgressStore(files))
    }
    var first = tutor(files, OneFile(path: "web.yaml", text: manifest))
    _ = first.begin()
    #expect(type("apply -f web.yaml", into: &first).contains("Step 1 of 7 done"))
    files.releaseAll()
    var second = tutor(files, OneFile(path: "other.yaml", text: ""))
    #expect(second.begin().standardOutput.contains("Type `next`"))
    #expect(second.session.cluster.watchLog.count == first.session.cluster.watchLog.count)
    // What comes now is read from the disk again.
    #expect(second.submit("apply -f web.yaml").error != nil)
  }

  @Test("in another language: words, facts and the journal")
  func chinese() {
    let files = MemoryStateFiles()
    var first = tutor(ProgressStore(files))
    _ = first.begin()
    #expect(type("lang zh", into: &first).contains("创建一个 Pod"))
    #expect(type("check", into: &first).contains("尚未：pod/web 不存在。"))
    #expect(type("create pod web --image=nginx", into: &first).contains("第 1 步（共 7 步）完成"))
    type("next", "advance 3s", "reset step", into: &first)
    #expect(type("hint", into: &first).contains("等时间过去"))
    files.releaseAll()
    var second = tutor(ProgressStore(files))
    let text = second.begin().standardOutput
    #expect(text.contains("欢迎回来") && text.contains("让时间流动"))
    #expect(type("lang en", into: &second).contains("Let time pass"))
  }

  @Test("progress is shown, exported, imported and forgotten")
  func progress() {
    let disk = WritableFiles()
    var first = Tutor(
      configuration: SessionConfiguration(manner: .terminal, files: disk),
      store: ProgressStore(MemoryStateFiles()))
    #expect(type("progress", into: &first).contains("Nothing is done yet"))
    _ = first.begin()
    type("hint", "create pod web --image=nginx", into: &first)
    #expect(type("progress", into: &first).contains("  - Make a Pod: done, 1 hint"))
    #expect(type("progress export p", into: &first).contains("1 step saved in p."))
    #expect(disk["p"] == "podlab progress 1\nfirst-pod create passed hints=1\n")
    var second = Tutor(
      configuration: SessionConfiguration(manner: .terminal, files: disk),
      store: ProgressStore(MemoryStateFiles()))
    #expect(type("progress import p", into: &second).contains("has 1 step"))
    #expect(second.book == first.book)
    #expect(second.submit("progress forget").error?.exitCode == 2)
    #expect(second.submit("progress forget nothing").error?.name == "not-found")
    #expect(type("progress forget first-pod", into: &second).contains("Forgotten"))
    #expect(second.book.entries.isEmpty)
    disk["bad"] = "nonsense"
    #expect(second.submit("progress import bad").error?.message.contains("bad:1") == true)
    #expect(second.submit("progress import none").error?.name == "file")
  }

  @Test("praise can be switched off, and stays off")
  func praise() {
    let files = MemoryStateFiles()
    var first = tutor(ProgressStore(files))
    _ = first.begin()
    type("lesson praise off", into: &first)
    #expect(!type("create pod web --image=nginx", into: &first).contains("wish"))
    var second = tutor(ProgressStore(files))
    files.releaseAll()
    _ = second.begin()
    type("next", into: &second)
    #expect(!type("advance 3s", into: &second).contains("Running`, `1/1"))
    type("lesson praise on", "reset lesson", into: &second)
    #expect(type("create pod web --image=nginx", into: &second).contains("wish"))
  }

  @Test("a prediction is noted, and judged when the check has shown what is so")
  func prediction() throws {
    let text = soundLesson.replacing(
      "```podlab check make",
      with: "```podlab quiz guess\n? Will it run at once?\n(x) No.\n    It is pending.\n"
        + "( ) Yes.\n    Nothing runs at once.\n```\n\nNow run it.\n\n```podlab check make")
    let library = LessonLibrary(sources: [TextFile(path: "small.md", text: text)])
    #expect(library.errors.isEmpty)
    var tutor = Tutor(library: library)
    let first = tutor.begin().standardOutput
    #expect(first.contains("what you expect") && first.contains("Now run it."))
    #expect(type("b", into: &tutor).contains("Noted: b."))
    let done = type("create pod web --image=nginx", into: &tutor)
    #expect(done.contains("You expected b. Not this one. Nothing runs at once."))
    #expect(LessonLinter.run(library: library).exitCode == 0)
  }

  @Test("the policy of a pack holds")
  func pack() {
    let pack = """
      podlab: 1
      id: strict
      title: Strict
      lessons: [small]
      skip: off
      solutions: after-pass
      welcome: Come in.
      final: Go home.
      """
    let library = LessonLibrary(sources: [
      TextFile(path: "small.md", text: soundLesson), TextFile(path: "pack.yaml", text: pack),
    ])
    var tutor = Tutor(library: library)
    #expect(tutor.begin().standardOutput.hasPrefix("Come in."))
    #expect(type("skip", into: &tutor).contains("cannot be skipped"))
    #expect(tutor.run?.stepIndex == 0)
    #expect(type("solution", into: &tutor).contains("not done yet"))
    type("create pod web --image=nginx", into: &tutor)
    #expect(type("solution", into: &tutor).contains("    create pod web --image=nginx"))
    #expect(type("next", "b", "next", into: &tutor).contains("Go home."))
  }

  @Test("another seed gives other identities, and the journal keeps it")
  func seed() {
    let files = MemoryStateFiles()
    func uid(_ tutor: Tutor) -> String? {
      tutor.session.cluster.objects.pod(ObjectKey(.pods, namespace: "default", name: "web"))?
        .metadata.uid
    }
    var own = tutor()
    var first = Tutor(store: ProgressStore(files), seed: 42)
    _ = own.begin()
    _ = first.begin()
    type("create pod web --image=nginx", into: &own)
    type("create pod web --image=nginx", into: &first)
    #expect(uid(own) != nil && uid(own) != uid(first))
    files.releaseAll()
    var second = tutor(ProgressStore(files))
    _ = second.begin()
    #expect(uid(second) == uid(first))
  }

  @Test("a full disk is said once and stops nobody")
  func fullDisk() {
    var tutor = tutor(ProgressStore(FullDisk()))
    let first = tutor.begin()
    #expect(first.standardError.contains("cannot be saved: no space left"))
    let outcome = tutor.submit("create pod web --image=nginx")
    #expect(outcome.standardOutput.contains("Step 1 of 7 done"))
    #expect(!outcome.standardError.contains("no space left"))
  }

  @Test(
    "words without a lesson say what to do",
    arguments: [
      "next", "hint", "check", "solution", "explore", "back", "goto 1", "quiz", "lesson reset",
      "skip", "reset step",
    ])
  func noLesson(_ command: String) {
    var tutor = tutor()
    #expect(tutor.submit(command).standardError.contains("`lesson start`"))
  }

  @Test("plain words stand without marks, and marks only before words")
  func marks() {
    var plain = tutor()
    _ = plain.begin()
    #expect(!type("create pod web --image=nginx", into: &plain).contains("✓"))
    var marked = Tutor(style: TutorStyle(marks: true))
    _ = marked.begin()
    #expect(type("create pod web --image=nginx", into: &marked).contains("✓ Step 1 of 7 done"))
  }
}
