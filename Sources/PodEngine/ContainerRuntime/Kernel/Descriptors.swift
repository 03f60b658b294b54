extension Kernel {
  /// The descriptors that children inherit; the shell keeps its own copies above them.
  private static var inheritedCount: Int { 10 }

  func inheritableDescriptors(of number: Int) -> [Int?] {
    Array((processes[number]?.descriptors ?? []).prefix(Self.inheritedCount))
  }

  /// Puts an open file, which the caller owns, behind a descriptor; what was there is not closed.
  mutating func setDescriptor(_ descriptor: Int, _ open: Int?, of number: Int) {
    guard var list = processes[number]?.descriptors else { return }
    while list.count <= descriptor { list.append(nil) }
    list[descriptor] = open
    processes[number]?.descriptors = list
  }

  mutating func closeDescriptor(_ descriptor: Int, of number: Int) {
    if let open = openFile(descriptor, of: number) { close(open) }
    setDescriptor(descriptor, nil, of: number)
  }

  /// Puts an open file behind the first free descriptor from 10 on, which children do not inherit.
  mutating func addPrivateDescriptor(_ open: Int, of number: Int) throws(Errno) -> Int {
    let list = processes[number]?.descriptors ?? []
    var descriptor = Self.inheritedCount
    while descriptor < list.count, list[descriptor] != nil { descriptor += 1 }
    guard descriptor < RuntimeLimits.openFilesPerProcess else { throw .tooManyFiles }
    setDescriptor(descriptor, open, of: number)
    return descriptor
  }

  /// Makes room for a redirection: what is behind a descriptor moves out of the way.
  mutating func save(_ descriptor: Int, of number: Int) throws(Errno) -> Shell.SavedDescriptor {
    guard let open = openFile(descriptor, of: number) else {
      return Shell.SavedDescriptor(descriptor: descriptor, kept: nil)
    }
    let kept = try addPrivateDescriptor(open, of: number)
    setDescriptor(descriptor, nil, of: number)
    return Shell.SavedDescriptor(descriptor: descriptor, kept: kept)
  }

  mutating func restoreDescriptors(_ saved: [Shell.SavedDescriptor], of number: Int) {
    for entry in saved.reversed() {
      closeDescriptor(entry.descriptor, of: number)
      guard let kept = entry.kept else { continue }
      setDescriptor(entry.descriptor, openFile(kept, of: number), of: number)
      setDescriptor(kept, nil, of: number)
    }
  }

  /// The next line of input with its line end, or what is left at the end. Takes nothing beyond it.
  mutating func readLine(_ descriptor: Int, by number: Int) -> ReadResult {
    guard let open = openFile(descriptor, of: number), let file = openFiles[open]
    else { return .failed(.badDescriptor) }
    switch file.kind {
    case .pipeReader(let pipe):
      guard let buffer = pipes[pipe]?.buffer, !buffer.isEmpty else {
        return read(descriptor, atMost: 1, by: number)
      }
      let length = buffer.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? buffer.count
      return read(descriptor, atMost: length, by: number)
    case .file(let location):
      guard case .file(let bytes)? = node(at: location)?.kind else { return .end }
      let rest = bytes.slice(from: file.offset, length: bytes.count)
      guard !rest.isEmpty, file.offset < bytes.count else { return .end }
      let length = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.count
      return read(descriptor, atMost: length, by: number)
    case .null, .zero, .full, .random, .pipeWriter, .log, .exec:
      return read(descriptor, atMost: RuntimeLimits.pipeBytes, by: number)
    }
  }
}
