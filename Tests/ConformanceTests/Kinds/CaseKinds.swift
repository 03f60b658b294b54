extension CaseKind {
  /// Every kind of facts that podlab has a rule for.
  static let all = [
    CaseKind("api", answer: answerAPI),
    CaseKind("bandwidth", answer: answerBandwidth),
    CaseKind("container_actions", answer: answerContainerActions),
    CaseKind("defaults", answer: answerDefaults),
    CaseKind("describe", answer: answerShowing),
    CaseKind("durations", answer: answerDurations),
    CaseKind("explain", answer: answerExplain),
    CaseKind("node", answer: answerNode),
    CaseKind("output_formats", answer: answerShowing),
    CaseKind("printers", answer: answerPrinters),
    CaseKind("qos", answer: answerQualityOfService),
    CaseKind("quantities", answer: answerQuantities),
    CaseKind("scheduling", answer: answerScheduling),
    CaseKind("tables", answer: answerTables),
    CaseKind("validation", answer: answerValidation),
  ]
}
