import PodEngine
import PodShell
import PodTutor
import Testing

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
    var second = tutor(ProgressStore(files))
    let text = second.begin().standardOutput
    #expect(text.contains("Welcome back"))
    #expect(text.contains("Step 3 of 7"))
    #expect(second.session.cluster.now == first.session.cluster.now)
    #expect(second.session.cluster.watchLog.count == first.session.cluster.watchLog.count)
    #expect(second.book == first.book)
    #expect(type("advance 5s", into: &second).contains("Step 3 of 7 done"))
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
