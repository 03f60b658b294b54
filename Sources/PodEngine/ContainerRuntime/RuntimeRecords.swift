/// A sandbox as the runtime reports it (CRI `PodSandboxStatus`).
package struct SandboxRecord: Hashable, Sendable {
  package let id: String
  package let podUID: String
  package let attempt: Int
  /// False once its pause process is gone.
  package let isReady: Bool
  package let ipAddress: String
  /// True when it has the node's network and no address of its own.
  package let isOnHostNetwork: Bool
  package let createdAt: SimulatedTime
}

/// A container as the runtime reports it (CRI `ContainerStatus`).
package struct ContainerRecord: Hashable, Sendable {
  package enum State: Hashable, Sendable { case created, running, exited, unknown }

  package let id: String
  package let name: String
  package let podUID: String
  package let sandboxID: String
  package let attempt: Int
  /// The image as the Pod names it.
  package let imageReference: String
  package let imageSpecification: String
  /// `docker.io/library/nginx@sha256:…`, for the status' `imageID`.
  package let imageID: String
  /// What a graceful stop sends.
  package let stopSignal: Signal
  package let user: ProcessIdentity
  package internal(set) var state: State
  package let createdAt: SimulatedTime
  /// Nil for a container that never started; the kubelet then shows 1970-01-01T00:00:00Z.
  package internal(set) var startedAt: SimulatedTime?
  package internal(set) var finishedAt: SimulatedTime?
  package internal(set) var exitCode: Int?
  package internal(set) var signal: Signal?
  /// `Completed`, `Error`, `OOMKilled`, `StartError`; empty while it has not ended.
  package internal(set) var reason = ""
  /// The termination message.
  package internal(set) var message = ""
}

/// A command that runs inside a container beside its first process.
package struct ExecID: Hashable, Comparable, Sendable {
  let process: Int

  package static func < (left: Self, right: Self) -> Bool { left.process < right.process }
}

/// What an exec printed and how it ended.
package struct ExecResult: Hashable, Sendable {
  package let exitCode: Int
  package let stdout: String
  package let stderr: String
  /// Both streams as they came; what a probe's message shows.
  package let output: String
}

/// Something the kubelet has to know of.
package enum RuntimeOccurrence: Hashable, Sendable {
  case containerExited(String)
  case execFinished(ExecID, ExecResult)
  /// A process wants something from beyond its Pod: answer with `completeRequest`.
  case networkRequest(NetworkRequest)
  /// The kernel ended a process because the node ran out of memory.
  case systemOutOfMemory(victim: String, process: Int)
  /// A container reached one of `RuntimeLimits`, once per container and limit.
  case limitReached(container: String, limit: String)
}
