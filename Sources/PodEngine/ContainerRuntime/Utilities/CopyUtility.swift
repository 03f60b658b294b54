/// `cp [-r] SOURCE… DESTINATION`.
enum CopyUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    let (letters, operands) = call.options()
    guard operands.count >= 2, let destination = operands.last, let process = call.process
    else { return call.complain("missing file operand") }
    let isRecursive = letters.contains("r") || letters.contains("R") || letters.contains("a")
    let isFolder = (try? call.kernel.node(destination, by: process))?.isDirectory ?? false
    var status = 0
    for source in operands.dropLast() {
      let target = isFolder ? "\(destination)/\(FilePath.name(of: source))" : destination
      do throws(Errno) {
        try copy(source, target, isRecursive: isRecursive, depth: 0, &call)
      } catch {
        let verb = call.isBusybox ? "can't" : "cannot"
        let text =
          error == .isDirectory
          ? "omitting directory '\(source)'" : "\(verb) stat '\(source)': \(error.text)"
        status = call.complain(text)
      }
    }
    return status
  }

  private static func copy(
    _ source: String, _ target: String, isRecursive: Bool, depth: Int, _ call: inout UtilityCall
  ) throws(Errno) {
    guard let process = call.process, depth < RuntimeLimits.syntaxDepth else { throw .loop }
    let node = try call.kernel.node(source, by: process)
    let location = try call.kernel.locate(target, by: process)
    call.kernel.charge(call.number, instructions: 1)
    guard node.isDirectory else {
      if call.kernel.node(at: location) != nil {
        try call.kernel.remove(target, directory: .never, by: call.number)
      }
      guard node.sizeBytes <= call.kernel.room(in: location.tree) else { throw .noSpace }
      return try call.kernel.create(node.kind, at: location, mode: node.mode, by: process)
    }
    guard isRecursive else { throw .isDirectory }
    let names = try call.kernel.names(in: source, by: process)
    if call.kernel.node(at: location) == nil {
      try call.kernel.makeDirectory(target, by: call.number)
    }
    for name in names {
      try copy(
        "\(source)/\(name)", "\(target)/\(name)", isRecursive: true, depth: depth + 1, &call)
    }
  }
}
