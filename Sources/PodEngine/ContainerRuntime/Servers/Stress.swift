/// `stress` (polinux/stress) and vish/stress: take memory and keep it; processor load is not
/// simulated.
struct StressProgram: Program {
  private var bytes = 0
  private var end: SimulatedDuration?
  private var hasStarted = false
  private var startedAt = SimulatedTime.start
  private var greeting: String

  /// `stress --vm 1 --vm-bytes 150M --vm-hang 1 --timeout 60s`
  init(arguments: [String]) {
    var workers = 0
    var each = 256 << 20
    let words = arguments.flatMap { $0.split(separator: "=").map(String.init) }
    for (index, word) in words.enumerated() where index + 1 < words.count {
      switch word {
      case "--vm", "-m": workers = Int(words[index + 1]) ?? 0
      case "--vm-bytes": each = SizeText.bytes(words[index + 1]) ?? each
      case "--timeout", "-t":
        end = DurationText.milliseconds(words[index + 1]).map { .milliseconds($0) }
      default: break
      }
    }
    let product = workers.multipliedReportingOverflow(by: each)
    bytes = product.overflow ? Bytes.maximumCount : product.partialValue
    greeting = "stress: info: [1] dispatching hogs: 0 cpu, 0 io, \(workers) vm, 0 hdd\n"
  }

  /// `stress -mem-total 150Mi -cpus 2`
  init(vishArguments arguments: [String]) {
    for (index, word) in arguments.enumerated() where index + 1 < arguments.count {
      if word == "-mem-total" || word == "--mem-total" {
        bytes = SizeText.bytes(arguments[index + 1]) ?? 0
      }
    }
    greeting = "Allocating \"\(bytes)\" memory\n"
  }

  var memoryBytes: Int { 1_048_576 + (hasStarted ? bytes : 0) }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if !hasStarted {
      hasStarted = true
      startedAt = kernel.now
      _ = kernel.write(Bytes(greeting), to: 1, by: process)
    }
    guard let end else { return .block }
    return kernel.now >= startedAt + end ? .exit(0) : .sleep(until: startedAt + end)
  }
}
