internal import ArgumentParser
internal import Glibc

/// Which podlab this is.
enum Version {
  static let number = "0.1.0"
  /// What `podlab version` prints.
  static let line = "podlab \(number) (Kubernetes 1.33)"
}

/// `podlab version`.
struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version", abstract: "Print the version of podlab.")

  func run() { Output(descriptor: STDOUT_FILENO).write(Version.line + "\n") }
}
