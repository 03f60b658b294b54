/// A kind that every Kubernetes 1.33 has and podlab has not, and what comes nearest.
struct KindWithout: Hashable, Sendable {
  let kind: String
  let plural: String
  let shortNames: [String]
  /// The versions that Kubernetes 1.33 serves, the preferred one first.
  let apiVersions: [String]
  let instead: String

  init(
    _ kind: String, _ apiVersions: String..., plural: String? = nil, short: [String] = [],
    instead: String
  ) {
    (self.kind, self.apiVersions, self.shortNames) = (kind, apiVersions, short)
    self.plural = plural ?? Self.plural(of: kind.lowercased())
    self.instead = instead
  }

  private static func plural(of name: String) -> String {
    if name.hasSuffix("y") { return name.dropLast() + "ies" }
    return name.hasSuffix("s") ? name + "es" : name + "s"
  }

  private var group: Substring {
    apiVersions[0].contains("/") ? apiVersions[0].prefix { $0 != "/" } : ""
  }

  /// Whether a word means this kind: `hpa`, `cronjobs.batch`, `ingresses.v1.networking.k8s.io`.
  func isMeant(by word: String) -> Bool {
    let parts = word.lowercased().split(separator: ".", maxSplits: 1).map(String.init)
    guard let name = parts.first, ([kind.lowercased(), plural] + shortNames).contains(name) else {
      return false
    }
    guard parts.count > 1 else { return true }
    let versions = apiVersions.map { String($0.split(separator: "/").last ?? "") }
    return parts[1] == group || versions.contains { parts[1] == "\($0).\(group)" }
  }
}

/// All of them.
enum KindsWithout {
  /// What to do instead; nil where Kubernetes has no such kind either. Versions that 1.33 does not
  /// serve (batch/v1beta1) are unknown there as well.
  static func named(_ kind: String, _ version: String) -> String? {
    all.first { $0.kind == kind && $0.apiVersions.contains(version) }?.instead
  }

  /// The kind that a word of a command means; nil where there is none.
  static func meant(by word: String) -> KindWithout? { all.first { $0.isMeant(by: word) } }

  private static let all: [KindWithout] = workloads + storage + network + access + extensions

  private static let workloads = [
    KindWithout(
      "DaemonSet", "apps/v1", short: ["ds"],
      instead: "one Pod with nodeName for each node shows the same Pods"),
    KindWithout(
      "StatefulSet", "apps/v1", short: ["sts"],
      instead: "Pods of their own with hostname and subdomain have the same names"),
    KindWithout("ControllerRevision", "apps/v1", instead: "rollout history shows the ReplicaSets"),
    KindWithout(
      "CronJob", "batch/v1", short: ["cj"],
      instead: "create job NAME --image=IMAGE -- COMMAND runs what it would run"),
    KindWithout(
      "ReplicationController", "v1", short: ["rc"],
      instead: "a ReplicaSet or Deployment does the same"),
    KindWithout("PodTemplate", "v1", instead: "create the Pod itself"),
    KindWithout(
      "PodDisruptionBudget", "policy/v1", short: ["pdb"],
      instead: "evictions are always allowed in podlab"),
    KindWithout(
      "HorizontalPodAutoscaler", "autoscaling/v2", "autoscaling/v1", short: ["hpa"],
      instead: "scale changes the number of replicas"),
    KindWithout(
      "LimitRange", "v1", short: ["limits"],
      instead: "write requests and limits into the Pods: podlab has no quotas"),
    KindWithout(
      "ResourceQuota", "v1", short: ["quota"],
      instead: "write requests and limits into the Pods: podlab has no quotas"),
    KindWithout("RuntimeClass", "node.k8s.io/v1", instead: "podlab has one container runtime"),
    KindWithout(
      "ComponentStatus", "v1", plural: "componentstatuses",
      short: ["cs"], instead: "get nodes shows how the nodes are"),
  ]

  private static let storage =
    [
      ("PersistentVolume", "v1", ["pv"]), ("PersistentVolumeClaim", "v1", ["pvc"]),
      ("StorageClass", "storage.k8s.io/v1", ["sc"]), ("VolumeAttachment", "storage.k8s.io/v1", []),
      ("CSIDriver", "storage.k8s.io/v1", []), ("CSINode", "storage.k8s.io/v1", []),
      ("CSIStorageCapacity", "storage.k8s.io/v1", []),
    ].map { kind, version, short in
      KindWithout(
        kind, version, short: short,
        instead: "an emptyDir or hostPath volume holds files; podlab provisions no storage")
    }

  private static let network =
    [
      ("Ingress", ["ing"]), ("IngressClass", []), ("NetworkPolicy", ["netpol"]),
      ("ServiceCIDR", []), ("IPAddress", ["ip"]),
    ].map { kind, short in
      KindWithout(
        kind, "networking.k8s.io/v1", short: short,
        instead: "a Service reaches Pods; podlab has no Ingress and no network policies")
    }

  private static let access =
    ["Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding"].map {
      KindWithout(
        $0, "rbac.authorization.k8s.io/v1", instead: "podlab has no RBAC: everything is allowed")
    } + [
      KindWithout(
        "CertificateSigningRequest", "certificates.k8s.io/v1", short: ["csr"],
        instead: "podlab has no certificates")
    ]

  private static let extensions =
    [
      "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration",
      "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding",
    ].map {
      KindWithout(
        $0, "admissionregistration.k8s.io/v1",
        instead: "podlab admits as Kubernetes does without extensions")
    }
    + ["FlowSchema", "PriorityLevelConfiguration"].map {
      KindWithout(
        $0, "flowcontrol.apiserver.k8s.io/v1", instead: "podlab's API server has time for everybody"
      )
    } + [
      KindWithout(
        "CustomResourceDefinition", "apiextensions.k8s.io/v1", short: ["crd", "crds"],
        instead: "api-resources lists the kinds there are"),
      KindWithout(
        "APIService", "apiregistration.k8s.io/v1",
        instead: "api-resources lists the kinds there are"
      ),
    ]
}
