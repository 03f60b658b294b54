/// `dd if=FILE of=FILE bs=SIZE count=N`.
struct CopyBlocksUtility: Program {
  private var values: [String: String] = [:]
  private var invalid: String?
  private var input: Int?
  private var output: Int?
  private var blockBytes = 512
  private var remainingBlocks: Int?
  private var copiedBytes = 0
  private var copiedBlocks = 0
  private var partialBlocks = 0
  private var pending = Bytes()
  private var isDone = false
  private var status = 0

  init(_ arguments: [String]) {
    for word in arguments {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      if parts.count == 2 { values[parts[0]] = parts[1] } else { invalid = word }
    }
  }

  var memoryBytes: Int { 262_144 + min(blockBytes, 1 << 40) }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    guard input != nil else { return open(&kernel, process) }
    if !pending.isEmpty, let waiting = write(&kernel, process) { return waiting }
    if isDone { return finish(&kernel, process) }
    return read(&kernel, process)
  }

  private mutating func open(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if let invalid { return fail("invalid argument '\(invalid)'", &kernel, process) }
    if let text = values["bs"] ?? values["ibs"] {
      guard let size = SizeText.bytes(text), size > 0 else {
        return fail("invalid number '\(text)'", &kernel, process)
      }
      blockBytes = size
    }
    if let text = values["count"] {
      guard let count = SizeText.bytes(text) else {
        return fail("invalid number '\(text)'", &kernel, process)
      }
      remainingBlocks = count
    }
    do throws(Errno) {
      input =
        try values["if"].map { path throws(Errno) in
          try open(path, .read, &kernel, process)
        } ?? 0
    } catch { return fail("can't open '\(values["if"] ?? "")': \(error.text)", &kernel, process) }
    do throws(Errno) {
      output =
        try values["of"].map { path throws(Errno) in
          try open(path, .write, &kernel, process)
        } ?? 1
    } catch { return fail("can't open '\(values["of"] ?? "")': \(error.text)", &kernel, process) }
    return .goOn
  }

  private func open(
    _ path: String, _ mode: OpenMode, _ kernel: inout Kernel, _ process: Int
  ) throws(Errno) -> Int {
    try kernel.addPrivateDescriptor(try kernel.open(path, mode, by: process), of: process)
  }

  private func fail(_ text: String, _ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    _ = kernel.write(Bytes("dd: \(text)\n"), to: 2, by: process)
    return .exit(1)
  }

  /// Whole blocks at a time: up to 1 GiB of a file or device, what is there of a pipe.
  private mutating func read(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if remainingBlocks == 0 {
      isDone = true
      return .goOn
    }
    let blocks = max(1, min(remainingBlocks ?? .max, (1 << 30) / blockBytes))
    let length = blocks.multipliedReportingOverflow(by: blockBytes)
    guard let input, !length.overflow else { return fail("out of memory", &kernel, process) }
    switch kernel.read(input, atMost: length.partialValue, by: process) {
    case .wouldBlock: return .block
    case .end: isDone = true
    case .failed(let error): return fail("read error: \(error.text)", &kernel, process)
    case .data(let bytes):
      pending = bytes
      let whole = bytes.count / blockBytes
      let hasPart = bytes.count % blockBytes != 0
      copiedBlocks += whole
      partialBlocks += hasPart ? 1 : 0
      if let remainingBlocks {
        self.remainingBlocks = max(0, remainingBlocks - whole - (hasPart ? 1 : 0))
      }
    }
    return .goOn
  }

  private mutating func write(_ kernel: inout Kernel, _ process: Int) -> ProgramStep? {
    let count = pending.count
    switch kernel.write(pending, to: output ?? 1, by: process) {
    case .done:
      copiedBytes += count
      pending = Bytes()
      return nil
    case .wouldBlock(let rest):
      copiedBytes += count - rest.count
      pending = rest
      return .block
    case .failed(let error):
      _ = kernel.write(
        Bytes("dd: error writing '\(values["of"] ?? "standard output")': \(error.text)\n"), to: 2,
        by: process)
      pending = Bytes()
      isDone = true
      status = 1
      return nil
    }
  }

  private func finish(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    let size = Self.readable(copiedBytes)
    let text =
      "\(copiedBlocks)+\(partialBlocks) records in\n\(copiedBlocks)+\(partialBlocks) records out\n"
      + "\(copiedBytes) bytes\(size) copied, 0.000000 seconds\n"
    if values["status"] != "none" { _ = kernel.write(Bytes(text), to: 2, by: process) }
    return .exit(status)
  }

  /// ` (60.0MB)`
  private static func readable(_ bytes: Int) -> String {
    for (unit, size) in [("GB", 1 << 30), ("MB", 1 << 20), ("KB", 1 << 10)] where bytes >= size {
      let tenths = bytes * 10 / size
      return " (\(tenths / 10).\(tenths % 10)\(unit))"
    }
    return ""
  }
}
