/// What an exec prints, kept until it is fetched.
struct ExecOutput: Sendable {
  /// What a stream took, in the order in which it came.
  struct Piece: Sendable {
    let stream: LogStream
    var bytes: Bytes
  }

  private(set) var pieces: [Piece] = []
  private var count = 0
  private(set) var isCut = false

  mutating func append(_ bytes: Bytes, _ stream: LogStream) {
    guard count + bytes.count <= RuntimeLimits.execOutputBytes else {
      isCut = true
      return
    }
    count += bytes.count
    if let last = pieces.indices.last, pieces[last].stream == stream {
      pieces[last].bytes.append(bytes)
    } else {
      pieces.append(Piece(stream: stream, bytes: bytes))
    }
  }

  /// What one stream took; nil means both, as they came.
  func bytes(_ stream: LogStream? = nil) -> Bytes {
    var all = Bytes()
    for piece in pieces where stream == nil || piece.stream == stream { all.append(piece.bytes) }
    return all
  }
}
