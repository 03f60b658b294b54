import PodEngine
import PodShell
import Testing

@Suite struct PodTableTests {
  /// STATUS, READY and RESTARTS are worked out from the whole status; each case is one rule.
  @Test(arguments: [
    ("phase: Pending", "Pending 0/2 0"),
    ("phase: Failed\nreason: Evicted", "Evicted 0/2 0"),
    (
      "phase: Pending\nconditions: [{type: PodScheduled, reason: SchedulingGated}]",
      "SchedulingGated 0/2 0"
    ),
    (
      """
      phase: Running
      containerStatuses:
      - {name: a, restartCount: 4, state: {waiting: {reason: CrashLoopBackOff}}, \
      lastState: {terminated: {finishedAt: "2026-01-01T00:09:18Z"}}}
      - {name: b, ready: true, state: {running: {}}}
      """, "CrashLoopBackOff 1/2 4 (42s ago)"
    ),
    (
      """
      phase: Running
      containerStatuses:
      - {name: a, state: {terminated: {exitCode: 0, reason: Completed}}}
      - {name: b, ready: true, state: {running: {}}}
      """, "NotReady 1/2 0"
    ),
    (
      """
      phase: Failed
      containerStatuses: [{name: a, state: {terminated: {exitCode: 137, signal: 9}}}]
      """, "Signal:9 0/2 0"
    ),
    (
      """
      phase: Pending
      initContainerStatuses: [{name: i, restartCount: 2, state: {terminated: {exitCode: 3}}}]
      """, "Init:ExitCode:3 0/2 2"
    ),
    (
      """
      phase: Pending
      initContainerStatuses: [{name: i, state: {waiting: {reason: PodInitializing}}}]
      """, "Init:0/1 0/2 0"
    ),
  ])
  func status(of status: String, summary: String) throws {
    let indented = status.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    let pod = try object(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers: [{name: a}, {name: b}]
        initContainers: [{name: i}]
      status:
      \(indented)
      """)
    let found = PodSummary(pod)
    let text =
      "\(found.status) \(found.readyContainers)/\(found.totalContainers) "
      + found.restartText(now: tenMinutes)
    #expect(text == summary)
  }

  @Test func startedSidecarsCountAndTheirRestartsStay() throws {
    let pod = try object(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, deletionTimestamp: "2026-01-01T00:00:00Z"}
      spec:
        containers: [{name: a}]
        initContainers: [{name: s, restartPolicy: Always}, {name: i}]
      status:
        phase: Running
        initContainerStatuses:
        - {name: s, ready: true, started: true, restartCount: 3, state: {running: {}}}
        - {name: i, restartCount: 5, state: {terminated: {exitCode: 0}}}
        containerStatuses: [{name: a, ready: true, restartCount: 1, state: {running: {}}}]
      """)
    let found = PodSummary(pod)
    #expect(found.status == "Terminating")
    #expect(found.readyContainers == 2)
    #expect(found.restarts == 4)
  }
}
