import Glibc

/// A folder of its own for one test; it goes away with the value.
final class TemporaryFolder {
  enum Failure: Error { case make, write(String), read(String) }

  let path: String

  init() throws {
    var template = Array("/tmp/podlab-test-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw Failure.make }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { Self.remove(path) }

  /// Home and state are here, so that no test sees the user's own.
  var environment: [String] {
    ["HOME=\(path)", "XDG_STATE_HOME=\(path)/state", "LANG=C.UTF-8", "PATH=/usr/bin:/bin"]
  }

  func file(_ name: String) -> String { path + "/" + name }

  /// Writes a file and gives its path.
  func write(_ name: String, _ text: String) throws -> String {
    let descriptor = unsafe open(file(name), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { throw Failure.write(name) }
    defer { close(descriptor) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      guard count > 0 else { throw Failure.write(name) }
      rest = rest.dropFirst(count)
    }
    return file(name)
  }

  func read(_ name: String) throws -> String {
    let descriptor = unsafe open(file(name), O_RDONLY)
    guard descriptor >= 0 else { throw Failure.read(name) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = unsafe Glibc.read(descriptor, &block, block.count)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(contentsOf: block[..<count])
    }
  }

  private static func remove(_ path: String) {
    let nothing = Spawn.Descriptors.each(input: -1, output: -1, errors: -1)
    if let process = try? Spawn.start(["/bin/rm", "-rf", path], environment: [], nothing) {
      _ = Spawn.wait(for: process)
    }
  }
}
