/// Where commands read files: the real disk in the program, the files of the lesson in a lesson.
package protocol FileAccess: Sendable {
  /// The text of a file. Throws when there is none, it is too large, or it is no UTF-8.
  func read(_ path: String) throws(FileAccessError) -> String
}

/// Why a file could not be read.
package struct FileAccessError: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable { case missing, isDirectory, tooLarge, notText, denied }
  package let reason: Reason
  package let path: String

  package init(_ reason: Reason, path: String) { (self.reason, self.path) = (reason, path) }
}

/// No files at all.
package struct NoFiles: FileAccess {
  package init() {}

  package func read(_ path: String) throws(FileAccessError) -> String {
    throw FileAccessError(.missing, path: path)
  }
}
