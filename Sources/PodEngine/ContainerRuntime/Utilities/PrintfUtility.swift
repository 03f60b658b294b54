/// `/usr/bin/printf`.
enum PrintfUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    let text = PrintfText(call.arguments)
    call.output = text.output
    guard let error = text.error else { return 0 }
    call.error = error + "\n"
    return 1
  }
}
