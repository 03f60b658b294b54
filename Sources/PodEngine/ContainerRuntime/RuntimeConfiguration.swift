/// What the kubelet says of a Pod's sandbox (CRI `PodSandboxConfig`).
package struct PodSandboxConfiguration: Hashable, Sendable {
  package var podUID: String
  package var podName: String
  package var podNamespace: String
  package var hostname: String
  package var ipAddress: String
  /// How many sandboxes the Pod had before.
  package var attempt: Int
  /// `shareProcessNamespace`: the sandbox' pause process is PID 1 of all containers.
  package var sharesProcessNamespace = false
  /// The Pod uses the node's own network; its containers see each other's ports as in any Pod.
  package var hostNetwork = false
  /// `web.default.svc.cluster.local` behind the name of a Pod with a subdomain; empty without.
  package var domain = ""
  package var hostAliases: [HostAlias] = []
  package var resolver = ResolverConfiguration()

  package init(
    podUID: String, podName: String, podNamespace: String, hostname: String, ipAddress: String,
    attempt: Int, sharesProcessNamespace: Bool = false, hostNetwork: Bool = false
  ) {
    self.podUID = podUID
    self.podName = podName
    self.podNamespace = podNamespace
    self.hostname = hostname
    self.ipAddress = ipAddress
    self.attempt = attempt
    self.sharesProcessNamespace = sharesProcessNamespace
    self.hostNetwork = hostNetwork
  }
}

/// What the kubelet says of a container (CRI `ContainerConfig`).
package struct ContainerConfiguration: Hashable, Sendable {
  package var name: String
  package var podUID: String
  /// The restart number.
  package var attempt: Int
  package var image: ImageManifest
  /// The image as the Pod names it.
  package var imageReference: String
  /// The image as the container's specification names it, where that differs.
  package var imageSpecification = ""
  /// Replaces the image's entry point; empty leaves it.
  package var command: [String] = []
  /// Replaces the image's arguments; empty leaves them, unless `command` is given.
  package var args: [String] = []
  package var environment: [EnvironmentVariable] = []
  /// Empty leaves the image's.
  package var workingDirectory = ""
  package var mounts: [ContainerMount] = []
  package var memoryLimitBytes: Int?
  package var cpuLimitMilli: Int?
  /// From -1000 to 1000.
  package var outOfMemoryScoreAdjustment = 0
  /// Nil leaves the image's user.
  package var runAsUser: Int?
  /// Nil leaves the group that the image's user has.
  package var runAsGroup: Int?
  /// Groups beside that, `fsGroup` among them.
  package var supplementalGroups: [Int] = []
  /// Whether the groups that `/etc/group` of the image gives to the user count as well.
  package var mergesImageGroups = true
  package var privileges = ProcessPrivileges()
  package var isRootReadOnly = false
  /// Its first process reads what somebody types (`stdin`, with `tty` as at a terminal).
  package var input = ExecInput.none
  /// The container whose processes it sees, by ID (CRI `NamespaceMode_TARGET`); nil for its own.
  package var processNamespaceOf: String?
  package var terminationMessagePath = "/dev/termination-log"
  package var terminationMessagePolicy: TerminationMessagePolicy = .file

  package init(
    name: String, podUID: String, attempt: Int, image: ImageManifest, imageReference: String
  ) {
    self.name = name
    self.podUID = podUID
    self.attempt = attempt
    self.image = image
    self.imageReference = imageReference
  }

  /// What is run: the Pod's words over the image's, as the container runtimes combine them.
  var words: [String] {
    if !command.isEmpty { return command + args }
    return image.configuration.entrypoint + (args.isEmpty ? image.configuration.cmd : args)
  }
}

/// Why the runtime could not do something, in containerd's words.
package struct RuntimeError: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case sandboxNotFound, containerNotFound, wrongState
    /// No program to run: the name is missing, no file, or no executable.
    case cannotStart
  }
  package let kind: Kind
  package let message: String
}
