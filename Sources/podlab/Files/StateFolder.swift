internal import Glibc

/// Where podlab keeps what outlives a session: `$XDG_STATE_HOME/podlab`, by default
/// `~/.local/state/podlab`.
struct StateFolder: Hashable, Sendable {
  let path: String

  /// Nil when the environment names no home.
  init?(_ environment: Environment) {
    // The specification says to ignore a relative path.
    if let state = environment.nonEmpty("XDG_STATE_HOME"), state.hasPrefix("/") {
      path = state + "/podlab"
    } else if let home = environment.nonEmpty("HOME"), home.hasPrefix("/") {
      path = home + "/.local/state/podlab"
    } else {
      return nil
    }
  }

  /// The path of a file in it.
  func file(_ name: String) -> String { path + "/" + name }

  /// Makes the folder of a file and those above it, readable by the user only.
  static func makeFolder(of file: String) {
    guard let slash = file.lastIndex(of: "/"), slash != file.startIndex else { return }
    let folder = String(file[..<slash])
    guard unsafe access(folder, F_OK) != 0 else { return }
    makeFolder(of: folder)
    // A folder that cannot be made shows when the file in it cannot be opened.
    _ = unsafe mkdir(folder, 0o700)
  }
}
