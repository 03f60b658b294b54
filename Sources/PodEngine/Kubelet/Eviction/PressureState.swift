/// What the eviction manager remembers from pass to pass.
struct PressureState: Hashable, Sendable {
  /// How long a condition stays after it was last observed (`evictionPressureTransitionPeriod`).
  static let transitionPeriod = SimulatedDuration.minutes(5)

  /// What something outside of Kubernetes holds of a resource: the fault `pressure node`. In bytes
  /// or processes.
  var foreign = PerPressure<Int>()
  private var lastObserved = PerPressure<SimulatedTime>()
  /// The conditions that the node has, in the order of their types.
  private(set) var conditions: [NodePressure] = []
  /// When the next pass is due; nil while there is nothing to watch.
  var nextPass: SimulatedTime?
  /// Evicted Pods whose end the manager waits for.
  var awaited: [String] = []

  /// Notes what a pass found; true when a condition came or went.
  mutating func observe(_ met: [NodePressure], at now: SimulatedTime) -> Bool {
    for pressure in met { lastObserved[pressure] = now }
    let before = conditions
    conditions = NodePressure.allCases.filter { pressure in
      lastObserved[pressure].map { now - $0 < Self.transitionPeriod } ?? false
    }
    return conditions != before
  }

  /// A kubelet that starts anew has observed nothing yet.
  mutating func restart() {
    let kept = foreign
    self = Self()
    foreign = kept
  }
}

/// One value for each kind of pressure.
struct PerPressure<Value: Hashable & Sendable>: Hashable, Sendable {
  private var memory: Value?
  private var disk: Value?
  private var pid: Value?

  subscript(pressure: NodePressure) -> Value? {
    get {
      switch pressure {
      case .memory: memory
      case .disk: disk
      case .pid: pid
      }
    }
    set {
      switch pressure {
      case .memory: memory = newValue
      case .disk: disk = newValue
      case .pid: pid = newValue
      }
    }
  }
}
