/// `du [-s] [-h] [-k] [FILE…]` and `df [-h] [FILE…]`.
enum DiskUtility {
  static func runUsage(_ call: inout UtilityCall) -> Int {
    let (letters, operands) = call.options()
    var status = 0
    for file in operands.isEmpty ? ["."] : operands {
      guard let process = call.process else { return 1 }
      guard (try? call.kernel.node(file, by: process, followsLast: false)) != nil else {
        status = call.complain(
          call.isBusybox
            ? "\(file): \(Errno.noEntry.text)"
            : "cannot access '\(file)': \(Errno.noEntry.text)")
        continue
      }
      var lines: [String] = []
      let total = measure(file, letters, &lines, call, process, depth: 0)
      if letters.contains("s") {
        call.print("\(size(total, letters))\t\(file)")
      } else {
        for line in lines { call.print(line) }
      }
    }
    return status
  }

  /// Kibibytes.
  private static func measure(
    _ path: String, _ letters: String, _ lines: inout [String], _ call: UtilityCall,
    _ process: Process, depth: Int
  ) -> Int {
    guard let node = try? call.kernel.node(path, by: process, followsLast: false) else { return 0 }
    guard node.isDirectory else {
      if case .link = node.kind { return 0 }
      let size = (node.sizeBytes + 4095) / 4096 * 4
      if depth == 0 || letters.contains("a") {
        lines.append("\(self.size(size, letters))\t\(path)")
      }
      return size
    }
    guard depth < RuntimeLimits.syntaxDepth else { return 4 }
    var total = 4
    for name in (try? call.kernel.names(in: path, by: process)) ?? [] {
      let next = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      total += measure(next, letters, &lines, call, process, depth: depth + 1)
    }
    lines.append("\(size(total, letters))\t\(path)")
    return total
  }

  private static func size(_ kibibytes: Int, _ letters: String) -> String {
    letters.contains("h") ? human(kibibytes * 1024) : String(kibibytes)
  }

  /// `1.5M`, as busybox and coreutils write sizes for people.
  static func human(_ bytes: Int) -> String {
    var value = bytes * 10
    var units = ["", "K", "M", "G", "T"][...]
    while value >= 10_240, units.count > 1 {
      value = (value + 512) / 1024
      units.removeFirst()
    }
    let unit = units.first ?? ""
    if unit.isEmpty { return String(value / 10) }
    return "\(value / 10).\(value % 10)\(unit)"
  }

  static func runFilesystems(_ call: inout UtilityCall) -> Int {
    let (letters, operands) = call.options()
    let isHuman = letters.contains("h")
    guard let process = call.process, let space = call.kernel.spaces[process.container] else {
      return 1
    }
    var rows: [[String]] = []
    let roots = space.mounts.sorted { $0.path < $1.path }
    let disk = row(
      "overlay", total: call.kernel.diskBytes, used: call.kernel.usedDiskBytes, "/", isHuman)
    if operands.isEmpty { rows.append(disk) }
    for mount in roots {
      let volume = call.kernel.volumes[mount.volume]
      let isMemory = volume?.isMemory ?? false
      let total =
        isMemory
        ? volume?.capacityBytes ?? call.kernel.memoryBytes : call.kernel.diskBytes
      let used = isMemory ? volume?.tree.usedBytes ?? 0 : call.kernel.usedDiskBytes
      let line = row(
        isMemory ? "tmpfs" : "/dev/vda1", total: total, used: used, mount.path, isHuman)
      if operands.isEmpty || operands.contains(where: { isBelow($0, mount.path, process) }) {
        rows.append(line)
      }
    }
    if rows.isEmpty { rows = [disk] }
    call.print(
      isHuman
        ? "Filesystem                Size      Used Available Use% Mounted on"
        : "Filesystem           1K-blocks      Used Available Use% Mounted on")
    for cells in rows { call.print(cells.joined()) }
    return 0
  }

  private static func isBelow(_ file: String, _ mount: String, _ process: Process) -> Bool {
    let path = FilePath.absolute(file, in: process.workingDirectory)
    return FilePath.remainder(of: path, below: mount) != nil
  }

  private static func row(
    _ name: String, total: Int, used: Int, _ path: String, _ isHuman: Bool
  ) -> [String] {
    func cell(_ bytes: Int) -> String { isHuman ? human(bytes) : String(bytes / 1024) }
    func right(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    let free = max(0, total - used)
    let percent = total == 0 ? 0 : (used * 100 + total - 1) / total
    let gap = String(repeating: " ", count: max(0, 20 - name.count))
    return [
      name, gap, right(cell(total), 10), right(cell(used), 10), right(cell(free), 10),
      right(String(percent), 4), "% ", path,
    ]
  }
}
