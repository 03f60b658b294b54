/// Kinds that every Kubernetes has and podlab has not, and what comes nearest.
enum KindsWithout {
  private static let all: [(kinds: [String], group: String, instead: String)] = [
    (["DaemonSet"], "apps", "one Pod with nodeName for each node shows the same Pods"),
    (["StatefulSet"], "apps", "Pods of their own with hostname and subdomain have the same names"),
    (["CronJob"], "batch", "create job NAME --image=IMAGE -- COMMAND runs what it would run"),
    (["ReplicationController"], "", "a ReplicaSet or Deployment does the same"),
    (
      ["LimitRange", "ResourceQuota"], "",
      "write requests and limits into the Pods: podlab has no quotas"
    ),
    (
      ["PersistentVolume", "PersistentVolumeClaim"], "",
      "an emptyDir or hostPath volume holds files; podlab provisions no storage"
    ),
    (
      ["StorageClass", "VolumeAttachment", "CSIDriver", "CSINode"], "storage.k8s.io",
      "podlab provisions no storage"
    ),
    (
      ["Ingress", "IngressClass", "NetworkPolicy"], "networking.k8s.io",
      "a Service reaches Pods; podlab has no Ingress and no network policies"
    ),
    (["PodDisruptionBudget"], "policy", "evictions are always allowed in podlab"),
    (["HorizontalPodAutoscaler"], "autoscaling", "scale changes the number of replicas"),
    (
      ["Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding"], "rbac.authorization.k8s.io",
      "podlab has no RBAC: everything is allowed"
    ),
    (
      ["CustomResourceDefinition"], "apiextensions.k8s.io",
      "api-resources lists the kinds there are"
    ),
    (
      ["RuntimeClass"], "node.k8s.io", "podlab has one container runtime"
    ),
    (["PodTemplate"], "", "create the Pod itself"),
    (
      [
        "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration",
        "ValidatingAdmissionPolicy",
      ],
      "admissionregistration.k8s.io", "podlab admits as Kubernetes does without extensions"
    ),
  ]

  /// What to do instead; nil where Kubernetes has no such kind either.
  static func named(_ kind: String, _ version: String) -> String? {
    let group = version.contains("/") ? String(version.prefix { $0 != "/" }) : ""
    // Versions that Kubernetes 1.33 does not serve (batch/v1beta1) are unknown there as well.
    guard version.hasSuffix("v1") || version == "autoscaling/v2" else { return nil }
    return all.first { $0.group == group && $0.kinds.contains(kind) }?.instead
  }
}
