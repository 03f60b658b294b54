/// A program that is still being loaded: its process is there, and does nothing of its own yet.
struct LoadingProgram: Program {
  let loaded: ProgramStart
  let until: SimulatedTime

  static func start(of program: ProgramStart, until: SimulatedTime) -> ProgramStart {
    ProgramStart(
      program: LoadingProgram(loaded: program, until: until), arguments: program.arguments,
      environment: program.environment)
  }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    kernel.now < until ? .sleep(until: until) : .become(loaded)
  }
}
