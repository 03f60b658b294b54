/// The processor time of a container: what its processes want, what the limit lets them have, and
/// how often they were stopped for it (`cpu.stat` of cgroup v2).
///
/// Instructions cost no virtual time in podlab; only a load that somebody declared counts.
struct ProcessorAccount: Hashable, Sendable {
  /// The period of the quota (`cpu.cfs_period_us`, as the kubelet sets it).
  static let periodMilliseconds = 100

  /// Thousandths of a processor; nil is no limit.
  var limitMilli: Int?
  /// What the processes want, in thousandths of a processor.
  private(set) var wantedMilli = 0
  private var settledAt = SimulatedTime.start
  /// Sums up to `settledAt`, in thousandths of a processor times milliseconds: microseconds.
  private var usedMicroseconds = 0
  private var throttledMicroseconds = 0
  private var busyMilliseconds = 0
  private var throttledMilliseconds = 0

  init() {}

  /// What they get of what they want.
  var usedMilli: Int { min(wantedMilli, limitMilli ?? wantedMilli) }

  mutating func want(_ milli: Int, at now: SimulatedTime) {
    self = settled(at: now)
    wantedMilli = max(0, milli)
  }

  func settled(at now: SimulatedTime) -> ProcessorAccount {
    var account = self
    let passed = max(0, (now - settledAt).milliseconds)
    account.settledAt = max(now, settledAt)
    account.usedMicroseconds += usedMilli * passed
    guard wantedMilli > 0 else { return account }
    account.busyMilliseconds += passed
    if usedMilli < wantedMilli {
      account.throttledMilliseconds += passed
      account.throttledMicroseconds += (wantedMilli - usedMilli) * passed
    }
    return account
  }

  /// `cpu.stat`; the lines about periods are there for containers with a limit alone.
  var statistics: String {
    var lines = [
      "usage_usec \(usedMicroseconds)", "user_usec \(usedMicroseconds)", "system_usec 0",
    ]
    let period = Self.periodMilliseconds
    lines += [
      "nr_periods \(limitMilli == nil ? 0 : busyMilliseconds / period)",
      "nr_throttled \(throttledMilliseconds / period)",
      "throttled_usec \(throttledMicroseconds)", "nr_bursts 0", "burst_usec 0",
    ]
    return lines.map { $0 + "\n" }.joined()
  }

  /// `cpu.max`: quota and period in microseconds.
  var maximum: String {
    let period = Self.periodMilliseconds * 1000
    return limitMilli.map { "\($0 * period / 1000) \(period)\n" } ?? "max \(period)\n"
  }
}

extension ContainerSpace {
  static let controlGroupFolder = "/sys/fs/cgroup"
  static let controlGroupFiles = ["cpu.max", "cpu.stat", "memory.current", "memory.max"]

  /// What a container reads about itself; nil for all other files.
  func controlGroupText(_ path: String, at now: SimulatedTime) -> String? {
    guard let name = FilePath.remainder(of: path, below: Self.controlGroupFolder) else {
      return nil
    }
    switch name {
    case "/cpu.max": return processor.maximum
    case "/cpu.stat": return processor.settled(at: now).statistics
    case "/memory.current": return "\(memoryBytes)\n"
    case "/memory.max": return memoryLimitBytes.map { "\($0)\n" } ?? "max\n"
    default: return nil
    }
  }
}
