import PodEngine

/// How nodes, their kubelets and their controllers treat Pods.
func answerNode(_ question: CaseQuestion) throws -> Answer {
  let input = question.input
  if input.text("event") != nil { return try answerTaintEviction(input) }
  if let seconds = input["tolerationSeconds"], seconds.whole.arrayValue != nil {
    return answerTaintWait(seconds.whole.arrayValue ?? [])
  }
  switch question.family {
  case "taint": return try answerTaintEvent(question)
  case "gc": return try answerPodCollection(input)
  case "node": return try answerNodeLifecycle(input)
  case "grace": return answerGrace(input)
  case "kubelet": return try answerKubeletAdmission(question)
  case "deadline": return try answerDeadline(input)
  case "pressure": return try answerEviction(input)
  case let other: throw UnknownQuestion("node cases about \(other)")
  }
}

extension CaseQuestion {
  private var words: [String] {
    (beside["id"]?.stringValue ?? "").split(separator: "-").map(String.init)
  }

  /// The first word of the id tells which part of the cluster is asked; inputs alone do not.
  fileprivate var family: String { words.first ?? "" }

  /// The rest of the id, for cases that differ in nothing else.
  var subject: String { words.dropFirst(2).joined(separator: "-") }
}
