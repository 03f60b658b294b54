/// Ending a Pod that its owner did not want to end: the condition tells why.
enum PodDisruption {
  static func condition(reason: String, message: String) -> PodCondition {
    PodCondition("DisruptionTarget", .true, reason: reason, message: message)
  }

  /// The effect that writes a changed status; none where nothing changed.
  static func update(_ pod: Pod, _ status: PodStatus) -> [Effect] {
    guard status != pod.status else { return [] }
    return [.request(.updateStatus(pod.key, APIValue(encoding: status), uid: pod.metadata.uid))]
  }
}
