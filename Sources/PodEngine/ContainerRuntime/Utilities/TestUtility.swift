/// `/bin/test` and `/bin/[`.
enum TestUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    let result = TestExpression.evaluate(call.name, call.arguments, call.kernel, call.process)
    if let error = result.error {
      call.complain(call.isBusybox ? error.busyboxText : error.bashText)
    }
    return result.status
  }
}
