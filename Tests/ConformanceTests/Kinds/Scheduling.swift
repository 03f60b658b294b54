@testable import PodEngine

/// Where Pods may go, where they go best, and what is said when there is no such place. The file
/// holds several kinds of questions; each is known by the fields of its input.
func answerScheduling(_ question: CaseQuestion) throws -> Answer {
  let input = question.input
  if input["numAllNodes"] != nil { return answerFitError(input) }
  if let situation = input.text("situation") { return try answerSituation(situation) }
  if let plugin = input.text("plugin") {
    return input["nodes"] == nil || input["node"] != nil
      ? try answerFilter(plugin, input) : try answerScores(plugin, input)
  }
  return try answerPreemption(input) ?? answerAttempt(input) ?? answerRequests(input)
}

private func answerFitError(_ input: CaseValue) -> Answer {
  let perNode = input["nodeReasons"].map { nodes in nodes.keys.map { nodes.texts($0) } } ?? []
  var error = FitError(nodeCount: input.number("numAllNodes") ?? 0, reasonsPerNode: perNode)
  error.preFilterMessage = input.text("preFilterMessage") ?? ""
  error.postFilterMessage = input.text("postFilterMessage") ?? ""
  error.absentNodesReason = input.text("absentNodesReason") ?? ""
  var answer = Answer()
  answer["message"] = .equals(.string(error.message))
  return answer
}

private func answerRequests(_ input: CaseValue) throws -> Answer {
  guard let spec = input.tree("spec") else { throw UnknownQuestion("\(input.keys)") }
  let requests = ResourceAmounts(requestsOf: try spec.decoded())
  var answer = Answer()
  answer["requests"] = .matches { expected in
    expected.keys.flatMap { name -> [String] in
      guard let text = expected.text(name), let amount = Quantity(text) else {
        return ["\(name) is no amount"]
      }
      let wanted = ResourceAmounts([name: amount])
      return requests.limited(to: name) == wanted ? [] : ["\(name): podlab says \(requests)"]
    }
  }
  return answer
}

extension ResourceAmounts {
  /// One of the amounts alone.
  fileprivate func limited(to name: String) -> Self {
    var result = Self()
    switch name {
    case "cpu": result.milliCPU = milliCPU
    case "memory": result.memory = memory
    case "ephemeral-storage": result.ephemeralStorage = ephemeralStorage
    default: result.scalars[name] = scalars[name]
    }
    return result
  }
}
