/// `id [-u|-g|-un]` and `whoami`.
enum IdentityUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    let user = call.process?.user ?? 0
    let letters = call.options().letters
    if letters.contains("u") || letters.contains("g") {
      call.print(letters.contains("n") ? name(user) ?? String(user) : String(user))
      return 0
    }
    let described = name(user).map { "\(user)(\($0))" } ?? String(user)
    call.print("uid=\(described) gid=\(described)" + (user == 0 ? " groups=0(root)" : ""))
    return 0
  }

  static func runWhoami(_ call: inout UtilityCall) -> Int {
    let user = call.process?.user ?? 0
    guard let name = name(user) else { return call.complain("unknown uid \(user)") }
    call.print(name)
    return 0
  }

  static func name(_ user: Int) -> String? {
    switch user {
    case 0: "root"
    case 65_534: "nobody"
    default: nil
    }
  }
}
