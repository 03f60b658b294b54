internal import Glibc

/// Reading whole files, with limits.
enum Disk {
  /// Why a file was not read.
  enum ReadError: Error, Hashable, Sendable {
    case missing
    case isDirectory
    case tooLarge
    /// A device, a pipe or a socket: reading it could block or never end.
    case notAFile
    case failed(SystemError)
  }

  /// The bytes of a regular file of at most `limit` bytes.
  static func read(_ path: String, limit: Int) throws(ReadError) -> [UInt8] {
    guard !path.utf8.contains(0) else { throw .missing }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
      let error = SystemError.last
      throw error.number == ENOENT || error.number == ENOTDIR ? .missing : .failed(error)
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .failed(.last) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .isDirectory
    default: throw .notAFile
    }
    guard status.st_size <= limit else { throw .tooLarge }
    return try readAll(descriptor, limit: limit)
  }

  private static func readAll(_ descriptor: Int32, limit: Int) throws(ReadError) -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = unsafe block.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count == 0 { return bytes }
      if count < 0 && errno == EINTR { continue }
      if count < 0 { throw .failed(.last) }
      bytes.append(contentsOf: block[..<count])
      // The file may have grown since it was looked at.
      if bytes.count > limit { throw .tooLarge }
    }
  }

  /// Writes all bytes; nil, or why not.
  static func write(_ bytes: some Sequence<UInt8>, to descriptor: Int32) -> SystemError? {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 && (errno == EINTR || errno == EAGAIN) { continue }
      if count < 0 { return .last }
      rest = rest.dropFirst(count)
    }
    return nil
  }
}
