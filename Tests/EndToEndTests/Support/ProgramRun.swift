import Glibc

/// One run of podlab with pipes: what it said and how it ended.
struct ProgramRun {
  let code: Int32
  let output: String
  let errors: String

  /// Runs to the end. The standard input is a file, so nothing can block.
  init(
    _ arguments: [String], input: String = "", environment: [String] = [],
    closedOutput: Bool = false
  ) throws {
    let folder = try TemporaryFolder()
    let inputFile = try folder.write("input", input)
    let outputFile = try folder.write("output", "")
    let errorFile = try folder.write("errors", "")
    let descriptors = [inputFile, outputFile, errorFile].map { (path: String) in
      unsafe open(path, O_RDWR)
    }
    defer { for descriptor in descriptors { close(descriptor) } }
    let process = try Spawn.start(
      [PodlabBinary.path] + arguments, environment: folder.environment + environment,
      .each(
        input: descriptors[0], output: closedOutput ? -1 : descriptors[1], errors: descriptors[2]))
    code = Spawn.wait(for: process)
    output = try folder.read("output")
    errors = try folder.read("errors")
  }
}
