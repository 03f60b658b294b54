/// `printenv [NAME…]`: the environment, or the values of some variables.
enum PrintEnvironmentUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    let environment = call.process?.environment ?? []
    guard !call.arguments.isEmpty else {
      for entry in environment { call.print("\(entry.name)=\(entry.value)") }
      return 0
    }
    var status = 0
    for name in call.arguments {
      guard let value = call.process?.variable(name) else {
        status = 1
        continue
      }
      call.print(value)
    }
    return status
  }
}
