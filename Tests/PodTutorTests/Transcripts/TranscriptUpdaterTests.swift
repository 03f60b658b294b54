import PodTutor
import Testing

@Suite("update fills in output and changes no meaning")
struct TranscriptUpdaterTests {
  private static let header =
    "<!-- podlab-transcript: v1 seed=1 size=80x24 -->\n# T\n\nProse  stays.\n\n"

  private func page(_ body: String) -> TextFile {
    TextFile(path: "t.md", text: Self.header + body)
  }

  @Test("output is filled in, and twice is once")
  func fill() throws {
    let draft = page(
      "```console\npod@lab> create namespace a\npod@lab> create namespace b\n```\n\nEnd.\n")
    #expect(TranscriptVerifier.verify(files: [draft]).exitCode == 1)
    let update = try TranscriptUpdater.update(draft)
    #expect(update.changedSteps == 2)
    #expect(
      update.text == Self.header
        + "```console\npod@lab> create namespace a\nnamespace/a created\n"
        + "pod@lab> create namespace b\nnamespace/b created\n```\n\nEnd.\n")
    let again = try TranscriptUpdater.update(TextFile(path: "t.md", text: update.text))
    #expect(again.text == update.text)
    #expect(again.changedSteps == 0)
  }

  @Test("a success that became a failure is refused, or annotated on request")
  func newError() throws {
    let draft = page("```console\npod@lab> get pod nope\n```\n")
    let errors = #expect(throws: SourceErrors.self) { try TranscriptUpdater.update(draft) }
    #expect(errors?.errors.first?.position.line == 7)
    #expect(errors?.errors.first?.advice.contains("--accept-errors") == true)
    let update = try TranscriptUpdater.update(draft, acceptErrors: true)
    #expect(update.text.contains("<!-- podlab: expect error=not-found -->\n```console\n"))
    #expect(
      TranscriptVerifier.verify(files: [TextFile(path: "t.md", text: update.text)]).exitCode == 0)
  }

  @Test("a failure that became a success is refused, or its directive goes on request")
  func lostError() throws {
    let draft = page(
      "<!-- podlab: expect error=not-found -->\n```console\npod@lab> get nodes -o name\n```\n")
    #expect(throws: SourceErrors.self) { try TranscriptUpdater.update(draft) }
    let update = try TranscriptUpdater.update(draft, acceptErrors: true)
    #expect(!update.text.contains("expect error"))
  }

  @Test("a failure in the middle of a fence cannot be annotated")
  func middle() {
    let draft = page("```console\npod@lab> get pod nope\npod@lab> get nodes\n```\n")
    let errors = #expect(throws: SourceErrors.self) {
      try TranscriptUpdater.update(draft, acceptErrors: true)
    }
    #expect(errors?.errors.first?.advice.contains("split the fence") == true)
  }

  @Test("elided output stays elided")
  func elided() throws {
    let draft = page(
      "<!-- podlab: elide -->\n```console\npod@lab> get nodes\nNAME [..]\n...\nnode-3 [..] v1[..]\n```\n"
    )
    #expect(try TranscriptUpdater.update(draft).text == draft.text)
    let wrong = TextFile(path: "t.md", text: draft.text.replacing("node-3 ", with: "node-4 "))
    #expect(TranscriptVerifier.verify(files: [wrong]).exitCode == 1)
  }

  @Test("a skipped block is not run, a reset starts afresh")
  func skipAndReset() {
    let body = """
      ```console
      pod@lab> create namespace a
      namespace/a created
      ```

      <!-- podlab: reset -->
      ```console
      pod@lab> create namespace a
      namespace/a created
      ```

      <!-- podlab: skip reason="not yet" -->
      ```console
      pod@lab> fly
      ```

      """
    let report = TranscriptVerifier.verify(files: [page(body)])
    #expect(report.exitCode == 0, "\(report.text)")
    #expect(report.text.contains("1 step skipped"))
  }

  @Test("the first difference is shown in full, later ones are counted")
  func report() {
    let body =
      "```console\npod@lab> create namespace a\nnamespace/b created\npod@lab> get nodes\nx\n```\n"
    let report = TranscriptVerifier.verify(files: [page(body)])
    #expect(
      report.text == """
        t.md:7: step 1, t=0s: pod@lab> create namespace a
        --- t.md (documented)
        +++ this run
        @@ -8,1 +8,1 @@
        -namespace/b created
        +namespace/a created
        … 1 later step differs too, likely because of this one (--all shows it)
        To accept what is so now: podlab transcript update t.md
        1 file, 2 steps, 1 failed

        """)
    #expect(report.githubAnnotations.hasPrefix("::error file=t.md,line=7::the output differs"))
    #expect(report.json.split(separator: "\n").count == 2)
  }

  @Test("nothing to verify is a failure")
  func nothing() {
    #expect(TranscriptVerifier.verify(files: []).exitCode == 2)
    #expect(TranscriptVerifier.verify(files: [page("")]).exitCode == 2)
    #expect(TranscriptVerifier.verify(files: [TextFile(path: "t.md", text: "# T\n")]).exitCode == 2)
  }
}
