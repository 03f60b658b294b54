/// `ls [-1aAldR] [FILE…]`: one name a line, as it is when the output is no terminal.
enum ListUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    let (letters, operands) = call.options()
    let files = operands.isEmpty ? ["."] : operands
    var status = 0
    var folders: [String] = []
    guard let process = call.process else { return 1 }
    for file in files {
      do throws(Errno) {
        let node = try call.kernel.node(file, by: process, followsLast: !letters.contains("l"))
        if node.isDirectory, !letters.contains("d") {
          folders.append(file)
        } else {
          call.print(line(file, node, letters, call))
        }
      } catch {
        let text =
          call.isBusybox ? "\(file): \(error.text)" : "cannot access '\(file)': \(error.text)"
        status = call.complain(text, status: call.isBusybox ? 1 : 2)
      }
    }
    for folder in folders { list(folder, letters, isAlone: files.count == 1, &call) }
    return status
  }

  private static func list(
    _ folder: String, _ letters: String, isAlone: Bool, _ call: inout UtilityCall
  ) {
    guard let process = call.process, var names = try? call.kernel.names(in: folder, by: process)
    else { return }
    if !isAlone {
      if !call.output.isEmpty { call.print("") }
      call.print("\(folder):")
    }
    let showsHidden = letters.contains("a") || letters.contains("A")
    names = names.filter { showsHidden || !$0.hasPrefix(".") }
    if letters.contains("a") { names = [".", ".."] + names }
    let entries = names.compactMap { name -> (String, FileNode)? in
      let node = try? call.kernel.node("\(folder)/\(name)", by: process, followsLast: false)
      return node.map { (name, $0) }
    }
    if letters.contains("l") {
      let blocks = entries.reduce(0) { $0 + ($1.1.sizeBytes + 4095) / 4096 * 4 }
      call.print("total \(blocks)")
    }
    for (name, node) in entries { call.print(line(name, node, letters, call)) }
  }

  private static func line(
    _ name: String, _ node: FileNode, _ letters: String, _ call: UtilityCall
  ) -> String {
    guard letters.contains("l") else { return name }
    let owner = node.owner == 0 ? "root" : String(node.owner)
    let padding = String(repeating: " ", count: max(0, 8 - owner.count))
    let size = String(node.sizeBytes)
    let gap = String(repeating: " ", count: max(0, 9 - size.count))
    let links = node.isDirectory ? "2" : "1"
    let target = if case .link(let target) = node.kind { " -> \(target)" } else { "" }
    return "\(mode(node))    \(links) \(owner)\(padding) \(owner)\(padding) \(gap)\(size) "
      + "\(DateText.short(node.modifiedAt)) \(name)\(target)"
  }

  static func mode(_ node: FileNode) -> String {
    let letter =
      switch node.kind {
      case .directory: "d"
      case .link: "l"
      case .device: "c"
      case .file, .program: "-"
      }
    let bits = (0..<9).map { bit in
      node.mode & (0o400 >> bit) != 0 ? ["r", "w", "x"][bit % 3] : "-"
    }
    return letter + bits.joined()
  }
}
