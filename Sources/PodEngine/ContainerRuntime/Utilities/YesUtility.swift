/// `yes [WORD…]`: for ever, as fast as the reader takes it and the budget of instructions allows.
struct YesUtility: Program {
  private let line: [UInt8]
  private var pending = Bytes()

  init(_ arguments: [String]) {
    line = Array(((arguments.isEmpty ? "y" : arguments.joined(separator: " ")) + "\n").utf8)
  }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if pending.isEmpty {
      pending = Bytes(repeating: line, times: max(1, 4096 / line.count))
    }
    switch kernel.write(pending, to: 1, by: process) {
    case .done:
      pending = Bytes()
      return .goOn
    case .wouldBlock(let rest):
      pending = rest
      return .block
    case .failed: return .exit(1)
    }
  }
}
