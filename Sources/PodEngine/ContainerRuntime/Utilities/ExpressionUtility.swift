/// `expr A OP B`: arithmetic and comparison from left to right by precedence of two levels.
enum ExpressionUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    let words = call.arguments
    if words.count == 2, words[0] == "length" {
      call.print(String(words[1].count))
      return 0
    }
    let isNumeric = words.enumerated().allSatisfy { index, word in
      index % 2 == 0
        ? Int(word) != nil
        : ["+", "-", "*", "/", "%", "<", "<=", ">", ">=", "=", "!="].contains(word)
    }
    if words.count == 3, words[1] == "=" || words[1] == "!=", !isNumeric {
      let isTrue = (words[0] == words[2]) == (words[1] == "=")
      call.print(isTrue ? "1" : "0")
      return isTrue ? 0 : 1
    }
    guard words.count % 2 == 1, isNumeric else { return call.complain("syntax error", status: 2) }
    let text = words.map { $0 == "=" ? "==" : $0 }.joined(separator: " ")
    var evaluator = ShellArithmetic(text) { _ in nil }
    do throws(ShellArithmetic.Failure) {
      let value = try evaluator.value()
      call.print(String(value))
      return value == 0 ? 1 : 0
    } catch {
      return call.complain(error == .divideByZero ? "division by zero" : error.text, status: 2)
    }
  }
}
