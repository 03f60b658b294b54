internal import PodEngine

/// The values of the types that Kubernetes marks with `+enum`, in the order of OpenAPI: sorted.
enum ExplainValues {
  static func values(of type: FieldType) -> [String] {
    guard case .string(let alias?) = type else { return [] }
    return table.first { $0.type == alias }?.values ?? []
  }

  private static let table: [(type: String, values: [String])] = [
    ("AddressType", ["FQDN", "IPv4", "IPv6"]),
    ("AppArmorProfileType", ["Localhost", "RuntimeDefault", "Unconfined"]),
    ("AzureDataDiskCachingMode", ["None", "ReadOnly", "ReadWrite"]),
    ("AzureDataDiskKind", ["Dedicated", "Managed", "Shared"]),
    ("CompletionMode", ["Indexed", "NonIndexed"]),
    ("DNSPolicy", ["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"]),
    ("DeploymentStrategyType", ["Recreate", "RollingUpdate"]),
    (
      "HostPathType",
      [
        "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate",
        "Socket",
      ]
    ),
    ("IPFamilyPolicy", ["PreferDualStack", "RequireDualStack", "SingleStack"]),
    ("MountPropagationMode", ["Bidirectional", "HostToContainer", "None"]),
    ("NamespacePhase", ["Active", "Terminating"]),
    ("NodeInclusionPolicy", ["Honor", "Ignore"]),
    ("NodePhase", ["Pending", "Running", "Terminated"]),
    ("NodeSelectorOperator", ["DoesNotExist", "Exists", "Gt", "In", "Lt", "NotIn"]),
    ("PersistentVolumeMode", ["Block", "Filesystem"]),
    ("PodFSGroupChangePolicy", ["Always", "OnRootMismatch"]),
    ("PodFailurePolicyAction", ["Count", "FailIndex", "FailJob", "Ignore"]),
    ("PodFailurePolicyOnExitCodesOperator", ["In", "NotIn"]),
    ("PodPhase", ["Failed", "Pending", "Running", "Succeeded", "Unknown"]),
    ("PodQOSClass", ["BestEffort", "Burstable", "Guaranteed"]),
    ("PodReplacementPolicy", ["Failed", "TerminatingOrFailed"]),
    ("PreemptionPolicy", ["Never", "PreemptLowerPriority"]),
    ("ProcMountType", ["Default", "Unmasked"]),
    ("Protocol", ["SCTP", "TCP", "UDP"]),
    ("PullPolicy", ["Always", "IfNotPresent", "Never"]),
    ("RestartPolicy", ["Always", "Never", "OnFailure"]),
    ("SeccompProfileType", ["Localhost", "RuntimeDefault", "Unconfined"]),
    ("ServiceAffinity", ["ClientIP", "None"]),
    ("ServiceExternalTrafficPolicy", ["Cluster", "Local"]),
    ("ServiceInternalTrafficPolicy", ["Cluster", "Local"]),
    ("ServiceType", ["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"]),
    ("SupplementalGroupsPolicy", ["Merge", "Strict"]),
    ("TaintEffect", ["NoExecute", "NoSchedule", "PreferNoSchedule"]),
    ("TerminationMessagePolicy", ["FallbackToLogsOnError", "File"]),
    ("TolerationOperator", ["Equal", "Exists"]),
    ("URIScheme", ["HTTP", "HTTPS"]),
    ("UnsatisfiableConstraintAction", ["DoNotSchedule", "ScheduleAnyway"]),
  ]
}
