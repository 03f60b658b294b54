/// Who the processes of a container are.
package struct ProcessIdentity: Hashable, Sendable {
  package let userID: Int
  package let groupID: Int
  /// All groups, the main one among them, in order of their numbers.
  package let groups: [Int]

  package init(userID: Int, groupID: Int, groups: [Int]) {
    (self.userID, self.groupID, self.groups) = (userID, groupID, groups)
  }
}

extension ProcessIdentity {
  /// What containerd works out from the Pod's words and the image's `/etc/passwd` and `/etc/group`.
  /// A number without an entry has group 0 and no others.
  init(of configuration: ContainerConfiguration, in root: FileTree) {
    let accounts = Accounts(root)
    let words = configuration.image.configuration.user.split(separator: ":").map(String.init)
    let name = configuration.runAsUser.map(String.init) ?? words.first ?? "0"
    let entry = accounts.users.first { $0.name == name || String($0.id) == name }
    let imageGroup =
      configuration.runAsUser == nil && words.count > 1
      ? accounts.group(named: words[1]) : nil
    let main = configuration.runAsGroup ?? imageGroup ?? entry?.group ?? 0
    let fromImage = configuration.mergesImageGroups ? accounts.groups(of: entry?.name) : []
    let all = ([main] + configuration.supplementalGroups + fromImage).sorted()
    self.init(
      userID: entry?.id ?? Int(name) ?? 0, groupID: main,
      groups: all.indices.filter { $0 == 0 || all[$0] != all[$0 - 1] }.map { all[$0] })
  }
}

/// The users and groups that a file system knows.
struct Accounts: Hashable, Sendable {
  struct User: Hashable, Sendable {
    let name: String
    let id: Int
    let group: Int
  }

  struct Group: Hashable, Sendable {
    let name: String
    let id: Int
    let members: [String]
  }

  let users: [User]
  let groups: [Group]

  init(_ tree: FileTree) {
    users = Self.rows(tree["/etc/passwd"]).compactMap { row in
      guard row.count > 3, let id = Int(row[2]), let group = Int(row[3]) else { return nil }
      return User(name: row[0], id: id, group: group)
    }
    groups = Self.rows(tree["/etc/group"]).compactMap { row in
      guard row.count > 3, let id = Int(row[2]) else { return nil }
      return Group(name: row[0], id: id, members: row[3].split(separator: ",").map(String.init))
    }
  }

  private static func rows(_ node: FileNode?) -> [[String]] {
    guard case .file(let bytes)? = node?.kind else { return [] }
    return bytes.text().split(separator: "\n").map { line in
      line.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    }
  }

  func groups(of user: String?) -> [Int] {
    guard let user else { return [] }
    return groups.filter { $0.members.contains(user) }.map(\.id)
  }

  func group(named name: String) -> Int? {
    groups.first { $0.name == name }?.id ?? Int(name)
  }
}
