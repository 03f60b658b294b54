internal import PodEngine

/// `save FILE`: the whole session in one file.
struct SaveWorld: Command {
  static let description = CommandDescription(
    "save", .time, synopsis: "save FILE", about: "keep the whole session in a file",
    examples: ["help save", "advance 5s && save --help"], arguments: [.file])

  private let file: Word

  init(_ call: Invocation) throws(CommandError) {
    file = try call.argument(0, "the name of a file", of: "save")
    try call.refuseArguments(after: 1, of: "save")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let world = SavedWorld(bench)
    do {
      try bench.configuration.files.write(world.text, to: file.text, appending: false)
    } catch { throw CommandError(error, position: file.position) }
    bench.print(
      "saved: \(world.changes.count) commands, checksum \(world.checksum)  (clock \(world.clock))")
  }
}

/// `load FILE`: begins anew with what `save` kept.
struct LoadWorld: Command {
  static let description = CommandDescription(
    "load", .time, synopsis: "load FILE", about: "go on with a session that was saved",
    examples: ["help load", "advance 5s && load --help"], arguments: [.file])

  private let file: Word

  init(_ call: Invocation) throws(CommandError) {
    file = try call.argument(0, "the name of a file", of: "load")
    try call.refuseArguments(after: 1, of: "load")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let text: String
    do { text = try bench.configuration.files.read(file.text) } catch {
      throw CommandError(error, position: file.position)
    }
    bench.followUp = .load(try SavedWorld(parsing: text, path: file.text), path: file.text)
  }
}
