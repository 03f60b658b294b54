import PodShell
import Testing

/// Moving in time: `step`, `until`, `break`, `undo`, `load`.
struct TimeTests {
  private static func lab(_ script: String...) -> Laboratory {
    var lab = Laboratory()
    for line in script { _ = lab.type(line) }
    return lab
  }

  @Test func stepBackTakesOneChangeBack() {
    var lab = Self.lab("create pod web --image=nginx", "step 2")
    let before = lab.type("get pod web -o yaml")
    let clock = lab.type("clock")
    _ = lab.type("step")
    #expect(lab.type("get pod web -o yaml") + lab.type("clock") != before + clock)
    #expect(lab.type("step back").contains("clock -"))
    #expect(lab.type("get pod web -o yaml") == before)
    #expect(lab.type("clock") == clock)
  }

  @Test func stepBackIsUndone() {
    var lab = Self.lab("create pod web --image=nginx", "advance 30s")
    let before = lab.type("get pods -o yaml") + lab.type("clock")
    _ = lab.type("step back")
    #expect(lab.type("get pods -o yaml") + lab.type("clock") != before)
    #expect(lab.type("undo").hasPrefix("undone: step back"))
    #expect(lab.type("get pods -o yaml") + lab.type("clock") == before)
  }

  @Test func stepBackReachesTheBeginning() {
    var lab = Self.lab("create pod web --image=nginx", "advance 10s")
    var answers: [String] = []
    for _ in 0..<40 { answers.append(lab.type("step back")) }
    #expect(answers.last == "error: there is no earlier change to go back to\n")
    #expect(lab.type("get pods") == "No resources found in default namespace.\n")
  }

  @Test func stepsAreCounted() {
    var (one, many) = (
      Self.lab("create pod web --image=nginx", "step", "step", "step"),
      Self.lab("create pod web --image=nginx", "step 3")
    )
    #expect(one.type("get pods -o yaml") == many.type("get pods -o yaml"))
    #expect(one.type("clock") == many.type("clock"))
  }

  /// Where `until` stops, and what a wish looks like.
  @Test(arguments: [
    ("'pod/web condition=Ready'", "0:01.442"),
    ("web condition=Ready", "0:01.442"),
    ("'pod/web -n default phase == Running'", "0:01.442"),
    ("'pod/web status != Pending'", "0:00"),
    ("'pod/web {.status.podIP} exists'", "0:01.442"),
    ("'pod/web {.status.phase} in Running,Failed'", "0:01.442"),
    ("'pods -l run=none absent'", "0:00"),
    ("'pods -l app=owned condition=Ready'", "0:01.442"),
    ("'count(pods -l app=owned) == 2'", "0:00"),
    ("'count(pods) >= 3'", "0:00"),
    ("'event reason=Started on pod/web'", "0:01.442"),
    ("'event reason=Started on pod/web count >= 1'", "0:01.442"),
    ("'event on pod/web message contains Successfully pulled'", "0:01.442"),
    ("'pod/web condition=Ready=False,reason=Nonsense'", nil),
    ("'pod/web {.status.conditions[Ready].status} == True'", "0:01.442"),
    ("'pod/web {.status.containerStatuses[web].started} == true'", "0:01.442"),
    ("'pod/web age >= 5s'", "0:05"),
    ("'pod/web age > 5s'", "0:05.001"),
    ("'process of pod/web exists'", "0:01.442"),
    ("'process on node/node-9 of pod/web exists'", nil),
    ("'log of pod/web contains worker'", "0:01.442"),
    ("'log of pod/web/web contains nothing of this'", nil),
  ])
  func untilStops(_ wish: String, _ clock: String?) {
    var lab = Self.lab(
      "create pod web --image=nginx", "create deployment owned --image=nginx --replicas=2")
    let answer = lab.type("until \(wish) --max 10s")
    guard let clock else {
      #expect(answer.contains("timed out waiting for"), "\(answer)")
      return
    }
    #expect(!answer.contains("error"), "\(answer)")
    #expect(lab.type("clock").hasPrefix("clock \(clock) "), "\(answer)")
  }

  @Test(arguments: [
    ("until web", "error: until needs an object and a condition"),
    ("until 'count(pods) == x'", "error: \"x\" is no number"),
    ("until 'count(pods == 3'", "error: count( is not closed with )"),
    ("until 'event exists'", "error: which event?"),
    ("until 'pod/web shape < 3m'", "error: \"shape < 3m\" is no condition"),
    ("until 'pod/web age < soon'", "error: time: invalid duration \"soon\""),
    ("until 'log of pod/web says x'", "error: a log can only be asked what it contains"),
    ("until 'log of node/node-1 contains x'", "error: \"node/node-1\" is no Pod"),
    ("until 'process on node/node-1 of pod/web sleeps'", "error: a process has no \"sleeps\""),
    ("until 'process of pod/web exists'", "Error from server (NotFound): pods \"web\" not found"),
    ("until 'pod/web {.a[} == 1'", "error: "),
    ("until 'nope condition=Ready'", "Error from server (NotFound): pods \"nope\" not found"),
    ("break 'pods -l = condition=Ready'", "error: "),
    ("step 0", "error: step does not know \"0\""),
  ])
  func refuses(_ line: String, _ words: String) {
    var lab = Laboratory()
    #expect(lab.type(line).hasPrefix(words), "\(lab.type(line))")
  }

  @Test func advanceStopsAtABreakpointOfAnyForm() {
    var lab = Self.lab(
      "create pod web --image=nginx --readiness=http:80/",
      "break 'event reason=Unhealthy on pod/web count >= 2'", "advance 15s",
      "probe fail web readiness")
    let answer = lab.type("advance 5m")
    #expect(
      answer.contains("stopped at breakpoint 1: event reason=Unhealthy on pod/web count >= 2"))
    #expect(lab.type("clock").hasPrefix("clock 0:30 "))
  }

  @Test func aliasesMoveTheClock() {
    var lab = Laboratory()
    for line in ["+30s", "sleep 30", "wait 30", "tick", "ff 5m", "等 30s"] { _ = lab.type(line) }
    #expect(lab.type("clock").hasPrefix("clock 7:01 "))
  }

  @Test func aSavedWorldLoadsNoOther() throws {
    let inner =
      #"{"format": "podlab world", "version": 1, "seed": "1", "nodes": 3, "commands": [], "clock": "0:00", "checksum": "0"}"#
    let outer =
      #"{"format": "podlab world", "version": 1, "seed": "1", "nodes": 3, "commands": [{"command": "clock && load b", "files": []}], "clock": "0:00", "checksum": "0"}"#
    var lab = Laboratory(files: ["a": outer, "b": inner])
    #expect(lab.type("load a").hasPrefix("error: a: replayed, the world comes out otherwise"))
  }
}
