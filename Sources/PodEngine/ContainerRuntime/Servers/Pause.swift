/// `/pause`: holds the namespaces of a Pod; ends on TERM and INT.
struct PauseProgram: Program {
  private var hasStarted = false

  var memoryBytes: Int { 65_536 }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if kernel.takeSignal(process) != nil { return .exit(0) }
    if !hasStarted {
      hasStarted = true
      for signal in [Signal.term, .int] { kernel.setDisposition(signal, .caught, of: process) }
    }
    return .block
  }
}

/// `docker-entrypoint.sh` of many images: becomes the program that its arguments name; options
/// alone go to the image's main program.
struct ExecArguments: Program {
  private let words: [String]
  private let mainProgram: String
  /// Whom root becomes before it runs the main program; nil leaves root as it is.
  private let user: Int?

  init(_ words: [String], mainProgram: String, user: Int? = nil) {
    self.words = words
    self.mainProgram = mainProgram
    self.user = user
  }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    guard var command = words.first, let own = kernel.processes[process] else { return .exit(0) }
    var words = words
    if command.hasPrefix("-") || command.hasSuffix(".conf")
      || mainProgram == "curl" && command.contains("/")
    {
      command = mainProgram
      words = [command] + words
    }
    if let user, command == mainProgram, own.user == 0 { kernel.processes[process]?.user = user }
    do throws(LaunchError) {
      return .become(
        try kernel.program(
          named: command, arguments: words,
          searchPath: own.variable("PATH") ?? ImageCatalogue.defaultPath, for: own, shell: nil))
    } catch {
      let script = own.arguments.first ?? "docker-entrypoint.sh"
      _ = kernel.write(
        Bytes("\(script): exec: line 47: \(command): not found\n"), to: 2, by: process)
      return .exit(error == .notFound ? 127 : 126)
    }
  }
}

/// `hello-world`: says hello and ends.
enum HelloWorld {
  static func run(_ call: inout UtilityCall) -> Int {
    call.print("\nHello from a container!")
    call.print("If you read this, the image was pulled, the container was created and its")
    call.print("program ran to the end.\n")
    return 0
  }
}
