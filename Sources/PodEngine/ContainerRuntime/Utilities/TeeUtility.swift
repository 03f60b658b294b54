/// `tee [-a] FILE…`.
struct TeeUtility: Program {
  private let files: [String]
  private let appends: Bool
  private var descriptors: [Int] = []
  private var isOpen = false
  private var pending: [(descriptor: Int, bytes: Bytes)] = []
  private var status = 0

  init(_ arguments: [String]) {
    files = arguments.filter { !$0.hasPrefix("-") }
    appends = arguments.contains("-a")
  }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if !isOpen { open(&kernel, process) }
    while let next = pending.first {
      if case .wouldBlock(let rest) = kernel.write(next.bytes, to: next.descriptor, by: process) {
        pending[0].bytes = rest
        return .block
      }
      pending.removeFirst()
    }
    switch kernel.read(0, atMost: RuntimeLimits.pipeBytes, by: process) {
    case .data(let bytes):
      pending = ([1] + descriptors).map { ($0, bytes) }
      return .goOn
    case .end, .failed: return .exit(status)
    case .wouldBlock: return .block
    }
  }

  private mutating func open(_ kernel: inout Kernel, _ process: Int) {
    isOpen = true
    for file in files {
      do throws(Errno) {
        let open = try kernel.open(file, appends ? .append : .write, by: process)
        descriptors.append(try kernel.addPrivateDescriptor(open, of: process))
      } catch {
        status = 1
        _ = kernel.write(Bytes("tee: \(file): \(error.text)\n"), to: 2, by: process)
      }
    }
  }
}
