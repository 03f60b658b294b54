extension CaseKind {
  /// Every kind of facts that podlab has a rule for.
  static let all = [
    CaseKind("bandwidth", answer: answerBandwidth),
    CaseKind("conditions", answer: answerConditions),
    CaseKind("durations", answer: answerDurations),
    CaseKind("images", answer: answerImages),
    CaseKind("phase", answer: answerPhase),
    CaseKind("probes", answer: answerProbes),
    CaseKind("quantities", answer: answerQuantities),
  ]
}
