/// One program to run, and how (`v1.Container`).
package struct Container: Hashable, Codable, Sendable {
  package var name = ""
  package var image = ""
  package var command: [String] = []
  package var args: [String] = []
  package var workingDir = ""
  package var ports: [ContainerPort] = []
  package var envFrom: [EnvFromSource] = []
  package var env: [EnvVar] = []
  package var resources = ResourceRequirements()
  /// Only init containers have one: `Always` makes a sidecar.
  package var restartPolicy: String?
  package var volumeMounts: [VolumeMount] = []
  package var livenessProbe: Probe?
  package var readinessProbe: Probe?
  package var startupProbe: Probe?
  package var lifecycle: Lifecycle?
  package var terminationMessagePath = ""
  package var terminationMessagePolicy: TerminationMessagePolicy = .file
  package var imagePullPolicy: PullPolicy = .ifNotPresent
  package var securityContext: SecurityContext?
  package var stdin: Bool?
  package var tty: Bool?
  /// Only ephemeral containers have one: the container whose processes they see.
  package var targetContainerName = ""

  package init() {}

  package var isSidecar: Bool { restartPolicy == "Always" }
}

/// A port that a container says it listens on.
package struct ContainerPort: Hashable, Codable, Sendable {
  package var name = ""
  package var hostPort: Int?
  package var containerPort = 0
  package var `protocol` = ""
  package var hostIP = ""
}

/// An environment variable: a text, or where to get it from.
package struct EnvVar: Hashable, Codable, Sendable {
  package var name = ""
  package var value: String?
  package var valueFrom: EnvVarSource?
}

/// Where the value of an environment variable comes from; one field is set.
package struct EnvVarSource: Hashable, Codable, Sendable {
  package var fieldRef: ObjectFieldSelector?
  package var resourceFieldRef: ResourceFieldSelector?
  package var configMapKeyRef: KeySelector?
  package var secretKeyRef: KeySelector?
}

/// A field of the Pod, such as `status.podIP`.
package struct ObjectFieldSelector: Hashable, Codable, Sendable {
  package var apiVersion = ""
  package var fieldPath = ""
}

/// A request or limit of a container.
package struct ResourceFieldSelector: Hashable, Codable, Sendable {
  package var containerName = ""
  package var resource = ""
  package var divisor: Quantity?
}

/// A key of a ConfigMap or Secret.
package struct KeySelector: Hashable, Codable, Sendable {
  package var name = ""
  package var key = ""
  package var optional: Bool?
}

/// Every key of a ConfigMap or Secret as environment variables.
package struct EnvFromSource: Hashable, Codable, Sendable {
  package var prefix = ""
  package var configMapRef: OptionalReference?
  package var secretRef: OptionalReference?
}

/// A ConfigMap or Secret that may be allowed to be missing.
package struct OptionalReference: Hashable, Codable, Sendable {
  package var name = ""
  package var optional: Bool?
}

/// What a container asks for and may use at most.
package struct ResourceRequirements: Hashable, Codable, Sendable {
  package var limits: StringMap<Quantity> = [:]
  package var requests: StringMap<Quantity> = [:]
}

/// Where a volume appears in a container.
package struct VolumeMount: Hashable, Codable, Sendable {
  package var name = ""
  package var readOnly: Bool?
  package var mountPath = ""
  package var subPath = ""
  /// `subPath` with `$(NAME)` in it.
  package var subPathExpr = ""
  package var recursiveReadOnly: String?
}

/// What to do right after the start and before the stop.
package struct Lifecycle: Hashable, Codable, Sendable {
  package var postStart: LifecycleHandler?
  package var preStop: LifecycleHandler?
}

/// One hook; one field is set.
package struct LifecycleHandler: Hashable, Codable, Sendable {
  package var exec: ExecAction?
  package var httpGet: HTTPGetAction?
  package var tcpSocket: TCPSocketAction?
  package var sleep: SleepAction?
}

/// A command to run inside a container; no shell is involved.
package struct ExecAction: Hashable, Codable, Sendable {
  package var command: [String] = []
}

/// An HTTP request to a container.
package struct HTTPGetAction: Hashable, Codable, Sendable {
  package var path = ""
  package var port = IntOrString.integer(0)
  package var host = ""
  package var scheme = ""
  package var httpHeaders: [HTTPHeader] = []
}

/// A header of such a request.
package struct HTTPHeader: Hashable, Codable, Sendable {
  package var name = ""
  package var value = ""
}

/// A connection to a container's port.
package struct TCPSocketAction: Hashable, Codable, Sendable {
  package var port = IntOrString.integer(0)
  package var host = ""
}

/// A gRPC health check.
package struct GRPCAction: Hashable, Codable, Sendable {
  package var port = 0
  package var service: String?
}

/// A pause of whole seconds.
package struct SleepAction: Hashable, Codable, Sendable {
  package var seconds = 0
}

/// The settings of security that podlab acts on (`v1.SecurityContext` and `v1.PodSecurityContext`).
package struct SecurityContext: Hashable, Codable, Sendable {
  package var runAsUser: Int?
  package var runAsGroup: Int?
  package var runAsNonRoot: Bool?
  package var readOnlyRootFilesystem: Bool?
  /// The group of the Pod's volumes; only Pods have one.
  package var fsGroup: Int?
  /// More groups of every process; only Pods have them.
  package var supplementalGroups: [Int] = []
  /// `Strict` leaves out the groups that the image gives to the user; only Pods have it.
  package var supplementalGroupsPolicy: String?
  package var appArmorProfile: SecurityProfile?
  package var seccompProfile: SecurityProfile?
  /// Kernel parameters; only Pods have them.
  package var sysctls: [Sysctl] = []
  /// Only containers have these three.
  package var capabilities: Capabilities?
  package var privileged: Bool?
  package var allowPrivilegeEscalation: Bool?
}

/// What a container may do beyond what containers may, or less.
package struct Capabilities: Hashable, Codable, Sendable {
  package var add: [String] = []
  package var drop: [String] = []
}

/// What a process may ask of the kernel (`v1.AppArmorProfile`, `v1.SeccompProfile`).
package struct SecurityProfile: Hashable, Codable, Sendable {
  /// `Unconfined`, `RuntimeDefault` or `Localhost`.
  package var type = ""
  /// With `Localhost`, a profile that somebody has put on the node.
  package var localhostProfile: String?
}

/// A kernel parameter of the Pod's namespaces (`v1.Sysctl`).
package struct Sysctl: Hashable, Codable, Sendable {
  package var name = ""
  package var value = ""
}
