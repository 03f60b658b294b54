/// How many pulls a node asks its registries for: `throttledImageService` in
/// pkg/kubelet/images/helpers.go, a bucket of tokens that fills with time.
struct PullThrottle: Hashable, Sendable {
  /// Tokens per second (`registryPullQPS`); 0 sets no limit.
  let perSecond: Double
  /// How many tokens the bucket holds (`registryBurst`); it starts full.
  let burst: Int
  private var tokens: Double
  private var lastUpdate = SimulatedTime.start

  /// What podlab's nodes have. Pulls take no time here where nothing is to be downloaded, so that
  /// Kubernetes' own limit, 5 a second, would refuse what passes on every real node.
  static let off = PullThrottle(perSecond: 0, burst: 0)

  init(perSecond: Double, burst: Int) {
    (self.perSecond, self.burst) = (perSecond, burst)
    tokens = Double(burst)
  }

  /// Takes a token; false when there is none, and nothing may be pulled.
  mutating func accepts(at now: SimulatedTime) -> Bool {
    guard perSecond > 0 else { return true }
    let passed = Double((now - lastUpdate).milliseconds) / 1000
    tokens = min(Double(burst), tokens + passed * perSecond)
    lastUpdate = now
    guard tokens >= 1 else { return false }
    tokens -= 1
    return true
  }
}
