/// Where commands read and write files: the real disk in the program, the files of the lesson in a
/// lesson.
package protocol FileAccess: Sendable {
  /// The text of a file. Throws when there is none, it is too large, or it is no UTF-8.
  func read(_ path: String) throws(FileAccessError) -> String

  /// Puts a text into a file, or adds it at its end. Throws where nothing may be written: unless
  /// somebody allows it, that is everywhere.
  func write(_ text: String, to path: String, appending: Bool) throws(FileAccessError)

  /// Gives a file another name; what had that name is gone.
  func move(_ path: String, to other: String) throws(FileAccessError)

  func remove(_ path: String) throws(FileAccessError)

  /// The files and folders whose paths begin with a text, for Tab; a folder ends with `/`.
  func names(beginning path: String) -> [String]
}

extension FileAccess {
  package func names(beginning path: String) -> [String] { [] }

  package func write(
    _ text: String, to path: String, appending: Bool
  ) throws(FileAccessError) {
    throw FileAccessError(.readOnly, path: path)
  }

  package func move(_ path: String, to other: String) throws(FileAccessError) {
    throw FileAccessError(.readOnly, path: other)
  }

  package func remove(_ path: String) throws(FileAccessError) {
    throw FileAccessError(.readOnly, path: path)
  }
}

/// Why a file could not be read or written.
package struct FileAccessError: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case missing, isDirectory, tooLarge, notText, denied
    /// Nothing is written here at all: in lessons and transcripts.
    case readOnly
    /// A script writes only below the folder in which it was started.
    case outside
    /// A page reaches only the files of its own folder.
    case elsewhere
    /// A folder in which nothing is named like a manifest.
    case noManifests
    /// A folder with more manifests than one command reads.
    case tooMany(Int)
    /// The system refuses, in its own words.
    case refused(String)
  }
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

extension FileAccessError.Reason {
  /// In words.
  package var explanation: String {
    switch self {
    case .missing: "there is no such file"
    case .isDirectory: "it is a folder"
    case .tooLarge: "it is larger than 3 MiB"
    case .notText: "it is not UTF-8 text"
    case .denied: "it cannot be opened as a regular file"
    case .readOnly: "nothing is written here"
    case .outside: "it is not below the working folder"
    case .noManifests: "no file in it ends with .json, .yaml or .yml"
    case .tooMany(let limit): "it has more than \(limit) manifests"
    case .elsewhere: "it lies outside the folder of the page"
    case .refused(let reason): reason
    }
  }
}
