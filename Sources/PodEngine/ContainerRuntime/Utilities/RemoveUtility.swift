/// `rm [-rf] FILE…`.
enum RemoveUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    let (letters, files) = call.options()
    let isRecursive = letters.contains("r") || letters.contains("R")
    let isForced = letters.contains("f")
    var status = 0
    if files.isEmpty, !isForced { return call.complain("missing operand") }
    for file in files {
      do throws(Errno) {
        try call.kernel.remove(
          file, directory: isRecursive ? .recursive : .never, by: call.number)
      } catch {
        if isForced, error == .noEntry || error == .notDirectory { continue }
        status = call.complain(text(error, file, call.isBusybox))
      }
    }
    return status
  }

  private static func text(_ error: Errno, _ file: String, _ isBusybox: Bool) -> String {
    guard isBusybox else { return "cannot remove '\(file)': \(error.text)" }
    return error == .isDirectory
      ? "'\(file)' is a directory" : "can't remove '\(file)': \(error.text)"
  }
}
