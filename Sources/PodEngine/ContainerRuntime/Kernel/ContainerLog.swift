/// What a container printed: lines with the time at which each was finished.
struct ContainerLog: Sendable {
  private(set) var lines = AppendLog<LogLine>()
  private(set) var byteCount = 0
  /// How many lines were dropped by rotation.
  private(set) var firstIndex = 0
  private var openLines: [LogStream: Bytes] = [:]

  /// containerd cuts longer lines (`max_container_log_line_size`).
  private static let lineBytes = 16_384

  mutating func append(_ bytes: Bytes, _ stream: LogStream, at time: SimulatedTime) {
    var rest = openLines[stream] ?? Bytes()
    // Rotation would drop all but the end of a flood anyway; cutting a terabyte into lines takes
    // days.
    let kept = RuntimeLimits.logBytes
    rest.append(
      bytes.count > kept ? bytes.slice(from: bytes.count - kept, length: kept) : bytes)
    while let end = Self.lineEnd(in: rest) {
      var line = rest.removeFirst(end.length)
      if end.hasNewline { line = line.slice(from: 0, length: line.count - 1) }
      add(line, stream, at: time, isPartial: !end.hasNewline)
    }
    openLines[stream] = rest
  }

  /// Writes what has no line end yet; when the container ends.
  mutating func flush(at time: SimulatedTime) {
    for stream in LogStream.allCases {
      guard let rest = openLines[stream], !rest.isEmpty else { continue }
      add(rest, stream, at: time, isPartial: true)
      openLines[stream] = nil
    }
  }

  private static func lineEnd(in bytes: Bytes) -> (length: Int, hasNewline: Bool)? {
    if let index = bytes.firstIndex(of: UInt8(ascii: "\n")), index < lineBytes {
      return (index + 1, true)
    }
    return bytes.count >= lineBytes ? (lineBytes, false) : nil
  }

  private mutating func add(
    _ line: Bytes, _ stream: LogStream, at time: SimulatedTime, isPartial: Bool
  ) {
    if byteCount + line.count > RuntimeLimits.logBytes {
      firstIndex += lines.count
      lines = AppendLog()
      byteCount = 0
    }
    byteCount += line.count + 1
    lines.append(
      LogLine(time: time, stream: stream, text: line.text(), isPartial: isPartial))
  }

  /// Everything that is kept, the line that is not finished included.
  var all: Bytes {
    var text = Bytes()
    for line in lines.elements(from: 0) { text.append(line.text + (line.isPartial ? "" : "\n")) }
    for stream in LogStream.allCases { text.append(openLines[stream] ?? Bytes()) }
    return text
  }

  /// The last bytes as one text, at most `limitBytes` and `limitLines`: for
  /// `FallbackToLogsOnError`.
  func tail(limitBytes: Int, limitLines: Int) -> String {
    let chosen = lines.elements(from: max(0, lines.count - limitLines))
    let text = chosen.map { $0.isPartial ? $0.text : $0.text + "\n" }.joined()
    let bytes = Array(text.utf8)
    return bytes.count <= limitBytes
      ? text : String(decoding: bytes[(bytes.count - limitBytes)...], as: UTF8.self)
  }
}

/// One line of a container's log.
package struct LogLine: Hashable, Sendable {
  package let time: SimulatedTime
  package let stream: LogStream
  /// Without the line end.
  package let text: String
  /// The line goes on in the next entry, or the container ended without a line end.
  package let isPartial: Bool
}

/// Where a process wrote to.
package enum LogStream: Hashable, Sendable, CaseIterable { case stdout, stderr }
