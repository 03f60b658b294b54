/// What an exec prints, kept until it is fetched.
struct ExecOutput: Sendable {
  private(set) var combined = Bytes()
  private(set) var stdout = Bytes()
  private(set) var stderr = Bytes()
  private(set) var isCut = false

  mutating func append(_ bytes: Bytes, _ stream: LogStream) {
    guard combined.count + bytes.count <= RuntimeLimits.execOutputBytes else {
      isCut = true
      return
    }
    combined.append(bytes)
    switch stream {
    case .stdout: stdout.append(bytes)
    case .stderr: stderr.append(bytes)
    }
  }
}
