/// The smallest thing that Kubernetes runs: containers that share a node, a network and volumes
/// (`v1.Pod`).
package struct Pod: Hashable, Codable, Sendable {
  package var metadata = ObjectMeta()
  package var spec = PodSpec()
  package var status = PodStatus()

  package init() {}

  package var key: ObjectKey {
    ObjectKey(.pods, namespace: metadata.namespace, name: metadata.name)
  }

  package func reference(fieldPath: String = "") -> ObjectReference {
    ObjectReference(
      kind: "Pod", namespace: metadata.namespace, name: metadata.name, uid: metadata.uid,
      fieldPath: fieldPath)
  }

  /// True once somebody asked for the deletion.
  package var isTerminating: Bool { metadata.deletionTimestamp != nil }

  /// `web_default(4c7d…)`: how the kubelet names a Pod in its messages (`format.Pod`).
  package var kubeletName: String { "\(metadata.name)_\(metadata.namespace)(\(metadata.uid))" }
}

/// The system that a Pod is made for: `linux` or `windows` (`v1.PodOS`).
package struct PodOS: Hashable, Codable, Sendable {
  package var name = ""
}

/// What a user asked for (`v1.PodSpec`); the fields that podlab simulates.
package struct PodSpec: Hashable, Codable, Sendable {
  package var volumes: [Volume] = []
  package var initContainers: [Container] = []
  package var containers: [Container] = []
  /// Added to a Pod that runs, to look into it; they are never restarted.
  package var ephemeralContainers: [Container] = []
  package var restartPolicy: RestartPolicy = .always
  package var terminationGracePeriodSeconds: Int?
  package var activeDeadlineSeconds: Int?
  package var nodeSelector: StringMap<String> = [:]
  package var serviceAccountName = ""
  package var imagePullSecrets: [LocalObjectReference] = []
  package var os: PodOS?
  package var nodeName = ""
  package var hostNetwork: Bool?
  package var hostPID: Bool?
  package var hostUsers: Bool?
  package var shareProcessNamespace: Bool?
  package var securityContext: SecurityContext?
  package var hostname = ""
  package var subdomain = ""
  package var affinity: Affinity?
  package var schedulerName = ""
  package var tolerations: [Toleration] = []
  package var priorityClassName = ""
  package var priority: Int?
  package var preemptionPolicy: String?
  package var readinessGates: [PodReadinessGate] = []
  package var schedulingGates: [PodSchedulingGate] = []
  package var topologySpreadConstraints: [TopologySpreadConstraint] = []
  package var overhead: StringMap<Quantity> = [:]
  package var enableServiceLinks: Bool?
  package var hostAliases: [HostAlias] = []
  package var setHostnameAsFQDN: Bool?
  package var dnsPolicy = ""
  package var dnsConfig: PodDNSConfig?

  /// Seconds between the wish to stop and SIGKILL; Kubernetes' default is 30.
  package var gracePeriodSeconds: Int { terminationGracePeriodSeconds ?? 30 }

  /// Init containers with `restartPolicy: Always`: they start during initialization and run as long
  /// as the Pod.
  package var sidecars: [Container] { initContainers.filter(\.isSidecar) }
}

/// An address with names for `/etc/hosts` (`v1.HostAlias`).
package struct HostAlias: Hashable, Codable, Sendable {
  package var ip = ""
  package var hostnames: [String] = []
}

/// What a Pod adds to the way it looks up names (`v1.PodDNSConfig`).
package struct PodDNSConfig: Hashable, Codable, Sendable {
  package var nameservers: [String] = []
  package var searches: [String] = []
  package var options: [PodDNSConfigOption] = []
}

/// One option of the resolver, such as `ndots:2`.
package struct PodDNSConfigOption: Hashable, Codable, Sendable {
  package var name = ""
  package var value: String?
}

/// A condition that others set and that must be True before the Pod is Ready.
package struct PodReadinessGate: Hashable, Codable, Sendable {
  package var conditionType = ""
}

/// A name that keeps a Pod from being scheduled until it is removed.
package struct PodSchedulingGate: Hashable, Codable, Sendable {
  package var name = ""
}
