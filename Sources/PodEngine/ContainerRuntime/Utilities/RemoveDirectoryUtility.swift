/// `rmdir FOLDER…`.
enum RemoveDirectoryUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    var status = 0
    for file in call.options().operands {
      do throws(Errno) {
        try call.kernel.remove(file, directory: .onlyEmpty, by: call.number)
      } catch {
        let text =
          call.isBusybox ? "'\(file)': \(error.text)" : "failed to remove '\(file)': \(error.text)"
        status = call.complain(text)
      }
    }
    return status
  }
}
