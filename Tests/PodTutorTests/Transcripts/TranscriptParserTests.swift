import PodTutor
import Testing

@Suite("Transcripts of format v1")
struct TranscriptParserTests {
  static let sound = """
    <!-- podlab-transcript: v1 seed=7 size=80x24 -->
    # Title

    Text.

    <!-- podlab: hidden
    pod@lab> cordon node-2
    -->

    ```console
    pod@lab> apply -f - <<YAML
    > kind: Pod
    > YAML
    pod/web created
    pod@lab> get pods
    > no prompt here
    ```

    <!-- podlab: expect error=not-found -->
    <!-- podlab: reset -->
    ```console
    pod@lab> get pod web
    ```

    """

  private func parse(_ text: String) throws -> Transcript {
    try TranscriptParser.parse(
      TextFile(path: "t.md", text: text), isIncomplete: heredocIsIncomplete)
  }

  @Test("commands, continuations and output are told apart")
  func sound() throws {
    let transcript = try parse(Self.sound)
    #expect(transcript.title == "Title")
    #expect(transcript.settings.seed == 7)
    #expect(
      transcript.steps.map(\.command) == [
        "cordon node-2", "apply -f - <<YAML\nkind: Pod\nYAML", "get pods", "get pod web",
      ])
    #expect(transcript.steps.map(\.output) == [[], ["pod/web created"], ["> no prompt here"], []])
    #expect(transcript.steps.map(\.outputLines) == [8..<8, 14..<15, 16..<17, 23..<23])
    #expect(transcript.blocks.map(\.isHidden) == [true, false, false])
    #expect(transcript.blocks[2].expectedError == "not-found")
    #expect(transcript.blocks[2].startsAfresh)
  }

  static let breaks: [(old: String, new: String, place: String, message: String)] = [
    ("<!-- podlab-transcript: v1 seed=7 size=80x24 -->\n", "", "t.md:1:1", "no transcript"),
    ("v1 seed", "v2 seed", "t.md:1:25", "`v2` is not known"),
    ("seed=7", "seed=x", "t.md:1:1", "`seed=x` is no setting"),
    ("size=80x24", "size=80", "t.md:1:1", "`size=80` is no setting"),
    ("pod@lab> apply", "apply", "t.md:11:1", "output stands before"),
    ("> YAML\n", "YAML\n", "t.md:13:1", "not complete"),
    ("pod@lab> get pods\n", "pod@lab> \n", "t.md:15:1", "no command behind"),
    ("expect error=not-found", "expect failure", "t.md:19:1", "is no directive"),
    (
      "```console\npod@lab> get pod web", "Text.\n\n```console\npod@lab> get pod web", "t.md:20:1",
      "no `console` fence"
    ),
    (
      "```console\npod@lab> get pod web", "- ```console\n  pod@lab> get pod web", "t.md:21:1",
      "indented"
    ),
    ("get pod web\n```\n", "get pod web\n", "t.md:21:1", "no end"),
    ("Text.", "Te\u{7}xt.", "t.md:4:3", "U+7"),
    ("cordon node-2\n-->", "cordon node-2\n", "t.md:6:1", "no end"),
    ("pod@lab> cordon node-2\n", "", "t.md:6:1", "no command"),
  ]

  @Test("each mistake is found", arguments: breaks.indices)
  func broken(_ index: Int) throws {
    let change = Self.breaks[index]
    let text = Self.sound.replacing(change.old, with: change.new, maxReplacements: 1)
    #expect(text != Self.sound)
    let errors = #expect(throws: SourceErrors.self) { try parse(text) }
    let all = errors?.errors ?? []
    #expect(
      all.contains { "\($0.position)" == change.place && $0.message.contains(change.message) },
      "wanted \(change.place) \(change.message), found\n\(all)")
  }

  @Test("no prefix of a transcript crashes the parser")
  func prefixes() {
    for end in Self.sound.indices { _ = try? parse(String(Self.sound[..<end])) }
  }
}
