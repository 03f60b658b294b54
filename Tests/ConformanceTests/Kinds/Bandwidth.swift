@testable import PodEngine

/// The annotations `kubernetes.io/ingress-bandwidth` and `egress-bandwidth`.
func answerBandwidth(_ question: CaseQuestion) throws -> Answer {
  guard let annotations = question.input["annotations"] else {
    throw UnknownQuestion("bandwidth without annotations")
  }
  var answer = Answer()
  switch BandwidthAnnotation.parse(annotations.stringMap) {
  case .success(let bandwidth):
    answer["error"] = .equals(false)
    answer["ingressBitsPerSecond"] = .equals(bandwidth.ingress.map(APIValue.integer) ?? .null)
    answer["egressBitsPerSecond"] = .equals(bandwidth.egress.map(APIValue.integer) ?? .null)
  case .failure(let problem):
    answer["error"] = .equals(true)
    answer["message"] = .equals(.string(problem.message))
    answer["ingressBitsPerSecond"] = .equals(.null)
    answer["egressBitsPerSecond"] = .equals(.null)
  }
  return answer
}
