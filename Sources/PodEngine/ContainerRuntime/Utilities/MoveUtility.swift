/// `mv SOURCE… DESTINATION`.
enum MoveUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    let operands = call.options().operands
    guard operands.count >= 2, let destination = operands.last, let process = call.process
    else { return call.complain("missing file operand") }
    let isFolder = (try? call.kernel.node(destination, by: process))?.isDirectory ?? false
    var status = 0
    for source in operands.dropLast() {
      let target = isFolder ? "\(destination)/\(FilePath.name(of: source))" : destination
      do throws(Errno) {
        try call.kernel.rename(source, to: target, by: call.number)
      } catch {
        let verb = call.isBusybox ? "can't rename" : "cannot stat"
        status = call.complain("\(verb) '\(source)': \(error.text)")
      }
    }
    return status
  }
}
