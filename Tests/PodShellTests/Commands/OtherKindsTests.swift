import PodShell
import Testing

@testable import PodShell

/// Kinds of a real cluster that podlab has not, and fields that only defaults gave.
@Suite struct OtherKindsTests {
  @Test(arguments: [
    ("get hpa", "HorizontalPodAutoscaler (autoscaling/v2)"),
    ("get pods,pvc", "PersistentVolumeClaim (v1)"), ("describe sts web", "StatefulSet (apps/v1)"),
    ("delete ds web", "DaemonSet (apps/v1)"),
    ("get ingresses.networking.k8s.io", "Ingress (networking.k8s.io/v1)"),
    ("get networkpolicies.v1.networking.k8s.io", "NetworkPolicy (networking.k8s.io/v1)"),
    ("get storageclass", "StorageClass (storage.k8s.io/v1)"),
    ("get rc", "ReplicationController (v1)"),
    ("get flowschemas", "FlowSchema (flowcontrol.apiserver.k8s.io/v1)"),
    (
      "get prioritylevelconfigurations/x",
      "PriorityLevelConfiguration (flowcontrol.apiserver.k8s.io/v1)"
    ),
    ("get csr", "CertificateSigningRequest (certificates.k8s.io/v1)"),
    ("get servicecidrs", "ServiceCIDR (networking.k8s.io/v1)"),
    ("get ipaddresses", "IPAddress (networking.k8s.io/v1)"),
    ("explain cronjob", "CronJob (batch/v1)"),
  ])
  func areNamed(command: String, kind: String) {
    var laboratory = Laboratory()
    let outcome = laboratory.session.submit(command)
    #expect(outcome.standardError == "error: podlab does not simulate \(kind)\n")
    #expect(outcome.error?.name == "unsupported")
  }

  @Test(arguments: ["get hpa.apps", "get cronjobs.v1beta1.batch", "get hpas"])
  func noClusterHasThese(command: String) {
    var laboratory = Laboratory()
    #expect(laboratory.session.submit(command).error?.name == "not-found")
  }

  @Test func apiVersionsAreListedOnce() {
    var laboratory = Laboratory()
    let lines = laboratory.type("api-versions").split(separator: "\n")
    #expect(Set(lines).count == lines.count && lines.contains("apps/v1"))
  }

  /// The server's defaults are no fault of the manifest.
  @Test func defaultsAreNotWarnedOf() {
    let manifest = """
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}
      """
    var laboratory = Laboratory(files: ["web.yaml": manifest])
    #expect(!laboratory.type("create -f web.yaml").contains("does not simulate"))
    #expect(!laboratory.type("apply -f web.yaml").contains("does not simulate"))
    #expect(!laboratory.type("label service web a=b").contains("does not simulate"))
    let patch = #"{"spec":{"externalTrafficPolicy":"Local"}}"#
    #expect(
      laboratory.type("patch service web -p '\(patch)'").contains(
        "Warning: podlab does not simulate spec.externalTrafficPolicy\n"))
  }
}
