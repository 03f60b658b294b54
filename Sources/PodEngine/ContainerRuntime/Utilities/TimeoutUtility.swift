/// `timeout [-s SIGNAL] SECONDS PROGRAM…`.
struct TimeoutUtility: Program {
  private var words: [String]
  private var signal = Signal.term
  private var child: Int?
  private var end = SimulatedTime.start
  private var hasFired = false

  init(_ arguments: [String]) {
    words = arguments
    while let first = words.first, first.hasPrefix("-") {
      words.removeFirst()
      if first == "-s" || first == "-k", !words.isEmpty {
        let value = words.removeFirst()
        if first == "-s" { signal = Signal(value) ?? .term }
      }
    }
  }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    guard let child else { return start(&kernel, process) }
    if let status = kernel.takeStatus(of: child, parent: process) {
      return .exit(hasFired ? 143 : status.code)
    }
    if kernel.now >= end, !hasFired {
      hasFired = true
      kernel.deliver(signal, to: child)
      return .goOn
    }
    return hasFired ? .block : .sleep(until: end)
  }

  private mutating func start(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    guard words.count >= 2, let length = DurationText.milliseconds(words[0]),
      let own = kernel.processes[process]
    else { return fail("invalid number '\(words.first ?? "")'", 1, &kernel, process) }
    let command = Array(words.dropFirst())
    do throws(LaunchError) {
      let start = try kernel.program(
        named: command[0], arguments: command,
        searchPath: own.variable("PATH") ?? ImageCatalogue.defaultPath, for: own, shell: nil)
      do throws(Errno) { child = try kernel.fork(process, start) } catch {
        return fail("can't fork: \(error.text)", 1, &kernel, process)
      }
    } catch {
      return fail("can't execute '\(command[0])': \(Errno.noEntry.text)", 127, &kernel, process)
    }
    end = kernel.now + .milliseconds(length)
    return .sleep(until: end)
  }

  private func fail(_ text: String, _ status: Int, _ kernel: inout Kernel, _ process: Int)
    -> ProgramStep
  {
    _ = kernel.write(Bytes("timeout: \(text)\n"), to: 2, by: process)
    return .exit(status)
  }
}
