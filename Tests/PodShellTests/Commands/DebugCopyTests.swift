import PodShell
import Testing

@testable import PodShell

/// What `debug` writes: profiles, and copies of a Pod. The expectations are what kubectl 1.33 sent to
/// a server that noted it.
@Suite struct DebugCopyTests {
  private static let manifest = """
    apiVersion: v1
    kind: Pod
    metadata:
      name: web
      labels: {app: x}
      annotations: {note: "1"}
    spec:
      initContainers:
      - {name: i, image: busybox, command: ["true"]}
      containers:
      - name: c
        image: nginx
        args: [nginx, -g, daemon off;]
        readinessProbe: {tcpSocket: {port: 80}}
        securityContext: {capabilities: {drop: [ALL]}}
      - {name: d, image: redis}
    """

  private func laboratory() -> Laboratory {
    var laboratory = Laboratory(files: ["web.yaml": Self.manifest, "root.json": Self.custom])
    _ = laboratory.type("apply -f web.yaml")
    _ = laboratory.type("advance 5s")
    return laboratory
  }

  private static let custom =
    #"{"securityContext":{"runAsUser":0},"env":[{"name":"A","value":"b"}]}"#

  @Test(arguments: [
    ("legacy", ""), ("baseline", ""),
    ("general", #"{"capabilities":{"add":["SYS_PTRACE"]}}"#),
    ("netadmin", #"{"capabilities":{"add":["NET_ADMIN","NET_RAW"]}}"#),
    ("sysadmin", #"{"privileged":true}"#),
    (
      "restricted",
      #"{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]},"runAsNonRoot":true,"#
        + #""seccompProfile":{"type":"RuntimeDefault"}}"#
    ),
  ])
  func profilesGiveAndTake(profile: String, context: String) {
    var laboratory = laboratory()
    let said = laboratory.type("debug web --image=busybox -c t --profile=\(profile) -- sleep 90")
    #expect(said.contains("--profile=legacy is deprecated") == (profile == "legacy"))
    let path = "{.spec.ephemeralContainers[0].securityContext}"
    #expect(laboratory.type("get pod web -o jsonpath='\(path)'") == context)
  }

  /// A path of the copy, and what stands there.
  @Test(arguments: [
    ("--container=c -- sh", "{.spec.containers[0].command}", #"["sh"]"#),
    ("--container=c -- sh", "{.spec.containers[0].args}", ""),
    ("--container=c --arguments-only -- sh", "{.spec.containers[0].args}", #"["sh"]"#),
    ("--container=c -- sh", "{.metadata.labels}", ""),
    ("--container=c -- sh", "{.metadata.annotations.note}", "1"),
    ("--container=c -- sh", "{.spec.containers[0].readinessProbe.tcpSocket.port}", "80"),
    ("--container=c -- sh", "{.spec.shareProcessNamespace}", ""),
    ("--container=c --profile=general -- sh", "{.spec.shareProcessNamespace}", "true"),
    ("--container=c --profile=general -- sh", "{.spec.containers[0].readinessProbe}", ""),
    ("--container=c --profile=general -- sh", "{.metadata.annotations}", ""),
    (
      "--container=c --profile=general -- sh", "{.spec.containers[0].securityContext.capabilities}",
      #"{"add":["SYS_PTRACE"],"drop":["ALL"]}"#
    ),
    ("--container=c --profile=general --keep-labels -- sh", "{.metadata.labels.app}", "x"),
    (
      "--container=c --profile=general --keep-readiness -- sh",
      "{.spec.containers[0].readinessProbe.tcpSocket.port}", "80"
    ),
    (
      "--container=c --profile=general --keep-init-containers=false -- sh",
      "{.spec.initContainers}", ""
    ),
    ("--image=busybox -c t --share-processes", "{.spec.shareProcessNamespace}", "true"),
    ("--image=busybox -c t --share-processes", "{.spec.containers[*].name}", "c d t"),
    ("--set-image=*=httpd", "{.spec.containers[*].image}", "httpd httpd"),
    ("--set-image=c=httpd", "{.spec.containers[*].image} {.metadata.labels.app}", "httpd redis x"),
    ("-c d --image=busybox -- sleep 90", "{.spec.containers[*].image}", "nginx busybox"),
    (
      "--image=busybox -c t --custom=root.json",
      "{.spec.containers[2].securityContext.runAsUser} {.spec.containers[2].env[0].value}", "0 b"
    ),
  ])
  func copies(flags: String, path: String, value: String) {
    var laboratory = laboratory()
    let outcome = laboratory.session.submit("debug web --copy-to=w \(flags)")
    #expect(outcome.error == nil)
    #expect(laboratory.type("get pod w -o jsonpath='\(path)'") == value)
  }

  /// kubectl deletes the Pod without a grace period.
  @Test func replacesThePodAtOnce() {
    var laboratory = laboratory()
    _ = laboratory.type("debug web --copy-to=w --image=busybox --replace -- sleep 90")
    #expect(laboratory.type("get pods -o name") == "pod/w\n")
  }
}
