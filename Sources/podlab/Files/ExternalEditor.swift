internal import CLibedit
internal import Glibc

/// The learner's own editor on a temporary file.
enum ExternalEditor {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// The text as it was saved.
  static func edit(
    _ text: String, environment: Environment = .process
  ) throws(Failure) -> String {
    let folder = environment.nonEmpty("TMPDIR") ?? "/tmp"
    var path = Array("\(folder)/podlab-edit-XXXXXX.yaml\0".utf8CString.dropLast())
    let descriptor = unsafe path.withUnsafeMutableBufferPointer { name in
      unsafe name.baseAddress.map { unsafe mkstemps($0, 5) } ?? -1
    }
    guard descriptor >= 0 else {
      throw Failure(description: "cannot make a temporary file in \(folder): \(SystemError.last)")
    }
    let file = String(decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { _ = unsafe unlink(file) }
    let failure = Disk.write(text.utf8, to: descriptor)
    close(descriptor)
    if let failure { throw Failure(description: "cannot write \(file): \(failure)") }
    try run(on: file, environment)
    do {
      let bytes = try Disk.read(file, limit: DiskFiles.largestFile)
      guard let edited = String(validating: bytes, as: UTF8.self) else {
        throw Failure(description: "what was saved is not UTF-8 text")
      }
      return edited
    } catch let error as Failure {
      throw error
    } catch {
      throw Failure(description: "cannot read \(file) again: \(error)")
    }
  }

  /// As kubectl does: KUBE_EDITOR, then EDITOR, then vi.
  private static func run(on file: String, _ environment: Environment) throws(Failure) {
    let editor =
      environment.nonEmpty("KUBE_EDITOR") ?? environment.nonEmpty("EDITOR") ?? "vi"
    pl_signals_lend_terminal(1)
    defer { pl_signals_lend_terminal(0) }
    guard let process = ShellProcess.start(editor, argument: file) else {
      throw Failure(description: "cannot start the editor \(editor): \(SystemError.last)")
    }
    guard ShellProcess.wait(for: process) == 0 else {
      throw Failure(description: "the editor \(editor) failed; set KUBE_EDITOR or EDITOR")
    }
  }
}
