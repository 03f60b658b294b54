import PodShell
import PodTutor
import Testing

@Suite("What is made of a page")
struct ExportTests {
  private static let body = """
    Prose with <b>HTML</b>, `code`, [a page](other.md#x) and [a trap](javascript:alert(1)).

    <!-- podlab: hidden
    pod@lab> load image nginx
    -->

    ```yaml file=a&b.yaml
    kind: <Pod>
    ```

    ## First "things" first

    ```console
    pod@lab> run web --image=nginx
    pod@lab> advance 5m
    pod@lab> create namespace a
    ```

    ## Then this

    ```console
    pod@lab> get pods
    pod@lab> annotate pod web a='<script>alert(1)</script>'
    pod@lab> get pod web -o jsonpath='{.metadata.annotations.a}'
    pod@lab> apply -f - <<YAML
    > apiVersion: v1
    > kind: Namespace
    > metadata: {name: other}
    > YAML
    pod@lab> get pod nope
    ```

    <!-- podlab: skip reason="not yet" -->
    ```console
    pod@lab> fly
    up
    ```

    """

  private func published() throws -> PublishedPage { try PublishedPage(truePage(Self.body)) }

  @Test("casts keep the rules of their formats", arguments: [2, 3])
  func casts(_ version: Int) throws {
    let cast = Artefact.cast(version: version).text(of: try published())
    #expect(CastValidator(cast).problems == [])
  }

  @Test(
    "versions 2 and 3 agree event by event",
    arguments: [
      PlaybackPace(), PlaybackPace(isVirtual: true), PlaybackPace(percent: 300),
      PlaybackPace(isVirtual: true, percent: 37),
    ])
  func agree(_ pace: PlaybackPace) throws {
    let page = try published()
    let two = CastValidator(Artefact.cast(version: 2).text(of: page, pace: pace)).events
    var three = CastValidator(Artefact.cast(version: 3).text(of: page, pace: pace)).events
    #expect(three.popLast()?.code == "x")
    #expect(two.map(\.time) == three.map(\.time))
    #expect(two.map(\.code) == three.map(\.code))
    #expect(two.map(\.data) == three.map(\.data))
  }

  @Test("waiting is capped for readers, and is the cluster's with --time=virtual")
  func pace() throws {
    let page = try published()
    func length(_ pace: PlaybackPace) -> Int {
      CastValidator(Artefact.cast(version: 3).text(of: page, pace: pace)).events.last?.time ?? 0
    }
    let (reading, virtual) = (length(PlaybackPace()), length(PlaybackPace(isVirtual: true)))
    #expect(reading < 60_000)
    #expect(virtual > 300_000 && virtual < 360_000)
    #expect(length(PlaybackPace(percent: 200)) == reading / 2)
  }

  @Test("the output of a cast is the session, with the keys that were typed")
  func output() throws {
    let events = CastValidator(Artefact.cast(version: 2).text(of: try published())).events
    let text = events.filter { $0.code == "o" }.map(\.data).joined()
    let prompt = "\u{1B}[32mpod@lab>\u{1B}[0m "
    #expect(text.hasPrefix("\(prompt)run web --image=nginx\r\npod/web created\r\n"))
    #expect(
      text.contains("\u{1B}[31mError from server (NotFound): pods \"nope\" not found\u{1B}[0m"))
    #expect(!text.contains("load image"))
    let markers = events.filter { $0.code == "m" }.map(\.data)
    #expect(markers.prefix(2) == ["First \"things\" first", "t=0s run web --image=nginx"])
    #expect(markers.contains("t=5m get pods"))
  }

  @Test("HTML has no script and no door for one")
  func html() throws {
    let html = Artefact.html.text(of: try published())
    #expect(!html.contains("<script") && !html.contains("javascript:") && !html.contains("<b>HTML"))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(html.contains("default-src 'none'"))
    #expect(html.contains("<a href=\"other.html#x\">"))
    #expect(html.contains("<h2 id=\"first-things-first\">"))
    #expect(html.contains("<summary>Before this, 1 command ran unseen</summary>"))
    #expect(html.contains("<p class=\"n\">Not run: not yet</p>"))
    #expect(html.contains("<p class=\"n\">a&amp;b.yaml</p>"))
    #expect(html.contains("data-t=\"t=5m\""))
  }

  @Test("SVG is text, says itself in words, and escapes", arguments: [false, true])
  func svg(_ isAnimated: Bool) throws {
    let svg = Artefact.svg(isAnimated: isAnimated).text(of: try published())
    #expect(
      svg.contains("<title id=\"t\">T</title>") && svg.contains("<desc id=\"d\">pod@lab&gt; run"))
    #expect(!svg.contains("<script") && svg.contains("&lt;script&gt;"))
    #expect(svg.contains("prefers-color-scheme:dark"))
    #expect(svg.contains("prefers-reduced-motion:no-preference") == isAnimated)
    #expect(svg.contains("animation-delay") == isAnimated)
  }

  @Test("plain text and chapters")
  func others() throws {
    let text = Artefact.text.text(of: try published())
    #expect(text.hasPrefix("T\n=\n\nProse with"))
    #expect(text.contains("\n    pod@lab> get pods\n    NAME   READY"))
    let chapters = Artefact.chapters.text(of: try published())
    #expect(chapters.hasPrefix("WEBVTT\n\n00:00:00.000 --> 00:00:0"))
    #expect(chapters.contains("\nt=5m get pods\n"))
  }

  @Test("one chapter")
  func chapter() throws {
    let page = try PublishedPage(truePage(Self.body), anchor: "then-this")
    let svg = Artefact.svg(isAnimated: false).text(of: page)
    #expect(svg.contains(">Then this<") && !svg.contains("create namespace a"))
    let errors = #expect(throws: SourceErrors.self) {
      try PublishedPage(truePage(Self.body), anchor: "nope")
    }
    #expect(errors?.errors.first?.advice == "Its chapters: first-things-first, then-this.")
  }

  @Test("a page that is not true is not published")
  func untrue() {
    let errors = #expect(throws: SourceErrors.self) {
      try PublishedPage(page(console("pod@lab> clock", "wrong")))
    }
    #expect(errors?.errors.first?.message.contains("is not true") == true)
  }

  @Test("long and wide lines go on in the next row")
  func wide() throws {
    let page = try PublishedPage(
      truePage(
        console(
          "pod@lab> create configmap c --from-literal=a=\(String(repeating: "界", count: 100))",
          "pod@lab> get configmap c -o jsonpath='{.data.a}'")))
    let svg = Artefact.svg(isAnimated: false).text(of: page)
    #expect(svg.contains(">\(String(repeating: "界", count: 60))</text>"))
    #expect(svg.contains(">\(String(repeating: "界", count: 40))</text>"))
  }
}
