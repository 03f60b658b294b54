internal import Glibc
internal import PodShell

/// Reads lines from a file descriptor as they arrive, without any editing: pipes, and terminals in
/// plain mode.
final class PipeReader: LineSource {
  /// A longer line is an error: no manifest that Kubernetes accepts is larger.
  static let longestLine = 3 << 20

  private let descriptor: Int32
  private let prompt: ((LinePurpose) -> Void)?
  private var buffered: [UInt8] = []
  private var position = 0
  private var sawEnd = false

  /// `prompt` is called before each line; nil where nobody types.
  init(descriptor: Int32, prompt: ((LinePurpose) -> Void)? = nil) {
    (self.descriptor, self.prompt) = (descriptor, prompt)
  }

  func nextLine(_ purpose: LinePurpose) -> LineEvent {
    prompt?(purpose)
    var line: [UInt8] = []
    while true {
      let rest = buffered[position...]
      if let newline = rest.firstIndex(of: UInt8(ascii: "\n")) {
        line.append(contentsOf: rest[..<newline])
        position = newline + 1
        return .line(text(of: line))
      }
      line.append(contentsOf: rest)
      position = buffered.count
      if line.count > Self.longestLine {
        return .failed("a line of the input is longer than \(Self.longestLine) bytes")
      }
      switch fill() {
      case .some(let event) where event == .end && !line.isEmpty: return .line(text(of: line))
      case .some(let event): return event
      case nil: break
      }
    }
  }

  /// Reads more; an event when there is nothing to read.
  private func fill() -> LineEvent? {
    if sawEnd { return .end }
    buffered = [UInt8](repeating: 0, count: 65536)
    position = 0
    let count = unsafe buffered.withUnsafeMutableBytes { bytes in
      unsafe read(descriptor, bytes.baseAddress, bytes.count)
    }
    let failure = errno
    buffered.removeLast(buffered.count - max(count, 0))
    if count > 0 { return nil }
    if count < 0 && failure == EINTR { return .interrupted(onEmptyLine: false) }
    if count < 0 && failure != EIO { return .failed(SystemError(failure).description) }
    sawEnd = true
    return .end
  }

  private func text(of line: [UInt8]) -> String {
    let bytes = line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...]
    return String(decoding: bytes, as: UTF8.self)
  }
}
