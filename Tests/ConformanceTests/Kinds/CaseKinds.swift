extension CaseKind {
  /// Every kind of facts that podlab has a rule for.
  static let all = [
    CaseKind("bandwidth", answer: answerBandwidth),
    CaseKind("container_actions", answer: answerContainerActions),
    CaseKind("durations", answer: answerDurations),
    CaseKind("quantities", answer: answerQuantities),
  ]
}
