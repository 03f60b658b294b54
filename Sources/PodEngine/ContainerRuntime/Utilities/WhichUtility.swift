/// `which NAME…`.
enum WhichUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    guard let process = call.process else { return 1 }
    let search = process.variable("PATH") ?? ImageCatalogue.defaultPath
    var status = 0
    for name in call.options().operands {
      let found = search.split(separator: ":").map { "\($0)/\(name)" }.first { path in
        guard let node = try? call.kernel.node(path, by: process) else { return false }
        return !node.isDirectory && node.mode & 0o111 != 0
      }
      if let found { call.print(found) } else { status = 1 }
    }
    return status
  }
}
