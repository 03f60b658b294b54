/// nginx' `/docker-entrypoint.sh`: says what it configures when the program is nginx, then becomes
/// that program. Images before 1.19 have none and say nothing.
struct NginxEntrypoint: Program {
  private let words: [String]

  init(_ words: [String]) { self.words = words }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    let isNginx = words.first == "nginx" || words.first == "nginx-debug"
    let minor = kernel.nginxVersion(process).split(separator: ".").dropFirst().first
    if isNginx, minor.flatMap({ Int($0) }) ?? 0 >= 19 {
      let lines = [
        "/docker-entrypoint.d/ is not empty, will attempt to perform configuration",
        "Looking for shell scripts in /docker-entrypoint.d/",
        "Configuration complete; ready for start up",
      ]
      for line in lines {
        _ = kernel.write(Bytes("/docker-entrypoint.sh: \(line)\n"), to: 1, by: process)
      }
    }
    var rest = ExecArguments(words, mainProgram: "nginx")
    return rest.step(&kernel, process)
  }
}
