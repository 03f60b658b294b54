/// `printenv [NAME…]`.
enum PrintEnvironmentUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    guard !call.arguments.isEmpty else { return EnvironmentUtility.run(&call) }
    var status = 0
    for name in call.arguments {
      if let value = call.process?.variable(name) { call.print(value) } else { status = 1 }
    }
    return status
  }
}
