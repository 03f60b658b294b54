/// A utility that needs all of its input before it does anything: reads standard input to its end
/// where its arguments name no file, then works like one that never waits.
struct InputUtility: Program {
  private let name: String
  private let arguments: [String]
  private let action: ImmediateUtility.Action
  private var input = Bytes()

  /// Options whose value is the next word.
  private static let withValue = ["-w", "-c", "-d", "-n", "-N", "-A", "-t", "-s", "-e"]

  init(_ name: String, _ arguments: [String], _ action: @escaping ImmediateUtility.Action) {
    self.name = name
    self.arguments = arguments
    self.action = action
  }

  var memoryBytes: Int { 262_144 + input.count }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if readsInput {
      switch kernel.read(0, atMost: RuntimeLimits.pipeBytes, by: process) {
      case .data(let bytes):
        if input.count <= RuntimeLimits.storedBytesPerFile { input.append(bytes) }
        return .goOn
      case .wouldBlock: return .block
      case .end, .failed: break
      }
    }
    return .become(
      ProgramStart(
        program: ImmediateUtility(name, arguments, input: input, action),
        arguments: kernel.processes[process]?.arguments ?? [name],
        environment: kernel.processes[process]?.environment ?? []))
  }

  private var readsInput: Bool {
    if arguments.contains("-") { return true }
    var isValue = false
    for word in arguments {
      if isValue {
        isValue = false
      } else if Self.withValue.contains(word), name == "base64" || name == "paste" {
        isValue = true
      } else if !word.hasPrefix("-") {
        return false
      }
    }
    return true
  }
}
