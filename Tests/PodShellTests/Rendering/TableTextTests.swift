import PodEngine
import PodShell
import Testing

@Suite struct TableTextTests {
  private func pods() throws -> Table {
    let pods = [
      try object(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: default, labels: {run: web}, \
        creationTimestamp: "2026-01-01T00:09:55Z"}
        spec: {containers: [{name: c}], nodeName: node-1}
        status: {phase: Running, podIPs: [{ip: 10.244.0.5}], \
        containerStatuses: [{name: c, ready: true, state: {running: {}}}]}
        """),
      try object("{apiVersion: v1, kind: Pod, metadata: {name: \"a-much-longer-name\"}, spec: {}}"),
    ]
    return TableMaker.table(for: .pods, objects: pods, now: tenMinutes)
  }

  @Test func layoutOfPods() throws {
    #expect(
      TableText.render(try pods()) == """
        NAME                 READY   STATUS    RESTARTS   AGE
        web                  1/1     Running   0          5s
        a-much-longer-name   0/0               0          <unknown>

        """)
  }

  @Test func everyFlag() throws {
    let options = TableOptions(
      wide: true, showLabels: true, labelColumns: ["example.com/run", "run"], withNamespace: true,
      withKind: .pods)
    #expect(
      TableText.render(try pods(), options: options) == """
        NAMESPACE   NAME                     READY   STATUS    RESTARTS   AGE         IP           \
        NODE     NOMINATED NODE   READINESS GATES   RUN   RUN   LABELS
        default     pod/web                  1/1     Running   0          5s          10.244.0.5   \
        node-1   <none>           <none>                  web   run=web
                    pod/a-much-longer-name   0/0               0          <unknown>   <none>       \
        <none>   <none>           <none>                        <none>

        """)
  }

  @Test func onlyTheFirstLineOfACellIsShown() {
    let table = Table(
      columns: [Table.Column("Message"), Table.Column("Count", type: "integer")],
      rows: [
        Table.Row(cells: ["one\ntwo", 3], object: .null), Table.Row(cells: [], object: .null),
      ])
    #expect(
      TableText.render(table, options: TableOptions(noHeaders: true))
        == "one...   3\n         \n")
  }

  @Test func noRowsNoText() {
    let table = TableMaker.table(for: .nodes, objects: [], now: .start)
    #expect(TableText.render(table).isEmpty)
  }

  @Test func watchedColumnsOnlyGrow() throws {
    var watch = TableWatchText(options: TableOptions(), showsEvents: true)
    let columns = [Table.Column("Name"), Table.Column("Status")]
    let first = watch.render(
      Table(columns: columns, rows: [Table.Row(cells: ["w", "Pending"], object: .null)]))
    #expect(first == "EVENT      NAME   STATUS\nADDED      w      Pending\n")
    // The server does not repeat the columns.
    let next = watch.render(
      Table(columns: [], rows: [Table.Row(cells: ["w", "Gone"], object: .null)]), event: .deleted)
    #expect(next == "DELETED    w      Gone\n")
  }

  @Test func eventsOfKubectl() throws {
    let events = [
      try object(
        """
        apiVersion: v1
        kind: Event
        involvedObject: {kind: Pod, name: web}
        metadata: {name: b, namespace: default}
        type: Warning
        reason: BackOff
        message: "Back-off "
        count: 3
        firstTimestamp: "2026-01-01T00:00:00Z"
        lastTimestamp: "2026-01-01T00:09:00Z"
        """),
      try object(
        """
        apiVersion: v1
        kind: Event
        involvedObject: {kind: Pod, name: web}
        metadata: {name: a, namespace: default}
        type: Normal
        reason: Scheduled
        message: ok
        eventTime: "2026-01-01T00:08:00.000000Z"
        """),
    ]
    #expect(
      EventsTable.text(events, now: tenMinutes) == """
        LAST SEEN           TYPE      REASON      OBJECT    MESSAGE
        2m                  Normal    Scheduled   Pod/web   ok
        60s (x3 over 10m)   Warning   BackOff     Pod/web   Back-off

        """)
  }
}
