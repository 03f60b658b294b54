@testable import PodEngine

/// Amounts as Kubernetes reads, computes and prints them.
func answerQuantities(_ question: CaseQuestion) throws -> Answer {
  let input = question.input
  if let a = input.text("a"), let b = input.text("b") {
    return try answerArithmetic(Quantity(parsing: a), Quantity(parsing: b), question)
  }
  if input["list"] != nil {
    let sum = try input.texts("list").reduce(Quantity.zero) { try $0 + Quantity(parsing: $1) }
    return answer(printing: sum)
  }
  guard let text = input.text("text") else { throw UnknownQuestion("quantity without text") }
  do throws(QuantityError) {
    return answer(printing: try Quantity(parsing: text))
  } catch {
    var answer = Answer()
    answer["error"] = .equals(.string("\(error)"))
    answer["message"] = .equals(.string(error.message))
    return answer
  }
}

private func answerArithmetic(_ a: Quantity, _ b: Quantity, _ question: CaseQuestion) throws
  -> Answer
{
  switch question.beside["what"] {
  case "add": return answer(printing: a + b)
  case "sub": return answer(printing: a - b)
  case "compare":
    var answer = Answer()
    answer["cmp"] = .equals(.integer(a < b ? -1 : a == b ? 0 : 1))
    return answer
  case let other: throw UnknownQuestion("two quantities and \(other?.text ?? "nothing")")
  }
}

private func answer(printing quantity: Quantity) -> Answer {
  var answer = Answer()
  answer["canonical"] = .equals(.string(quantity.text))
  answer["value"] = .matches { differences($0, quantity.value) }
  answer["milliValue"] = .matches { differences($0, quantity.milliValue) }
  answer["nano"] = .equals(.string(nanoText(quantity)))
  return answer
}

/// The exact value in thousand-millionths; nothing is finer.
private func nanoText(_ quantity: Quantity) -> String {
  let amount = quantity.amount
  return DecimalAmount(mantissa: amount.mantissa, exponent: amount.exponent + 9).wholeNumber
    .map(String.init) ?? "finer"
}

/// Cases tell exact numbers of any size; podlab's, like Go's, end at the largest that fits.
private func differences(_ expected: CaseValue, _ value: Int) -> [String] {
  guard let text = expected.whole.stringValue, Double(text) != nil else { return ["no number"] }
  let isTooLarge = Int(text) == nil
  let wanted = Int(text) ?? (text.hasPrefix("-") ? Int.min : Int.max)
  let holds = isTooLarge ? value.magnitude >= UInt(Int.max) - 1 : wanted == value
  return holds ? [] : ["expected \(text), podlab says \(value)"]
}
