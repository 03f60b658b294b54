import PodShell
import Testing

/// `drain`, in kubectl's words.
struct DrainTests {
  private static func laboratory() -> Laboratory {
    var laboratory = Laboratory()
    _ = laboratory.type(
      """
      apply -f - <<YAML
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        nodeName: node-1
        terminationGracePeriodSeconds: 7
        containers:
        - {name: app, image: busybox, command: [sh, -c, "trap '' TERM; while true; do sleep 1; done"]}
      YAML
      """)
    _ = laboratory.type("advance 3s")
    return laboratory
  }

  @Test func refusesPodsThatNobodyReplaces() {
    var laboratory = Self.laboratory()
    let problem =
      "cannot delete cannot delete Pods that declare no controller (use --force to override): default/web"
    #expect(
      laboratory.type("drain node-1") == """
        node/node-1 cordoned
        error: unable to drain node "node-1" due to error: \(problem), continuing command...
        There are pending nodes to be drained:
         node-1
        \(problem)

        """)
    // The cordon stands.
    #expect(laboratory.type("cordon node-1") == "node/node-1 already cordoned\n")
  }

  @Test(arguments: [
    (
      "drain node-1 --force --dry-run=client",
      """
      node/node-1 cordoned (dry run)
      Warning: deleting Pods that declare no controller: default/web
      evicting pod default/web (dry run)
      node/node-1 drained (dry run)

      """
    ),
    (
      "drain node-1 --force",
      """
      node/node-1 cordoned
      Warning: deleting Pods that declare no controller: default/web
      evicting pod default/web
      pod/web evicted
      node/node-1 drained
      clock +7s → 0:10

      """
    ),
    (
      "drain node-1 --force --disable-eviction --grace-period=2",
      """
      node/node-1 cordoned
      Warning: deleting Pods that declare no controller: default/web
      pod/web deleted
      node/node-1 drained
      clock +2s → 0:05

      """
    ),
    (
      "drain node-1 --pod-selector=app=other",
      """
      node/node-1 cordoned
      node/node-1 drained

      """
    ),
    (
      "drain node-1 --force --timeout=3s",
      """
      node/node-1 cordoned
      Warning: deleting Pods that declare no controller: default/web
      evicting pod default/web
      There are pending pods in node "node-1" when an error occurred: error when waiting for pod "web" in namespace "default" to terminate: global timeout reached: 3s
      pod/web
      error: unable to drain node "node-1" due to error: error when waiting for pod "web" in namespace "default" to terminate: global timeout reached: 3s, continuing command...
      clock +3s → 0:06
      There are pending nodes to be drained:
       node-1
      error when waiting for pod "web" in namespace "default" to terminate: global timeout reached: 3s

      """
    ),
    ("drain nope", "Error from server (NotFound): nodes \"nope\" not found\n"),
  ])
  func says(_ command: String, _ expected: String) {
    var laboratory = Self.laboratory()
    #expect(laboratory.type(command) == expected)
  }

  @Test func refusesToThrowAwayData() {
    var laboratory = Laboratory()
    _ = laboratory.type(
      """
      apply -f - <<YAML
      apiVersion: v1
      kind: Pod
      metadata: {name: data}
      spec:
        nodeName: node-1
        containers: [{name: app, image: nginx}]
        volumes: [{name: v, emptyDir: {}}]
      YAML
      """)
    #expect(
      laboratory.type("drain node-1 --force").contains(
        "cannot delete Pods with local storage (use --delete-emptydir-data to override): "
          + "default/data"))
    _ = laboratory.type("advance 3s")
    #expect(
      laboratory.type("drain node-1 --force --delete-emptydir-data").contains(
        "node/node-1 drained\n"))
  }
}
