import PodShell
import Testing

/// `timeline`: the drawing, its limits and its forms.
struct TimelineTests {
  private static let story = [
    "create pod web --image=nginx --readiness=http:80/", "advance 15s",
    "probe fail web readiness", "advance 30s",
  ]

  private static func lab(_ script: [String] = story) -> Laboratory {
    var lab = Laboratory()
    for line in script { _ = lab.type(line) }
    return lab
  }

  /// The drawing of one lane.
  private static func lane(_ name: String, _ drawing: String) -> String? {
    let line = drawing.split(separator: "\n").first {
      $0.drop { $0 == " " }.hasPrefix(name + " ")
    }
    return line.map { String($0.drop { $0 == " " }.dropFirst(name.count).drop { $0 == " " }) }
  }

  @Test func drawsProbesOnTheirTicks() {
    var lab = Self.lab()
    let drawing = lab.type("timeline web")
    #expect(Self.lane("readiness", drawing) == "+        +         f         f         f")
    #expect(Self.lane("Ready", drawing) == "F|True                                  |False")
    #expect(drawing.contains("0:15  you: probe fail web readiness"))
    #expect(drawing.contains("f failed"))
  }

  @Test(arguments: [60, 78, 200]) func keepsToItsWidthInPlainSigns(_ width: Int) {
    var lab = Self.lab([
      "create pod web --image=busybox --command -- sh -c 'sleep 3; exit 1'", "advance 1h",
    ])
    let drawing = lab.type("timeline web --width \(width)")
    let lines = drawing.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= width })
    #expect(drawing.utf8.allSatisfy { $0 == 10 || (32..<127).contains($0) })
    #expect(lines.count < 40)
  }

  @Test func isTheSameEachTime() {
    var (first, second) = (Self.lab(), Self.lab())
    for form in ["", " -o json", " -o svg"] {
      #expect(first.type("timeline web\(form)") == second.type("timeline web\(form)"))
    }
  }

  @Test func showsALaterPartAlone() {
    var lab = Self.lab()
    for option in ["--last 10s", "--since 0:35", "--since 35s"] {
      let drawing = lab.type("timeline web \(option)")
      #expect(drawing.hasPrefix("pod/web on node-2, 0:35 to 0:45;"), "\(drawing)")
      #expect(!drawing.contains("you: probe fail"))
      #expect(drawing.contains("(2 times, last 0:40)") == false)
    }
  }

  @Test func pictureIsWholeAndEscaped() {
    var lab = Self.lab(Self.story + ["annotate pod web note='<script>&\"'"])
    let picture = lab.type("timeline web -o svg")
    #expect(picture.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
    #expect(picture.hasSuffix("</svg>\n"))
    #expect(picture.contains("<title id=\"t\">pod/web on node-2, 0:00 to 0:45</title>"))
    #expect(picture.contains("prefers-color-scheme: dark"))
    #expect(!picture.contains("<script>"))
    #expect(picture.contains("&lt;script&gt;"))
  }

  @Test func nodeShowsWhatIsAndWhatIsShown() {
    var lab = Self.lab(["advance 10s", "kill node node-1", "advance 60s"])
    let drawing = lab.type("timeline node/node-1")
    #expect(Self.lane("machine", drawing) == "|on  |off")
    #expect(Self.lane("Ready", drawing)?.hasSuffix("|Unknown") == true)
  }

  @Test func outlivesThePod() {
    var lab = Self.lab(Self.story + ["delete pod web", "advance 60s"])
    let drawing = lab.type("timeline web")
    #expect(drawing.contains("you: delete pod web"))
    #expect(lab.type("why web").hasPrefix("web was deleted; it was gone at"))
  }

  @Test(arguments: [
    ("timeline", "error: timeline needs a Pod, or node/NAME"),
    ("timeline nope", "Error from server (NotFound): pods \"nope\" not found"),
    ("timeline web --width 10", "error: a width is a number from 60 to 200"),
    ("timeline web -o png", "error: timeline can be drawn as text, json or svg"),
    ("timeline web --since soon", "error: \"soon\" is no time of the clock"),
    ("timeline svc/kubernetes", "error: timeline does not draw services"),
  ])
  func refuses(_ line: String, _ words: String) {
    var lab = Laboratory()
    #expect(lab.type(line).hasPrefix(words))
  }
}
