/// Why a name cannot be run.
enum LaunchError: Error, Hashable, Sendable {
  case notFound, permission, isDirectory, noExec

  func text(_ dialect: ShellDialect) -> String {
    switch self {
    case .notFound: dialect == .bash ? "No such file or directory" : "not found"
    case .isDirectory where dialect == .bash: Errno.isDirectory.text
    case .permission, .isDirectory: Errno.permission.text
    case .noExec: Errno.noExec.text
    }
  }
}

extension Kernel {
  /// Finds a program as `execvp` does: a name with a slash is a path, another is looked for in the
  /// search path. With `shell`, a text file without `#!` is run by that shell.
  func program(
    named name: String, arguments: [String], searchPath: String, for process: Process,
    shell: ShellDialect?
  ) throws(LaunchError) -> ProgramStart {
    if name.contains("/") {
      return try program(at: name, arguments: arguments, for: process, shell: shell, depth: 0)
    }
    var failure = LaunchError.notFound
    for folder in searchPath.split(separator: ":", omittingEmptySubsequences: false) {
      let path = (folder.isEmpty ? "." : String(folder)) + "/" + name
      do throws(LaunchError) {
        return try program(at: path, arguments: arguments, for: process, shell: shell, depth: 0)
      } catch { if error == .permission { failure = error } }
    }
    throw failure
  }

  private func program(
    at path: String, arguments: [String], for process: Process, shell: ShellDialect?, depth: Int
  ) throws(LaunchError) -> ProgramStart {
    let node: FileNode
    do throws(Errno) { node = try self.node(path, by: process) } catch { throw .notFound }
    switch node.kind {
    case .directory: throw .isDirectory
    case .device, .link: throw .permission
    case .program(let name):
      guard let program = ProgramTable.program(named: name, arguments: arguments)
      else { throw .noExec }
      return ProgramStart(
        program: program, arguments: arguments, environment: process.environment)
    case .file(let bytes):
      guard node.mode & 0o111 != 0 else { throw .permission }
      let firstLine = bytes.slice(from: 0, length: 256).text().prefix { $0 != "\n" }
      let rest = arguments.dropFirst()
      guard firstLine.hasPrefix("#!") else {
        guard let shell else { throw .noExec }
        let words = ["sh", path] + rest
        return ProgramStart(
          program: Shell(arguments: [path] + rest, dialect: shell), arguments: words,
          environment: process.environment)
      }
      guard depth < 4 else { throw .noExec }
      let words = firstLine.dropFirst(2).split(separator: " ", maxSplits: 1).map(String.init)
      guard let interpreter = words.first else { throw .noExec }
      return try program(
        at: interpreter, arguments: words + [path] + rest, for: process, shell: shell,
        depth: depth + 1)
    }
  }
}
