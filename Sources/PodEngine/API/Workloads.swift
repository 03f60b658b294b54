/// What Pods that a controller makes look like (`v1.PodTemplateSpec`).
///
/// The template's spec is kept as a tree: the controller copies it as written, and admission
/// defaults the copy.
package struct PodTemplateSpec: Hashable, Codable, Sendable {
  package var metadata: APIValue = .emptyObject
  package var spec: APIValue = .emptyObject
}

/// Keeps a number of equal Pods in being (`apps/v1.ReplicaSet`).
package struct ReplicaSet: Hashable, Codable, Sendable {
  package var metadata = ObjectMeta()
  package var spec = ReplicaSetSpec()
  package var status = ReplicaSetStatus()

  package init() {}
  package var key: ObjectKey {
    ObjectKey(.replicaSets, namespace: metadata.namespace, name: metadata.name)
  }
}

/// How many, which, and what they look like.
package struct ReplicaSetSpec: Hashable, Codable, Sendable {
  package var replicas: Int?
  package var minReadySeconds: Int?
  package var selector = LabelSelector()
  package var template = PodTemplateSpec()
}

/// How many there are.
package struct ReplicaSetStatus: Hashable, Codable, Sendable {
  package var replicas = 0
  package var fullyLabeledReplicas: Int?
  package var readyReplicas: Int?
  package var availableReplicas: Int?
  package var observedGeneration: Int?

  package init() {}
}

/// Replaces Pods step by step through ReplicaSets (`apps/v1.Deployment`).
package struct Deployment: Hashable, Codable, Sendable {
  package var metadata = ObjectMeta()
  package var spec = DeploymentSpec()
  package var status = DeploymentStatus()

  package init() {}
  package var key: ObjectKey {
    ObjectKey(.deployments, namespace: metadata.namespace, name: metadata.name)
  }
}

/// How many, which, and what they look like.
package struct DeploymentSpec: Hashable, Codable, Sendable {
  package var replicas: Int?
  package var selector = LabelSelector()
  package var template = PodTemplateSpec()
  package var minReadySeconds: Int?
  package var revisionHistoryLimit: Int?
  package var progressDeadlineSeconds: Int?
  package var paused: Bool?
}

/// How far the replacement is.
package struct DeploymentStatus: Hashable, Codable, Sendable {
  package var observedGeneration: Int?
  package var replicas: Int?
  package var updatedReplicas: Int?
  package var readyReplicas: Int?
  package var availableReplicas: Int?
  package var unavailableReplicas: Int?
  package var conditions: [PodCondition] = []

  package init() {}
}

/// Runs Pods until enough of them succeeded (`batch/v1.Job`).
package struct Job: Hashable, Codable, Sendable {
  package var metadata = ObjectMeta()
  package var spec = JobSpec()
  package var status = JobStatus()

  package init() {}
  package var key: ObjectKey {
    ObjectKey(.jobs, namespace: metadata.namespace, name: metadata.name)
  }
}

/// How many successes, how many at a time, how many failures are borne.
package struct JobSpec: Hashable, Codable, Sendable {
  package var parallelism: Int?
  package var completions: Int?
  package var activeDeadlineSeconds: Int?
  package var backoffLimit: Int?
  package var ttlSecondsAfterFinished: Int?
  package var suspend: Bool?
  package var completionMode = ""
  package var backoffLimitPerIndex: Int?
  package var maxFailedIndexes: Int?
  package var podReplacementPolicy = ""
  package var podFailurePolicy: PodFailurePolicy?
  package var successPolicy: SuccessPolicy?
  package var selector = LabelSelector()
  package var template = PodTemplateSpec()
}

/// How far a Job is.
package struct JobStatus: Hashable, Codable, Sendable {
  package var conditions: [PodCondition] = []
  package var startTime: SimulatedTime?
  package var completionTime: SimulatedTime?
  package var active: Int?
  package var succeeded: Int?
  package var failed: Int?
  package var ready: Int?
  package var terminating: Int?

  package init() {}
}
