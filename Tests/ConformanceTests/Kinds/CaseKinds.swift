extension CaseKind {
  /// Every kind of facts that podlab has a rule for.
  static let all = [
    CaseKind("api", answer: answerAPI),
    CaseKind("bandwidth", answer: answerBandwidth),
    CaseKind("conditions", answer: answerConditions),
    CaseKind("container_actions", answer: answerContainerActions),
    CaseKind("defaults", answer: answerDefaults),
    CaseKind("describe", answer: answerShowing),
    CaseKind("durations", answer: answerDurations),
    CaseKind("explain", answer: answerExplain),
    CaseKind("images", answer: answerImages),
    CaseKind("messages", answer: answerMessages),
    CaseKind("node", answer: answerNode),
    CaseKind("output_formats", answer: answerShowing),
    CaseKind("phase", answer: answerPhase),
    CaseKind("printers", answer: answerPrinters),
    CaseKind("probes", answer: answerProbes),
    CaseKind("qos", answer: answerQualityOfService),
    CaseKind("quantities", answer: answerQuantities),
    CaseKind("scheduling", answer: answerScheduling),
    CaseKind("tables", answer: answerTables),
    CaseKind("validation", answer: answerValidation),
  ]
}
