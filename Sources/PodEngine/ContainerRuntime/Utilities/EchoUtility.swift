/// `/bin/echo`.
enum EchoUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    call.output = EchoText(call.arguments, readsEscapes: false).bytes
    return 0
  }
}
