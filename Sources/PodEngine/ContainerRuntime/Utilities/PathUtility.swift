/// `basename PATH [SUFFIX]` and `dirname PATH`.
enum PathUtility {
  static func runBasename(_ call: inout UtilityCall) -> Int {
    guard let path = call.arguments.first else { return call.complain("missing operand") }
    var name = FilePath.name(of: path)
    if call.arguments.count > 1, name.hasSuffix(call.arguments[1]), name != call.arguments[1] {
      name.removeLast(call.arguments[1].count)
    }
    call.print(name)
    return 0
  }

  static func runDirname(_ call: inout UtilityCall) -> Int {
    guard let path = call.arguments.first else { return call.complain("missing operand") }
    let parts = path.split(separator: "/").dropLast()
    let parent = parts.joined(separator: "/")
    call.print(path.hasPrefix("/") ? "/" + parent : parent.isEmpty ? "." : parent)
    return 0
  }
}
