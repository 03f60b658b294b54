/// `stress` (polinux/stress) and vish/stress: take memory and keep it, and want processors.
struct StressProgram: Program {
  private var bytes = 0
  private var processors = 0
  private var end: SimulatedDuration?
  private var hasStarted = false
  private var startedAt = SimulatedTime.start
  private let kind: Kind

  private enum Kind: Sendable {
    /// The workers for memory, as its greeting counts them.
    case stress(workers: Int)
    case vish(memory: String)
  }

  /// `stress --cpu 2 --vm 1 --vm-bytes 150M --vm-hang 1 --timeout 60s`
  init(arguments: [String]) {
    var workers = 0
    var each = 256 << 20
    var rests = false
    let words = arguments.flatMap { $0.split(separator: "=").map(String.init) }
    for (index, word) in words.enumerated() where index + 1 < words.count {
      let value = words[index + 1]
      switch word {
      case "--cpu", "-c": processors = Int(value) ?? 0
      case "--vm", "-m": workers = Int(value) ?? 0
      case "--vm-bytes": each = SizeText.bytes(value) ?? each
      case "--vm-hang": rests = true
      case "--timeout", "-t":
        end = DurationText.milliseconds(value).map { .milliseconds($0) }
      default: break
      }
    }
    kind = .stress(workers: workers)
    let product = workers.multipliedReportingOverflow(by: each)
    bytes = product.overflow ? Bytes.maximumCount : product.partialValue
    greetingProcessors = processors
    // Workers that do not rest write their memory over and over.
    if !rests { processors += min(max(workers, 0), Self.mostProcessors) }
    processors = min(max(processors, 0), Self.mostProcessors)
  }

  private var greetingProcessors = 0
  /// More than any machine has.
  private static let mostProcessors = 1024

  /// `stress -mem-total 150Mi -cpus 2`
  init(vishArguments arguments: [String]) {
    var memory = "0"
    for (index, word) in arguments.enumerated() where index + 1 < arguments.count {
      let value = arguments[index + 1]
      switch word {
      case "-mem-total", "--mem-total":
        memory = value
        bytes = SizeText.bytes(value) ?? 0
      case "-cpus", "--cpus": processors = min(max(Int(value) ?? 0, 0), Self.mostProcessors)
      default: break
      }
    }
    kind = .vish(memory: memory)
  }

  var memoryBytes: Int { 1_048_576 + (hasStarted ? bytes : 0) }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if !hasStarted {
      hasStarted = true
      startedAt = kernel.now
      greet(&kernel, process)
      kernel.want(processors * 1000, for: process)
    }
    guard let end else { return .block }
    guard kernel.now >= startedAt + end else { return .sleep(until: startedAt + end) }
    kernel.want(-processors * 1000, for: process)
    return .exit(0)
  }

  private func greet(_ kernel: inout Kernel, _ process: Int) {
    switch kind {
    case .stress(let workers):
      let text =
        "stress: info: [1] dispatching hogs: \(greetingProcessors) cpu, 0 io, \(workers) vm, 0 hdd\n"
      _ = kernel.write(Bytes(text), to: 1, by: process)
    case .vish(let memory):
      var lines = [
        (
          26,
          "Allocating \(GoSyntax.quoted(memory)) memory, in \"4Ki\" chunks, with a 1ms sleep between "
            + "allocations"
        )
      ]
      lines += Array(
        repeating: (39, "Spawning a thread to consume CPU"), count: min(processors, 64))
      lines.append((29, "Allocated \(GoSyntax.quoted(memory)) memory"))
      for (line, text) in lines {
        let head = LogHeader.text(at: kernel.now, file: "main.go", line: line)
        _ = kernel.write(Bytes("\(head) \(text)\n"), to: 2, by: process)
      }
    }
  }
}

/// The head of a line in the logs of Go programs that use klog: `I0102 15:04:05.000000       1 x.go:1]`.
enum LogHeader {
  static func text(at time: SimulatedTime, file: String, line: Int) -> String {
    // 2006-01-02T15:04:05.000000Z
    let stamp = time.microTimestamp
    let (date, clock) = (stamp.prefix(10), stamp.dropFirst(11).prefix(15))
    let day = date.dropFirst(5).replacing("-", with: "")
    return "I\(day) \(clock)       1 \(file):\(line)]"
  }
}
