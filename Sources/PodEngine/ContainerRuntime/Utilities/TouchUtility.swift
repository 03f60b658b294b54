/// `touch [-c] FILE…`.
enum TouchUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    let (letters, files) = call.options()
    var status = 0
    for file in files {
      do throws(Errno) {
        try call.kernel.touch(file, creates: !letters.contains("c"), by: call.number)
      } catch {
        let text =
          call.isBusybox ? "\(file): \(error.text)" : "cannot touch '\(file)': \(error.text)"
        status = call.complain(text)
      }
    }
    return status
  }
}
