import PodTutor
import Testing

@Suite("Checks are read as kubectl wait spells them")
struct AssertionParserTests {
  static let good = [
    "pod/web exists",
    "expect pod/web absent",
    "once event reason=Unhealthy on pod/web exists else \"No.\"",
    "never pod/web {.status.containerStatuses[web].restartCount} > 0",
    "hold 30s pod/web condition=Ready",
    "hold 1m30s pods -l app=web condition=Ready=False,reason=ContainersNotReady",
    "expect node/node-1 {.spec.unschedulable} == true",
    "count(pods -l app=web,tier=front) == 3",
    "count(pods) >= 1",
    "pod/web status == CrashLoopBackOff",
    "pod/web status in Error,CrashLoopBackOff",
    "event reason=BackOff on pod/web count >= 3",
    "event reason=Failed on pod/web message contains \"not found\"",
    "quiz/think right",
    "pod/web {.metadata.uid} != $old",
    "pod/web age < 60s",
    "pod/web {.metadata.deletionTimestamp} exists",
    "pod/web {.metadata.labels.app\\.kubernetes\\.io/name} == web",
    "pod/dns -n kube-system exists",
    "remember old = pod/web {.metadata.uid}",
    "at 50s node/node-1 condition=Ready=Unknown",
    "seeds 1..10 any event reason=Killing on pod/web exists",
    "seeds 3..3 all pod/web condition=Ready",
    "process on node/node-1 of pod/web exists",
    "process of pod/web count == 2",
    "seeds 1..20 any log of pod/web/app contains \"hook first\"",
    "log of pod/web contains ready",
  ]

  @Test("good lines", arguments: good)
  func reads(_ line: String) throws {
    let lesson = try parseLesson(
      soundLesson.replacing("expect pod/web exists else \"Make it.\"", with: line))
    let check = try #require(lesson.steps[0].check)
    #expect(check.assertions.count + check.memories.count == 1)
  }

  static let bad = [
    "pod/web", "exists", "expect", "hold pod/web exists", "count(pods) == ", "count(pods == 3",
    "pod/web {.status.phase} = Running", "pod/web {.status.phase Running", "{.status.phase} == x",
    "pod/web condition=Ready=Perhaps", "event exists", "event reason=X on pod/web old",
    "quiz/think wrong", "pods -l app exists", "pod/web exists please", "pod/web exists else",
    "pod/web exists else advice", "pod/web {.status.phase} == {.spec.nodeName}",
    "remember old pod/web {.metadata.uid}", "node/n status == Ready",
    "seeds 1..10 pod/web exists", "seeds 10..1 any pod/web exists",
    "seeds 1..21 all pod/web exists", "seeds 1-3 any pod/web exists", "at pod/web exists",
    "at 0s pod/web exists", "once process of pod/web exists", "hold 5s log of pod/web contains x",
    "process on pod/web of pod/web exists", "process of node/node-1 exists",
    "process of pod/web running", "log of pod/web exists", "log pod/web contains x",
    "pod/web {.spec.containers[]} exists",
  ]

  @Test("bad lines are refused in their own line", arguments: bad)
  func refuses(_ line: String) throws {
    let text = soundLesson.replacing("expect pod/web exists else \"Make it.\"", with: line)
    let errors = #expect(throws: SourceErrors.self) { try parseLesson(text) }
    #expect(errors?.errors.contains { $0.position.line == 18 } == true)
  }
}
