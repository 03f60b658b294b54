/// The status of one container within a Pod's status.
struct ContainerStatus: Equatable, Sendable {
  let name: String
  let ready: Bool
  /// Nil where the API server had no such field.
  var started: Bool?
  var restartCount: Int
  var state: ContainerState?
  /// How the instance before ended.
  var lastState: ContainerState?

  init(_ fields: JSONFields) throws {
    name = try fields.required("name", fields.text("name"))
    ready = fields.flag("ready")
    started = fields.optionalFlag("started")
    restartCount = fields.integer("restartCount") ?? 0
    state = fields.object("state").flatMap(ContainerState.init)
    lastState = fields.object("lastState").flatMap(ContainerState.init)
  }

  /// A container without a state is waiting to be created, as the API documents it.
  var kind: ContainerState.Kind { state?.kind ?? .waiting("ContainerCreating") }
}

enum ContainerState: Equatable, Sendable {
  case waiting(reason: String, message: String?)
  case running
  case terminated(reason: String, exitCode: Int, message: String?)

  init?(_ fields: JSONFields) {
    if let waiting = fields.object("waiting") {
      self = .waiting(reason: waiting.text("reason") ?? "", message: waiting.text("message"))
    } else if fields.object("running") != nil {
      self = .running
    } else if let terminated = fields.object("terminated") {
      self = .terminated(
        reason: terminated.text("reason") ?? "", exitCode: terminated.integer("exitCode") ?? 0,
        message: terminated.text("message"))
    } else {
      return nil
    }
  }

  /// A state without what differs between two runs of the same thing.
  enum Kind: Hashable, Sendable {
    case waiting(String)
    case running
    case terminated(String, exitCode: Int)
  }

  var kind: Kind {
    switch self {
    case .waiting(let reason, _): .waiting(Self.plain(reason))
    case .running: .running
    case .terminated(let reason, let exitCode, _):
      .terminated(Self.plain(reason), exitCode: exitCode)
    }
  }

  /// The first word: some reasons go on with a text after a colon.
  private static func plain(_ reason: String) -> String {
    String(reason.prefix { $0 != ":" })
  }
}

extension ContainerState.Kind: CustomStringConvertible {
  var description: String {
    switch self {
    case .waiting(let reason): "waiting:\(reason)"
    case .running: "running"
    case .terminated(let reason, let exitCode): "terminated:\(reason):\(exitCode)"
    }
  }

  /// The kubelet is waiting before it tries again.
  var isBackOff: Bool {
    self == .waiting("CrashLoopBackOff") || self == .waiting("ImagePullBackOff")
  }

  /// The kubelet has begun and has nothing to tell yet.
  var isBeginning: Bool {
    self == .waiting("ContainerCreating") || self == .waiting("PodInitializing")
  }

  var isWaiting: Bool {
    switch self {
    case .waiting: true
    case .running, .terminated: false
    }
  }

  var isTerminated: Bool {
    switch self {
    case .terminated: true
    case .waiting, .running: false
    }
  }
}
