/// `ln -s TARGET NAME`.
enum LinkUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    let (letters, operands) = call.options()
    guard letters.contains("s") else {
      return call.complain("podlab makes symbolic links only; use ln -s")
    }
    guard let target = operands.first, operands.count <= 2, let process = call.process else {
      return call.complain("missing file operand")
    }
    var name = operands.count == 2 ? operands[1] : FilePath.name(of: target)
    if (try? call.kernel.node(name, by: process))?.isDirectory == true {
      name += "/" + FilePath.name(of: operands[0])
    }
    do throws(Errno) {
      if letters.contains("f") {
        try? call.kernel.remove(name, directory: .never, by: call.number)
      }
      try call.kernel.makeLink(operands[0], at: name, by: call.number)
      return 0
    } catch { return call.complain("\(name): \(error.text)") }
  }
}
