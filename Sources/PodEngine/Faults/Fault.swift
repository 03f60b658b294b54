/// Something that the learner does to the world behind the API server's back.
package enum Fault: Hashable, Sendable {
  /// Power off: kubelet, containers, everything stops at once.
  case killNode(String)
  /// Power on after `killNode`.
  case startNode(String)
  /// Off and on again in one instant: new sandboxes, same Pods.
  case rebootNode(String)
  /// The kubelet process ends and starts again; what runs goes on running.
  case restartKubelet(String)
  /// The kubelet process ends; what runs goes on running, and nobody looks after it.
  case stopKubelet(String)
  case startKubelet(String)
  /// The network between node and API server is cut; what runs goes on running.
  case partitionNode(String)
  case healNode(String)
  /// Something outside of Kubernetes takes memory, disk or PIDs of a node, or gives them back.
  case pressure(node: String, NodePressure, Bool)
  /// A signal from outside for the main process of a container; SIGKILL unless said.
  case killContainer(ContainerTarget, signal: Int)
  /// The pause process of a Pod dies.
  case killSandbox(pod: ObjectKey)
  /// The main process of a container ends by itself.
  case exitContainer(ContainerTarget, code: Int)
  /// The kernel kills the container for its memory.
  case outOfMemory(ContainerTarget)
  /// A process of a container holds so much memory beside what the others hold; 0 ends that.
  case useMemory(ContainerTarget, bytes: Int)
  /// The processes of a container want so many thousandths of a processor; 0 ends that.
  case useProcessor(ContainerTarget, milli: Int)
  /// The container has a file of so many bytes; 0 empties it.
  case fill(ContainerTarget, bytes: Int)
  /// The main process no longer reacts to SIGTERM.
  case ignoreTerm(ContainerTarget, Bool)
  /// The processes of a container no longer answer anything.
  case hang(ContainerTarget, Bool)
  case probe(ContainerTarget, ProbeKind, ProbeFault)
  case hook(ContainerTarget, HookKind, HookFault)
  /// Takes back every fault that was injected into a Pod.
  case fix(pod: ObjectKey)
  /// Puts an image on a node without a pull.
  case loadImage(reference: String, node: String)
  case registry(RegistryState)
  case pull(reference: String, PullFault)
  /// Moves a tag to a new digest.
  case pushImage(reference: String)
  /// Adds an image to the registry that behaves like another.
  case addImage(reference: String, like: String)
  /// Takes a tag out of the registry, or an image off a node.
  case removeImage(reference: String, node: String?)
  /// The container's server listens there and nowhere else.
  case listen(ContainerTarget, address: String, port: Int)
  /// The container does nothing for so long after each start; zero ends that.
  case slowStart(ContainerTarget, SimulatedDuration)
  case cniBandwidth(Bool)
  case jitter(Bool)
  /// Everything that is drawn at random from now on comes from another seed.
  case seed(UInt64)
}

/// A container of a Pod; nil is the first one.
package struct ContainerTarget: Hashable, Sendable {
  package let pod: ObjectKey
  package let container: String?

  package init(pod: ObjectKey, container: String? = nil) {
    (self.pod, self.container) = (pod, container)
  }
}

/// What a node can run out of.
package enum NodePressure: String, Hashable, Sendable, CaseIterable {
  case memory
  case disk
  case pid
}

/// What the learner wants a probe to find.
package enum ProbeFault: String, Hashable, Sendable, CaseIterable {
  /// What the container really answers.
  case ok
  case fail
  case hang
}

/// The two hooks.
package enum HookKind: String, Hashable, Sendable, CaseIterable {
  case postStart
  case preStop
}

/// What the learner wants a hook to do.
package enum HookFault: Hashable, Sendable {
  case ok
  case fail
  case hang
  case slow(SimulatedDuration)
}

/// What the learner wants the pull of an image to do.
package enum PullFault: String, Hashable, Sendable, CaseIterable {
  case ok
  case fail
  case slow
}

/// Why a fault could not be injected, with what to do.
package enum FaultError: Error, Hashable, Sendable {
  case noSuchNode(String)
  case noSuchPod(ObjectKey)
  case noSuchContainer(pod: ObjectKey, container: String, existing: [String])
  case notRunning(ContainerTarget)
  case notOnANode(ObjectKey)
  /// The node's disk has no room for so many bytes.
  case noRoom(ContainerTarget, node: String, bytes: Int)
  /// The node is off, or already on, cut off, …: `detail` says which.
  case nodeState(String, detail: String)
  case noSuchProbe(ContainerTarget, ProbeKind, existing: [ProbeKind])
  case noSuchHook(ContainerTarget, HookKind)
  case noSuchImage(String)
  case imageNotOnNode(String, node: String)
  case imageExists(String)
}
