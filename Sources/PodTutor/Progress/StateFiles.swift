/// The few text files in which progress survives. The program gives the real folder, tests an
/// imagined one.
package protocol StateFiles: Sendable {
  /// The text of a file; nil when there is none. Bytes that are no UTF-8 come as U+FFFD.
  func read(_ name: String) throws(StateFilesError) -> String?
  /// Adds a line and waits until it is on the disk.
  func appendLine(_ line: String, to name: String) throws(StateFilesError)
  /// Writes a whole file, so that at every moment either the old or the new text is there.
  func replaceAtomically(_ name: String, with text: String) throws(StateFilesError)
  /// Takes a name for this process alone, until it ends however it ends; false when another one has
  /// it.
  func hold(_ name: String) -> Bool
  /// Does something while no other process does it.
  func alone(_ work: () throws(StateFilesError) -> Void) throws(StateFilesError)
  /// Gives a file that cannot be read another name, so that nothing is lost, and returns that name.
  func setAside(_ name: String) throws(StateFilesError) -> String
}

/// Why progress could not be read or saved, in words that name the file.
package struct StateFilesError: Error, Hashable, Sendable {
  package let message: String

  package init(_ message: String) { self.message = message }
}
