/// `ls [-1aAlLd] [FILE…]`: one name a line, as it is when the output is no terminal.
enum ListUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    let (letters, operands) = call.options()
    let files = operands.isEmpty ? ["."] : operands
    var status = 0
    var folders: [String] = []
    guard let process = call.process else { return 1 }
    for file in files {
      do throws(Errno) {
        let follows = letters.contains("L") || !letters.contains("l")
        let node = try call.kernel.node(file, by: process, followsLast: follows)
        if node.isDirectory, !letters.contains("d") {
          folders.append(file)
        } else {
          call.print(line(file, file, node, letters, call))
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
    let entries = names.compactMap { name -> (name: String, path: String, node: FileNode)? in
      let path = "\(folder)/\(name)"
      let node = try? call.kernel.node(path, by: process, followsLast: letters.contains("L"))
      return node.map { (name, path, $0) }
    }
    if letters.contains("l") {
      let blocks = entries.reduce(0) { $0 + Self.blocks($1.node, at: $1.path, call) }
      call.print("total \(blocks)")
      if !call.isBusybox { return table(entries, &call) }
    }
    for entry in entries {
      call.print(line(entry.name, entry.path, entry.node, letters, call))
    }
  }

  /// In kilobytes; a folder takes one block, a link and a folder in memory none.
  private static func blocks(_ node: FileNode, at path: String, _ call: UtilityCall) -> Int {
    switch node.kind {
    case .directory: folder(at: path, call).bytes == 4096 ? 4 : 0
    case .file, .program: (node.sizeBytes + 4095) / 4096 * 4
    case .link, .device: 0
    }
  }

  private static func line(
    _ name: String, _ path: String, _ node: FileNode, _ letters: String, _ call: UtilityCall
  ) -> String {
    guard letters.contains("l") else { return name }
    let cells = cells(name, path, node, call)
    guard call.isBusybox else { return joined(cells, widths: cells.map(\.count)) }
    return joined(cells, widths: [0, 4, 8, 8, 9, 0, 0])
  }

  /// GNU's columns are as wide as the widest of their cells.
  private static func table(
    _ entries: [(name: String, path: String, node: FileNode)], _ call: inout UtilityCall
  ) {
    let rows = entries.map { cells($0.name, $0.path, $0.node, call) }
    let widths = (0..<7).map { column in rows.map { $0[column].count }.max() ?? 0 }
    for row in rows { call.print(joined(row, widths: widths)) }
  }

  /// How many names a folder has (its own, and `..` of each folder in it, where it belongs to a
  /// volume), and what it takes: a block, or in memory 20 bytes for each name.
  private static func folder(at path: String, _ call: UtilityCall) -> (links: Int, bytes: Int) {
    guard let process = call.process, let place = try? call.kernel.locate(path, by: process),
      case .volume(let id) = place.tree, let volume = call.kernel.volumes[id]
    else { return (2, 4096) }
    let names = volume.tree.names(in: place.path)
    let folders = names.filter {
      volume.tree[FilePath.join(place.path, "/" + $0)]?.isDirectory == true
    }
    return (2 + folders.count, volume.isTemporary ? 40 + 20 * names.count : 4096)
  }

  private static func cells(
    _ name: String, _ path: String, _ node: FileNode, _ call: UtilityCall
  ) -> [String] {
    let folder = node.isDirectory ? folder(at: path, call) : nil
    let accounts = Accounts(
      call.process.flatMap { call.kernel.spaces[$0.container]?.root } ?? FileTree())
    let target = if case .link(let target) = node.kind { " -> \(target)" } else { "" }
    return [
      mode(node), String(folder?.links ?? 1),
      accounts.users.first { $0.id == node.owner }?.name ?? String(node.owner),
      accounts.groups.first { $0.id == node.group }?.name ?? String(node.group),
      String(folder?.bytes ?? node.sizeBytes), DateText.short(node.modifiedAt),
      name + target,
    ]
  }

  /// Numbers to the right, names to the left.
  private static func joined(_ cells: [String], widths: [Int]) -> String {
    zip(cells, widths).enumerated().map { index, cell in
      let gap = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
      let isLast = index == cells.count - 1
      return index == 1 || index == 4 ? gap + cell.0 : isLast ? cell.0 : cell.0 + gap
    }.joined(separator: " ")
  }

  static func mode(_ node: FileNode) -> String {
    let letter =
      switch node.kind {
      case .directory: "d"
      case .link: "l"
      case .device: "c"
      case .file, .program: "-"
      }
    var bits = (0..<9).map { bit in
      node.mode & (0o400 >> bit) != 0 ? ["r", "w", "x"][bit % 3] : "-"
    }
    // Set-user-ID, set-group-ID and the sticky bit stand in place of the x.
    for (flag, index, letter) in [(0o4000, 2, "s"), (0o2000, 5, "s"), (0o1000, 8, "t")]
    where node.mode & flag != 0 {
      bits[index] = bits[index] == "x" ? letter : letter.uppercased()
    }
    return letter + bits.joined()
  }
}
