import PodShell
import Testing

/// What the shell says of the deprecated Endpoints, of priority classes, and of waiting.
struct EndpointsWordsTests {
  private static let warning =
    "Warning: v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice\n"

  @Test(arguments: ["get endpoints", "get ep web", "describe endpoints web"])
  func whoAsksForEndpointsIsWarnedOnce(_ command: String) {
    var laboratory = Laboratory()
    _ = laboratory.type("create service clusterip web --tcp=80:80")
    _ = laboratory.type("advance 0s")
    let answer = laboratory.type(command)
    #expect(answer.hasPrefix(Self.warning))
    #expect(!answer.dropFirst(Self.warning.count).contains("deprecated"))
    #expect(answer.contains("web"))
  }

  @Test func noAddressIsNone() {
    var laboratory = Laboratory()
    _ = laboratory.type("create service clusterip web --tcp=80:80")
    _ = laboratory.type("advance 3s")
    #expect(
      laboratory.type("get ep") == Self.warning
        + "NAME   ENDPOINTS   AGE\nweb    <none>      3s\n")
  }

  @Test func theSystemHasItsPriorityClasses() {
    var laboratory = Laboratory()
    #expect(
      laboratory.type("get pc") == """
        NAME                      VALUE        GLOBAL-DEFAULT   AGE   PREEMPTIONPOLICY
        system-cluster-critical   2000000000   false            0s    PreemptLowerPriority
        system-node-critical      2000001000   false            0s    PreemptLowerPriority

        """)
  }

  /// Heartbeats come every 10 s, and nothing else: `step` passes them by, up to its limit.
  @Test func stepPassesHeartbeatsByAndNamesItsLimit() {
    var laboratory = Laboratory()
    #expect(laboratory.type("step").contains("nothing happens within 1h0m0s"))
    _ = laboratory.type("run web --image=nginx --restart=Never --command -- sleep 100")
    var answer = ""
    for _ in 0..<30 {
      answer = laboratory.type("step")
      if answer.hasPrefix("[+100s]") || answer.contains("Succeeded") { break }
    }
    #expect(answer.contains("Succeeded"), "\(answer)")
  }

  @Test(arguments: [
    ("until 'pod/web phase=Succeeded'", "1h0m0s"),
    ("until 'pod/web phase=Succeeded' --max 10m", "10m0s"),
  ])
  func everyWaitNamesItsLimit(_ command: String, _ limit: String) {
    var laboratory = Laboratory()
    _ = laboratory.type("run web --image=nginx")
    let answer = laboratory.type(command)
    #expect(answer.contains(limit), "\(answer)")
  }

  @Test(arguments: [
    ("resize", "error: podlab does not simulate the subresource resize\n"),
    // A Pod has none; a Deployment has.
    ("scale", "Error from server (NotFound): the server could not find the requested resource\n"),
    (
      "log",
      "error: invalid subresource value: \"log\". Must be one of [status scale resize]\n"
    ),
  ])
  func subresourcesThatPatchDoesNotKnow(_ name: String, _ expected: String) {
    var laboratory = Laboratory()
    _ = laboratory.type("run web --image=nginx")
    #expect(laboratory.type("patch pod web --subresource \(name) -p '{}'") == expected)
  }

  @Test func aStoppedKubeletAnswersToTheShell() {
    var laboratory = Laboratory()
    #expect(laboratory.type("stop kubelet node-1") == "node/node-1 kubelet stopped\n")
    #expect(laboratory.type("stop kubelet node-1").contains("start kubelet node-1"))
    #expect(laboratory.type("start kubelet node-1") == "node/node-1 kubelet started\n")
  }
}
