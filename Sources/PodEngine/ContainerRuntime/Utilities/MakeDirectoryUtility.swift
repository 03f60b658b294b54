/// `mkdir [-p] FOLDER…`.
enum MakeDirectoryUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    let (letters, folders) = call.options()
    var status = 0
    for folder in folders {
      do throws(Errno) {
        if letters.contains("p") {
          try makeAll(folder, &call)
        } else {
          try call.kernel.makeDirectory(folder, by: call.number)
        }
      } catch {
        let verb = call.isBusybox ? "can't" : "cannot"
        let name = call.isBusybox ? "'\(folder)'" : "\u{2018}\(folder)\u{2019}"
        status = call.complain("\(verb) create directory \(name): \(error.text)")
      }
    }
    return status
  }

  private static func makeAll(_ folder: String, _ call: inout UtilityCall) throws(Errno) {
    guard let process = call.process else { throw .noProcess }
    var path = folder.hasPrefix("/") ? "" : "."
    for part in folder.split(separator: "/") {
      path += "/" + part
      if let node = try? call.kernel.node(path, by: process) {
        guard node.isDirectory else { throw .exists }
      } else {
        try call.kernel.makeDirectory(path, by: call.number)
      }
    }
  }
}
