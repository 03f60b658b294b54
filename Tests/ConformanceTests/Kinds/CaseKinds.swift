extension CaseKind {
  /// Every kind of facts that podlab has a rule for.
  static let all = [
    CaseKind("api", answer: answerAPI),
    CaseKind("bandwidth", answer: answerBandwidth),
    CaseKind("defaults", answer: answerDefaults),
    CaseKind("durations", answer: answerDurations),
    CaseKind("qos", answer: answerQualityOfService),
    CaseKind("quantities", answer: answerQuantities),
    CaseKind("scheduling", answer: answerScheduling),
    CaseKind("validation", answer: answerValidation),
  ]
}
