import Glibc

/// One run of a bash command line, for pipes between programs.
struct ShellRun {
  let code: Int32
  let output: String

  init(_ line: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("output", "")
    let input = unsafe open("/dev/null", O_RDONLY)
    let output = unsafe open(path, O_RDWR)
    defer {
      close(input)
      close(output)
    }
    let process = try Spawn.start(
      ["/bin/bash", "-c", line], environment: folder.environment,
      .each(input: input, output: output, errors: output))
    code = Spawn.wait(for: process)
    self.output = try folder.read("output")
  }
}
