/// Defaults of ReplicaSets, Deployments and Jobs (`apis/apps/v1`, `apis/batch/v1`).
enum WorkloadDefaults {
  static func apply(toReplicaSet object: inout APIValue) {
    object.update("spec") { spec in
      spec.setDefault("replicas", 1)
      spec.update("template", template)
    }
  }

  static func apply(toDeployment object: inout APIValue) {
    object.update("spec") { spec in
      spec.setDefault("replicas", 1)
      spec.setDefault("revisionHistoryLimit", 10)
      spec.setDefault("progressDeadlineSeconds", 600)
      spec.setDefault("strategy", .emptyObject)
      spec.update("strategy", strategy)
      spec.update("template", template)
    }
  }

  private static func strategy(_ strategy: inout APIValue) {
    strategy.setDefaultText("type", "RollingUpdate")
    guard strategy.text("type") == "RollingUpdate" else { return }
    strategy.setDefault("rollingUpdate", .emptyObject)
    strategy.update("rollingUpdate") { rolling in
      rolling.setDefault("maxUnavailable", "25%")
      rolling.setDefault("maxSurge", "25%")
    }
  }

  static func apply(toJob object: inout APIValue) {
    let labels = object[path: "spec", "template", "metadata", "labels"]
    if let labels, object[path: "metadata", "labels"] == nil {
      object[path: "metadata", "labels"] = labels
    }
    object.update("spec") { spec in
      if spec.field("completions") == nil, spec.field("parallelism") == nil {
        spec["completions"] = 1
      }
      spec.setDefault("parallelism", 1)
      let perIndex = spec.field("backoffLimitPerIndex") != nil
      spec.setDefault("backoffLimit", perIndex ? 2_147_483_647 : 6)
      spec.setDefault("completionMode", "NonIndexed")
      spec.setDefault("suspend", false)
      spec.setDefault("manualSelector", false)
      let hasFailurePolicy = spec.field("podFailurePolicy") != nil
      spec.setDefault(
        "podReplacementPolicy", hasFailurePolicy ? "Failed" : "TerminatingOrFailed")
      spec.update("podFailurePolicy", failurePolicy)
      spec.update("template", template)
    }
  }

  private static func failurePolicy(_ policy: inout APIValue) {
    policy.updateEach("rules") { rule in
      rule.updateEach("onPodConditions") { $0.setDefaultText("status", "True") }
    }
  }

  /// Templates get the defaults of a Pod's specification, not those of a Pod.
  private static func template(_ template: inout APIValue) {
    template.setDefault("metadata", .emptyObject)
    template.update("metadata") { metadata in
      if metadata["creationTimestamp"] == nil { metadata["creationTimestamp"] = .null }
    }
    template.setDefault("spec", .emptyObject)
    template.update("spec", PodDefaults.apply(toSpec:))
  }
}
