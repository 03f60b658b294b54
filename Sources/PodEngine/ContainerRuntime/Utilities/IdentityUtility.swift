/// `id [-u|-g|-G|-un]` and `whoami`.
enum IdentityUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    let (accounts, identity) = who(call)
    let letters = call.options().letters
    let byName = letters.contains("n")
    func user(_ id: Int) -> String? { accounts.users.first { $0.id == id }?.name }
    func group(_ id: Int) -> String? { accounts.groups.first { $0.id == id }?.name }
    func full(_ id: Int, _ name: String?) -> String { name.map { "\(id)(\($0))" } ?? String(id) }
    if letters.contains("u") {
      call.print(byName ? user(identity.userID) ?? String(identity.userID) : "\(identity.userID)")
    } else if letters.contains("g") {
      call.print(
        byName ? group(identity.groupID) ?? String(identity.groupID) : "\(identity.groupID)")
    } else if letters.contains("G") {
      call.print(
        identity.groups.map { byName ? group($0) ?? String($0) : String($0) }
          .joined(separator: " "))
    } else {
      let groups = identity.groups.map { full($0, group($0)) }.joined(separator: ",")
      call.print(
        "uid=\(full(identity.userID, user(identity.userID))) "
          + "gid=\(full(identity.groupID, group(identity.groupID))) groups=\(groups)")
    }
    return 0
  }

  static func runWhoami(_ call: inout UtilityCall) -> Int {
    let (accounts, identity) = who(call)
    guard let name = accounts.users.first(where: { $0.id == identity.userID })?.name else {
      return call.complain("unknown uid \(identity.userID)")
    }
    call.print(name)
    return 0
  }

  private static func who(_ call: UtilityCall) -> (Accounts, ProcessIdentity) {
    let container = call.process?.container ?? ""
    let root = ProcessIdentity(userID: 0, groupID: 0, groups: [0])
    let space = call.kernel.spaces[container]
    return (Accounts(space?.root ?? FileTree()), space?.user ?? root)
  }
}
