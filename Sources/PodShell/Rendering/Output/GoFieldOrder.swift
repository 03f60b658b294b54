internal import OrderedCollections
internal import PodEngine

/// The order in which Go's structures of the API declare their fields (`k8s.io/api`), which is the
/// order of their JSON. One list serves all structures that kubectl prints this way; the fields of a
/// map, such as labels, are sorted.
enum GoFieldOrder {
  static func sorted(_ value: APIValue) -> [(key: String, value: APIValue)] {
    let fields = value.sortedFields()
    guard fields.allSatisfy({ ranks[$0.key] != nil }) else { return fields }
    return fields.enumerated().sorted { left, right in
      let ranks = (ranks[left.element.key] ?? 0, ranks[right.element.key] ?? 0)
      return ranks.0 == ranks.1 ? left.offset < right.offset : ranks.0 < ranks.1
    }.map(\.element)
  }

  private static let ranks = Dictionary(
    names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })

  private static let names = [
    // TypeMeta and ObjectMeta
    "kind", "apiVersion", "metadata", "name", "generateName", "namespace", "selfLink", "uid",
    "resourceVersion", "generation", "creationTimestamp", "deletionTimestamp",
    "deletionGracePeriodSeconds", "labels", "annotations", "ownerReferences", "finalizers",
    // Secret, ConfigMap, PriorityClass, ServiceAccount
    "immutable", "data", "stringData", "binaryData", "value", "globalDefault", "description",
    "preemptionPolicy", "secrets",
    // Deployment, ReplicaSet, Job
    "spec", "replicas", "parallelism", "completions", "activeDeadlineSeconds", "podFailurePolicy",
    "successPolicy", "backoffLimit",
    // PodSpec and Container, then ServiceSpec
    "volumes", "initContainers", "containers", "image", "command", "args", "workingDir", "ports",
    "selector", "matchLabels", "matchExpressions", "template", "strategy",
    // ContainerPort and ServicePort
    "hostPort", "containerPort", "protocol", "appProtocol", "port", "targetPort", "nodePort",
    "envFrom", "env", "valueFrom", "resources", "volumeMounts", "readOnly", "mountPath",
    "livenessProbe", "readinessProbe", "startupProbe", "lifecycle", "terminationMessagePath",
    "terminationMessagePolicy", "imagePullPolicy", "stdin", "stdinOnce", "tty",
    "clusterIP", "clusterIPs", "type", "externalIPs", "sessionAffinity", "loadBalancerIP",
    "externalName", "sessionAffinityConfig", "ipFamilies", "ipFamilyPolicy",
    "internalTrafficPolicy", "restartPolicy", "terminationGracePeriodSeconds", "dnsPolicy",
    "nodeSelector", "serviceAccountName", "serviceAccount", "nodeName", "hostNetwork",
    "securityContext", "privileged", "schedulerName", "tolerations", "priority",
    "enableServiceLinks", "rollingUpdate", "maxUnavailable", "maxSurge", "minReadySeconds",
    "revisionHistoryLimit", "progressDeadlineSeconds", "completionMode", "suspend",
    "podReplacementPolicy", "status", "loadBalancer", "phase", "qosClass",
  ]
}
