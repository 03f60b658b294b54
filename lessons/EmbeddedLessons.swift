/// The lessons that are part of the program.
package enum EmbeddedLessons {
  /// Every text of this folder. A new one also needs its line in Package.swift; a test compares all
  /// three.
  package static let files: [(name: String, bytes: [UInt8])] = [
    ("pack.yaml", PackageResources.pack_yaml),
    ("pack.zh-Hans.yaml", PackageResources.pack_zh_Hans_yaml),
    ("first-pod.md", PackageResources.first_pod_md),
    ("first-pod.zh-Hans.md", PackageResources.first_pod_zh_Hans_md),
    ("phase.md", PackageResources.phase_md),
    ("phase.zh-Hans.md", PackageResources.phase_zh_Hans_md),
    ("restarts.md", PackageResources.restarts_md),
    ("restarts.zh-Hans.md", PackageResources.restarts_zh_Hans_md),
    ("pull-policy.md", PackageResources.pull_policy_md),
    ("pull-policy.zh-Hans.md", PackageResources.pull_policy_zh_Hans_md),
    ("conditions.md", PackageResources.conditions_md),
    ("conditions.zh-Hans.md", PackageResources.conditions_zh_Hans_md),
    ("hooks.md", PackageResources.hooks_md),
    ("hooks.zh-Hans.md", PackageResources.hooks_zh_Hans_md),
    ("three-probes.md", PackageResources.three_probes_md),
    ("three-probes.zh-Hans.md", PackageResources.three_probes_zh_Hans_md),
    ("node-down.md", PackageResources.node_down_md),
    ("node-down.zh-Hans.md", PackageResources.node_down_zh_Hans_md),
  ]
}
