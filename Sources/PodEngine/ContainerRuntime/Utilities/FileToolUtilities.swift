/// `stat [-c FORMAT] FILE…` and `readlink`, `realpath`, `mktemp`, `chown`, `chgrp`, `unlink`.
enum StatusUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    var format: String?
    var files: [String] = []
    var follows = false
    var words = call.arguments[...]
    while let word = words.popFirst() {
      if word == "-c" {
        format = words.popFirst()
      } else if word.hasPrefix("--format=") {
        format = String(word.dropFirst("--format=".count))
      } else if word == "-L" {
        follows = true
      } else {
        files.append(word)
      }
    }
    var status = 0
    for file in files {
      guard let process = call.process else { return 1 }
      do throws(Errno) {
        let node = try call.kernel.node(file, by: process, followsLast: follows)
        call.print(format.map { filled($0, file, node) } ?? whole(file, node))
      } catch {
        status = call.complain(
          call.isBusybox
            ? "can't stat '\(file)': \(error.text)" : "cannot statx '\(file)': \(error.text)")
      }
    }
    return status
  }

  private static func filled(_ format: String, _ file: String, _ node: FileNode) -> String {
    var result = ""
    var isField = false
    for letter in format {
      if !isField {
        if letter == "%" { isField = true } else { result.append(letter) }
        continue
      }
      isField = false
      switch letter {
      case "n": result += file
      case "s": result += String(node.sizeBytes)
      case "a": result += String(node.mode, radix: 8)
      case "A": result += ListUtility.mode(node)
      case "F": result += kind(node)
      case "u", "g": result += String(node.owner)
      case "U", "G": result += node.owner == 0 ? "root" : "UNKNOWN"
      case "Y", "X", "Z": result += String(node.modifiedAt.nanosecondsSince1970 / 1_000_000_000)
      case "y", "x", "z": result += stamp(node.modifiedAt)
      case "h": result += "1"
      case "b": result += String((node.sizeBytes + 511) / 512)
      case "%": result += "%"
      default: result += "?"
      }
    }
    return result
  }

  private static func stamp(_ time: SimulatedTime) -> String {
    DateText.format("%Y-%m-%d %H:%M:%S.000000000 +0000", time)
  }

  private static func kind(_ node: FileNode) -> String {
    switch node.kind {
    case .directory: "directory"
    case .link: "symbolic link"
    case .device: "character special file"
    case .file(let bytes): bytes.isEmpty ? "regular empty file" : "regular file"
    case .program: "regular file"
    }
  }

  private static func whole(_ file: String, _ node: FileNode) -> String {
    func right(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    func left(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    let target = if case .link(let path) = node.kind { " -> \(path)" } else { "" }
    let size = String(node.sizeBytes)
    let blocks = String((node.sizeBytes + 4095) / 4096 * 8)
    let mode = String(node.mode, radix: 8)
    let zeros = String(repeating: "0", count: max(0, 4 - mode.count))
    let owner = node.owner == 0 ? "root" : "UNKNOWN"
    let identity = "(\(right(String(node.owner), 5))/\(right(owner, 8)))"
    let time = stamp(node.modifiedAt)
    return """
        File: \(file)\(target)
        Size: \(left(size, 10))\tBlocks: \(left(blocks, 10)) IO Block: 4096   \(kind(node))
      Access: (\(zeros)\(mode)/\(ListUtility.mode(node)))  Uid: \(identity)   Gid: \(identity)
      Access: \(time)
      Modify: \(time)
      Change: \(time)
      """
  }
}

/// `readlink [-f] FILE` and `realpath FILE…`.
enum ResolveUtility {
  static func runReadlink(_ call: inout UtilityCall) -> Int {
    let (letters, files) = call.options()
    guard let file = files.first, let process = call.process else {
      return call.complain("missing operand")
    }
    if letters.contains("f") {
      guard let path = resolved(file, call, process) else { return 1 }
      call.print(path)
      return 0
    }
    guard let node = try? call.kernel.node(file, by: process, followsLast: false),
      case .link(let target) = node.kind
    else { return 1 }
    call.print(target)
    return 0
  }

  static func runRealpath(_ call: inout UtilityCall) -> Int {
    var status = 0
    guard let process = call.process else { return 1 }
    for file in call.options().operands {
      if (try? call.kernel.node(file, by: process)) != nil,
        let path = resolved(file, call, process)
      {
        call.print(path)
      } else {
        status = call.complain("\(file): \(Errno.noEntry.text)")
      }
    }
    return status
  }

  /// A path without links; the last part may be missing.
  private static func resolved(_ file: String, _ call: UtilityCall, _ process: Process) -> String? {
    var path = FilePath.absolute(file, in: process.workingDirectory)
    for _ in 0..<RuntimeLimits.symbolicLinks {
      var done = "/"
      var changed: String?
      let parts = path.split(separator: "/")
      for (index, part) in parts.enumerated() {
        let next = FilePath.join(done, "/" + part)
        if let node = try? call.kernel.node(next, by: process, followsLast: false),
          case .link(let target) = node.kind
        {
          let rest = parts[(index + 1)...].joined(separator: "/")
          changed = FilePath.absolute(target + "/" + rest, in: done)
          break
        }
        done = next
      }
      guard let changed else {
        return (try? call.kernel.node(FilePath.parent(of: path), by: process)) == nil ? nil : path
      }
      path = changed
    }
    return nil
  }
}

/// `mktemp [-d] [TEMPLATE]`.
enum TemporaryFileUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    let (letters, operands) = call.options()
    let template = operands.first ?? "/tmp/tmp.XXXXXX"
    guard template.hasSuffix("XXXXXX") else {
      return call.complain("Invalid argument")
    }
    var source = RandomSource(
      seed: UInt64(truncatingIfNeeded: call.kernel.now.milliseconds),
      name: "mktemp \(call.number)")
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
    let name = String((0..<6).map { _ in alphabet[source.next(below: alphabet.count)] })
    let path = template.dropLast(6) + name
    do throws(Errno) {
      if letters.contains("d") {
        try call.kernel.makeDirectory(String(path), by: call.number)
        try call.kernel.setMode(String(path), { _ in 0o700 }, by: call.number)
      } else {
        try call.kernel.touch(String(path), creates: true, by: call.number)
        try call.kernel.setMode(String(path), { _ in 0o600 }, by: call.number)
      }
    } catch {
      return call.complain("(null): \(error.text)")
    }
    call.print(String(path))
    return 0
  }
}

/// `chown [-R] USER[:GROUP] FILE…`; podlab keeps the owner alone.
enum ChangeOwnerUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    let (letters, operands) = call.options()
    guard operands.count >= 2, let process = call.process else {
      return call.complain("missing operand")
    }
    let name = String(operands[0].prefix { $0 != ":" && $0 != "." })
    let accounts = Accounts(call.kernel.spaces[process.container]?.root ?? FileTree())
    let owner = name.isEmpty ? nil : Int(name) ?? accounts.users.first { $0.name == name }?.id
    if !name.isEmpty, owner == nil, call.name == "chown" {
      return call.complain(
        call.isBusybox ? "unknown user \(name)" : "invalid user: '\(operands[0])'")
    }
    var status = 0
    for file in operands.dropFirst() {
      do throws(Errno) {
        try change(file, owner, letters.contains("R"), &call, process)
      } catch {
        status = call.complain(
          call.isBusybox
            ? "\(file): \(error.text)"
            : error == .noEntry
              ? "cannot access '\(file)': \(error.text)"
              : "changing ownership of '\(file)': \(error.text)")
      }
    }
    return status
  }

  private static func change(
    _ file: String, _ owner: Int?, _ isRecursive: Bool, _ call: inout UtilityCall,
    _ process: Process
  ) throws(Errno) {
    let location = try call.kernel.locate(file, by: process)
    guard var node = call.kernel.node(at: location) else { throw .noEntry }
    if location.isReadOnly { throw .readOnly }
    guard call.kernel.may("CHOWN", process) || process.user == 0 && owner == node.owner else {
      throw .notPermitted
    }
    if let owner, call.name == "chown" {
      node.owner = owner
      call.kernel.change(location.tree) { $0[location.path] = node }
    }
    guard isRecursive, node.isDirectory else { return }
    for name in try call.kernel.names(in: file, by: process) {
      try change("\(file)/\(name)", owner, true, &call, process)
    }
  }
}
