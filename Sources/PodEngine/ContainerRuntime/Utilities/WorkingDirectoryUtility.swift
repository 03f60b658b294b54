/// `/bin/pwd`.
enum WorkingDirectoryUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    call.print(call.process?.workingDirectory ?? "/")
    return 0
  }
}
