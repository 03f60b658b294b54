import PodEngine
import PodShell
import PodTutor
import Testing

/// What somebody does who does not follow the path.
@Suite("The learner's own way through a lesson")
struct LearnersWayTests {
  private func tutor(_ text: String) -> Tutor {
    let library = LessonLibrary(sources: [TextFile(path: "small.md", text: text)])
    var tutor = Tutor(library: library)
    _ = tutor.begin()
    return tutor
  }

  @discardableResult
  private func type(_ commands: String..., into tutor: inout Tutor) -> String {
    var text = ""
    for command in commands { text = tutor.submit(command).output.map(\.text).joined() }
    return text
  }

  private static let prepared = soundLesson.replacing(
    "## Make it\n", with: "```podlab setup\nrun old --image=nginx\nadvance 5s\n```\n\n## Make it\n")

  @Test("undo ends where the lesson begins: nobody typed the setup")
  func undo() {
    var tutor = tutor(Self.prepared)
    let start = tutor.session.cluster.now
    #expect(tutor.submit("undo").error?.message == "error: nothing to undo")
    #expect(tutor.submit("rewind 3s").error != nil)
    type("create pod web --image=nginx", "undo 20", into: &tutor)
    #expect(tutor.session.cluster.now == start)
    #expect(type("get pods", into: &tutor).contains("old"))
  }

  @Test("a title that ends its own sentence gets no second stop")
  func titles() {
    var tutor = tutor(soundLesson.replacing("## Make it", with: "## Can you make it?"))
    let text = type("create pod web --image=nginx", into: &tutor)
    #expect(text.contains("Step 1 of 2 done: Can you make it?\n"))
    #expect(!text.contains("?."))
  }

  @Test("a question is shown again as it was shown first, without the marks of emphasis")
  func quiz() {
    var tutor = tutor(
      soundLesson.replacing("(x) No.\n    It", with: "(x) No, *post*Start.\n    It"))
    let first = type("create pod web --image=nginx", "next", into: &tutor)
    #expect(first.contains("  b) No, postStart.\n"))
    let again = type("quiz", into: &tutor)
    #expect(!again.isEmpty && first.hasSuffix(again))
    #expect(type("check", into: &tutor) == again)
  }

  @Test("a line that must never hold says what is so instead")
  func never() {
    var tutor = tutor(
      soundLesson.replacing("expect pod/web", with: "never pod/old absent\nexpect pod/web")
        .replacing(
          "## Make it\n", with: "```podlab setup\nrun old --image=nginx\n```\n\n## Make it\n\n`old`"
        )
    )
    #expect(type("check", into: &tutor).contains("- met: so far, pod/old exists."))
  }

  @Test("whoever types what the step says is not stuck")
  func notStuck() {
    let steps = "Make a Pod named web.\n\n```text\nget nodes\nget pods\n```\n"
    var tutor = tutor(soundLesson.replacing("Make a Pod named web.", with: steps))
    #expect(!type("get nodes", "get pods", "get nodes", "get pods", into: &tutor).contains("hint"))
    #expect(type("get ns", "get ns", "get ns", into: &tutor).contains("`hint` helps"))
  }

  /// Make a Pod; a question; let it die and see that it has died in this step.
  private static let spoiled = soundLesson.replacing(
    "## Think",
    with: """
      ## Lose it

      Delete web, and let it go.

      ```podlab check lose
      once pod/web absent
      ```

      <details><summary>Solution</summary>

      ```podlab solution
      delete pod web
      advance 1m
      ```
      </details>

      ## Think
      """)

  @Test(
    "what was done before `next` is done",
    arguments: [
      ["delete pod web", "advance 1m", "next"],
      ["delete pod web", "next", "advance 1m"],
      ["next", "delete pod web", "advance 1m"],
    ])
  func ahead(_ commands: [String]) {
    var tutor = tutor(Self.spoiled)
    type("create pod web --image=nginx", into: &tutor)
    var text = ""
    for command in commands { text += type(command, into: &tutor) }
    #expect(text.contains("Step 2 of 3 done: Lose it."))
  }

  @Test("reset leads to the moment when the step before was done")
  func reset() {
    var tutor = tutor(Self.spoiled)
    type("create pod web --image=nginx", "delete pod web", "advance 1m", "next", into: &tutor)
    type("reset step", into: &tutor)
    #expect(type("get pods", into: &tutor).contains("web"))
    #expect(tutor.submit("next").error?.exitCode == 3)
  }

  @Test("a setup that grows beyond the limits is stopped while it grows")
  func limits() throws {
    func error(_ setup: String, work: Int = LessonLimits.work) throws -> CommandError? {
      let text = soundLesson.replacing(
        "## Make it\n", with: "```podlab setup\n\(setup)\n```\n\n## Make it\n")
      let lesson = try parseLesson(text)
      do { _ = try lesson.startSession(SessionConfiguration(), work: work) } catch {
        return error.error
      }
      return nil
    }
    let crowd = try error("create deployment d --image=nginx --replicas=5000\nadvance 1m")
    #expect(crowd?.message == "error: the cluster holds no more than 2000 objects here")
    let circle = "create pod w --image=busybox -- sh -c 'while true; do :; done'\nadvance 24h"
    let endless = try error(circle, work: 300)
    #expect(endless?.name == "limit")
    #expect(endless?.message.contains("more work than a lesson may cause") == true)
    #expect(try error("advance 10m", work: 300) == nil)
  }
}
