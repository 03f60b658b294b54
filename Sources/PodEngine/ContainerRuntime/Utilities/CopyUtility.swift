/// `cp [-r] SOURCE… DESTINATION`.
enum CopyUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    let (letters, operands) = call.options()
    guard operands.count >= 2, let destination = operands.last, let process = call.process
    else { return call.complain("missing file operand") }
    let isRecursive = letters.contains { "rRa".contains($0) }
    let keepsLinks =
      letters.contains { "adP".contains($0) } || isRecursive && !letters.contains("L")
    var copy = Copy(isRecursive: isRecursive, followsLinks: !keepsLinks)
    let isFolder = (try? call.kernel.node(destination, by: process))?.isDirectory ?? false
    for source in operands.dropLast() {
      let name = FilePath.name(of: source)
      copy.begin(source, isFolder ? join(destination, name) : destination, &call)
    }
    return copy.status
  }

  fileprivate static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}

/// One `cp` at work: what cannot be copied is reported, and the rest goes on.
private struct Copy {
  let isRecursive: Bool
  /// Whether what a symbolic link leads to is copied, not the link.
  let followsLinks: Bool
  /// What is being copied, and where to, as the operands say it.
  var operands = (source: "", target: "")
  /// The folder that this copy has made first; what lies below it is not copied once more.
  var made: FileLocation?
  var status = 0

  mutating func begin(_ source: String, _ target: String, _ call: inout UtilityCall) {
    (operands, made) = ((source, target), nil)
    run(source, target, depth: 0, &call)
  }

  private mutating func run(
    _ source: String, _ target: String, depth: Int, _ call: inout UtilityCall
  ) {
    guard let process = call.process else { return }
    call.kernel.charge(call.number, instructions: 1)
    do throws(Errno) {
      let node = try call.kernel.node(source, by: process, followsLast: followsLinks)
      let from = try call.kernel.locate(source, by: process, followsLast: followsLinks)
      if from == made { return reportRecursion(source, &call) }
      guard node.isDirectory else { return copyFile(node, from, source, target, &call) }
      guard isRecursive else {
        let hint = call.isBusybox ? "" : "-r not specified; "
        return report("\(hint)omitting directory '\(source)'", &call)
      }
      guard depth < RuntimeLimits.symbolicLinks else { throw .loop }
      copyFolder(source, target, depth, &call)
    } catch {
      report("\(call.isBusybox ? "can't" : "cannot") stat '\(source)': \(error.text)", &call)
    }
  }

  private mutating func copyFolder(
    _ source: String, _ target: String, _ depth: Int, _ call: inout UtilityCall
  ) {
    guard let process = call.process else { return }
    do throws(Errno) {
      let location = try call.kernel.locate(target, by: process)
      let names = try call.kernel.names(in: source, by: process)
      if call.kernel.node(at: location) == nil {
        try call.kernel.makeDirectory(target, by: call.number)
        if made == nil { made = location }
      }
      for name in names {
        run(
          CopyUtility.join(source, name), CopyUtility.join(target, name), depth: depth + 1, &call)
      }
    } catch {
      let verb = call.isBusybox ? "can't create" : "cannot create"
      report("\(verb) directory '\(target)': \(error.text)", &call)
    }
  }

  private mutating func copyFile(
    _ node: FileNode, _ from: FileLocation, _ source: String, _ target: String,
    _ call: inout UtilityCall
  ) {
    guard let process = call.process else { return }
    do throws(Errno) {
      let location = try call.kernel.locate(target, by: process)
      guard from != location else {
        return report("'\(source)' and '\(target)' are the same file", &call)
      }
      if let old = call.kernel.node(at: location) {
        guard !old.isDirectory else { throw .isDirectory }
        try call.kernel.remove(target, directory: .never, by: call.number)
      }
      guard node.sizeBytes <= call.kernel.room(in: location.tree) else {
        let text = call.isBusybox ? "write error" : "error writing '\(target)'"
        return report("\(text): \(Errno.noSpace.text)", &call)
      }
      try call.kernel.create(node.kind, at: location, mode: node.mode, by: process)
    } catch {
      let verb = call.isBusybox ? "can't create" : "cannot create regular file"
      report("\(verb) '\(target)': \(error.text)", &call)
    }
  }

  private mutating func reportRecursion(_ source: String, _ call: inout UtilityCall) {
    report(
      call.isBusybox
        ? "recursion detected, omitting directory '\(source)'"
        : "cannot copy a directory, '\(operands.source)', into itself, '\(operands.target)'",
      &call)
  }

  private mutating func report(_ text: String, _ call: inout UtilityCall) {
    status = call.complain(text)
  }
}
