internal import Glibc
internal import PodShell

/// The files that `-f FILE` reaches: the real disk, from the current folder.
struct DiskFiles: FileAccess {
  /// The limit of the Kubernetes API for a request body.
  static let largestFile = 3 << 20

  func read(_ path: String) throws(FileAccessError) -> String {
    do {
      let bytes = try Disk.read(Self.expanded(path), limit: Self.largestFile)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw FileAccessError(.notText, path: path)
      }
      return text
    } catch let error as Disk.ReadError {
      throw FileAccessError(error.reason, path: path)
    } catch let error as FileAccessError {
      throw error
    } catch {
      throw FileAccessError(.denied, path: path)
    }
  }

  /// `~/x` as a shell would read it: at podlab's prompt there is none.
  private static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = Environment.process.nonEmpty("HOME") else { return path }
    return home + path.dropFirst()
  }
}

extension Disk.ReadError {
  fileprivate var reason: FileAccessError.Reason {
    switch self {
    case .missing: .missing
    case .isDirectory: .isDirectory
    case .tooLarge: .tooLarge
    case .notAFile, .failed: .denied
    }
  }
}
