import Foundation

/// The built program, run as a user runs it.
enum Podlab {
  struct Run {
    let status: Int32
    let output: String
    let errors: String
  }

  /// It lies beside the test bundle, or where `PODLAB_BINARY` says.
  static let binary: URL = {
    if let path = ProcessInfo.processInfo.environment["PODLAB_BINARY"] {
      return URL(fileURLWithPath: path)
    }
    let running = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
    var folder = running.deletingLastPathComponent()
    for _ in 0..<4 {
      let candidate = folder.appendingPathComponent("podlab")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
      folder.deleteLastPathComponent()
    }
    return URL(fileURLWithPath: ".build/debug/podlab")
  }()

  static func run(_ arguments: [String]) throws -> Run {
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let outputData = output.fileHandleForReading.readDataToEndOfFile()
    let errorData = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: String(decoding: outputData, as: UTF8.self),
      errors: String(decoding: errorData, as: UTF8.self))
  }
}
