/// `ps`: the processes of the PID namespace, in busybox's columns.
enum ProcessListUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    guard let process = call.process else { return 1 }
    let space = call.kernel.spaces[process.container]
    let accounts = Accounts(space?.root ?? FileTree())
    call.print("PID   USER     TIME  COMMAND")
    for other in call.kernel.visibleProcesses(to: process) {
      let pid = String(other.pid)
      let user = accounts.users.first { $0.id == other.user }?.name ?? String(other.user)
      call.print(
        String(repeating: " ", count: max(0, 5 - pid.count)) + pid + " "
          + user + String(repeating: " ", count: max(0, 8 - user.count)) + "  0:00 "
          + other.arguments.joined(separator: " "))
    }
    return 0
  }
}
