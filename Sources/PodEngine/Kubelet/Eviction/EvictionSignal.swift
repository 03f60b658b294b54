/// What the kubelet's eviction manager measures (`evictionapi.Signal`). Images and containers of a
/// podlab node share one disk, as on most clusters, so the two disk signals see the same bytes.
package enum EvictionSignal: String, Hashable, Sendable, CaseIterable {
  case memoryAvailable = "memory.available"
  case nodefsAvailable = "nodefs.available"
  case imagefsAvailable = "imagefs.available"
  case pidAvailable = "pid.available"

  /// The resource that is short, as messages name it (`signalToResource`).
  package var resource: String {
    switch self {
    case .memoryAvailable: "memory"
    case .nodefsAvailable, .imagefsAvailable: "ephemeral-storage"
    case .pidAvailable: "pids"
    }
  }

  /// The condition of the node that tells of it (`signalToNodeCondition`).
  package var pressure: NodePressure {
    switch self {
    case .memoryAvailable: .memory
    case .nodefsAvailable, .imagefsAvailable: .disk
    case .pidAvailable: .pid
    }
  }

  /// The hard threshold: less than this must be available. These are the kubelet's defaults
  /// (`DefaultEvictionHard`); there is none for PIDs in life, and podlab's nodes are set to a tenth.
  package var threshold: EvictionThreshold {
    switch self {
    case .memoryAvailable: .amount(100 << 20)
    case .nodefsAvailable: .percentage(10)
    case .imagefsAvailable: .percentage(15)
    case .pidAvailable: .percentage(10)
    }
  }
}

/// How much must stay available (`evictionapi.ThresholdValue`).
package enum EvictionThreshold: Hashable, Sendable {
  /// Bytes or processes.
  case amount(Int)
  case percentage(Int)

  /// The threshold in bytes or processes. The kubelet keeps percentages as 32-bit floats, and the
  /// messages show it: 10 % of 20Gi is 2147483680.
  package func quantity(of capacity: Int) -> Int {
    switch self {
    case .amount(let amount): amount
    case .percentage(let percent): Int(Double(capacity) * Double(Float(percent) / 100))
    }
  }
}

/// What one signal showed, in bytes or processes.
package struct SignalObservation: Hashable, Sendable {
  package let signal: EvictionSignal
  package let available: Int
  package let capacity: Int
  /// What must be available at least.
  package let threshold: Int

  /// `threshold` nil takes the kubelet's own.
  package init(
    _ signal: EvictionSignal, available: Int, capacity: Int, threshold: Int? = nil
  ) {
    (self.signal, self.available, self.capacity) = (signal, available, capacity)
    self.threshold = threshold ?? signal.threshold.quantity(of: capacity)
  }

  /// Whether less than the threshold is available (`thresholdsMet`).
  package var isMet: Bool { available < threshold }

  /// The threshold and what is available, as messages write them.
  var texts: (threshold: String, available: String) {
    let format: Quantity.Format = signal == .pidAvailable ? .decimalSI : .binarySI
    return (
      Quantity(wholeUnits: threshold, format).text, Quantity(wholeUnits: available, format).text
    )
  }
}

extension Quantity {
  /// A quantity of whole bytes or things (`resource.NewQuantity`).
  init(wholeUnits: Int, _ format: Format) {
    self.init(DecimalAmount(mantissa: Int128(wholeUnits), exponent: 0), format)
  }

  /// Bytes as the kubelet's messages write them: `100Mi`.
  package static func bytes(_ count: Int) -> Self { Quantity(wholeUnits: count, .binarySI) }
}
