extension CaseKind {
  /// Every kind of facts that podlab has a rule for.
  static let all = [
    CaseKind("bandwidth", answer: answerBandwidth),
    CaseKind("describe", answer: answerShowing),
    CaseKind("durations", answer: answerDurations),
    CaseKind("explain", answer: answerExplain),
    CaseKind("messages", answer: answerMessages),
    CaseKind("output_formats", answer: answerShowing),
    CaseKind("printers", answer: answerPrinters),
    CaseKind("quantities", answer: answerQuantities),
    CaseKind("tables", answer: answerTables),
  ]
}
