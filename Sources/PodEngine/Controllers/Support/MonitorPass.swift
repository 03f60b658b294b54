/// When a controller that looks round at intervals sees something. On the ideal clock it looks at
/// every instant; with `jitter` it is the next pass, as in production.
enum MonitorPass {
  static func time(
    at earliest: SimulatedTime, period: SimulatedDuration, _ settings: ClusterSettings
  ) -> SimulatedTime {
    guard settings.jitter else { return earliest }
    let step = period.milliseconds
    let passes = (max(0, earliest.milliseconds) + step - 1) / step
    return SimulatedTime(milliseconds: passes * step)
  }
}
