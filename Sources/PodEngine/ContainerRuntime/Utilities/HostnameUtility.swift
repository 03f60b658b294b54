/// `hostname [-i]`.
enum HostnameUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    guard let network = call.kernel.network(of: call.number) else { return 1 }
    call.print(call.arguments.first == "-i" ? network.ipAddress : network.hostname)
    return 0
  }
}
