internal import PodEngine

/// `cp SRC DEST`: a file into a container, or out of it.
struct CopyFiles: Command {
  static let description = CommandDescription(
    "cp", .observe,
    synopsis: "cp FILE [NAMESPACE/]POD:PATH | [NAMESPACE/]POD:PATH FILE [-c CONTAINER]",
    about: "copy a file into a container or out of it",
    examples: ["help cp", "cp --help"],
    flags: [
      Flag("container", "c", .text, "the container; the first one unless said"),
      Flag("no-preserve", nil, .switched, "accepted as kubectl does: modes are never kept"),
      Flag("retries", nil, .integer, "accepted as kubectl does, and not needed"),
    ], arguments: [.pod, .file], isKubectl: true)

  /// `[NAMESPACE/]POD:PATH`, or a file of the session (`extractFileSpec` in kubectl/pkg/cmd/cp).
  private struct Place: Hashable, Sendable {
    var namespace: String?
    var pod: String?
    var path: String
    let position: TextPosition

    init(_ word: Word) throws(CommandError) {
      position = word.position
      let parts = word.text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        path = word.text
        return
      }
      path = String(parts[1])
      let names = parts[0].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard names.count <= 2, names.allSatisfy({ !$0.isEmpty }) else {
        throw .arguments(
          "filespec must match the canonical format: [[namespace/]pod:]file/path",
          position: word.position)
      }
      pod = names.last
      if names.count == 2 { namespace = names[0] }
    }

    var name: String { path.split(separator: "/").last.map(String.init) ?? path }
  }

  private let source: Place
  private let destination: Place
  private let container: String?

  init(_ call: Invocation) throws(CommandError) {
    guard call.arguments.count == 2 else {
      throw .arguments(
        "source and destination are required", suggestion: "write cp web:/etc/hosts hosts.txt")
    }
    source = try Place(call.arguments[0])
    destination = try Place(call.arguments[1])
    container = call.flags.text("container")
    switch (source.pod, destination.pod) {
    case (nil, nil):
      throw .arguments(
        "one of src or dest must be a remote file specification",
        suggestion: "write POD:PATH on one side")
    case (_?, _?):
      throw .arguments(
        "one of src or dest must be a local file specification",
        suggestion: "write a file without a Pod on one side")
    default: break
    }
    guard !source.path.isEmpty, !destination.path.isEmpty else {
      throw .arguments("filepath can not be empty")
    }
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    if let pod = destination.pod { try upload(pod, in: &bench) }
    if let pod = source.pod { try download(pod, in: &bench) }
  }

  /// The running container of a side; it needs `tar`, as in life, where `cp` is two of them.
  private func place(
    _ side: Place, _ pod: String, in bench: inout Workbench
  ) throws(CommandError) -> (node: String, id: String) {
    if let namespace = side.namespace { bench.givenNamespace = namespace }
    let object = try ExecSubject.pod(Word(pod, at: side.position), in: &bench)
    let name = container ?? ExecSubject.defaultContainer(of: object, in: &bench)
    let request = ExecRequest(
      pod: ObjectKey(.pods, namespace: object.namespace, name: object.name), container: name,
      command: ["tar"], position: side.position)
    do throws(ExecError) {
      let found = try bench.cluster.runningContainer(name, of: request.pod)
      let runtime = bench.cluster.kubelets[found.node]?.runtime
      guard runtime?.hasProgram("cat", in: found.id) == true else {
        throw .refused("exec: \"tar\": executable file not found in $PATH: unknown")
      }
      return found
    } catch { throw CommandError(error, request, in: bench) }
  }

  private func upload(_ pod: String, in bench: inout Workbench) throws(CommandError) {
    let text: String
    do throws(FileAccessError) { text = try bench.configuration.files.read(source.path) } catch {
      guard error.reason == .missing else {
        throw CommandError(error, position: source.position)
      }
      throw CommandError(
        "file", "error: \(source.path) doesn't exist in local filesystem", suggestion: nil,
        position: source.position)
    }
    let (node, id) = try place(destination, pod, in: &bench)
    let complaint = bench.cluster.place(
      text, named: source.name, at: destination.path, in: id, on: node,
      of: ObjectKey(.pods, namespace: bench.namespace, name: pod))
    guard let complaint else { return }
    throw CommandError(
      "exit-code",
      "tar: can't open '\(destination.path)': \(complaint)\ncommand terminated with exit code 1",
      suggestion: "exec \(pod) -- ls -l shows what is there", position: destination.position)
  }

  private func download(_ pod: String, in bench: inout Workbench) throws(CommandError) {
    let (node, id) = try place(source, pod, in: &bench)
    let runtime = bench.cluster.kubelets[node]?.runtime
    if source.path.hasPrefix("/") { bench.note("tar: removing leading '/' from member names") }
    switch runtime?.file(source.path, in: id) {
    case nil:
      throw CommandError(
        "exit-code",
        "tar: \(source.path): No such file or directory\ncommand terminated with exit code 1",
        suggestion: "exec \(pod) -- ls -l shows what is there", position: source.position)
    case .binary?: throw Self.noText(source.path, source.position)
    case .file(let text)?: try write(text, to: local, in: bench)
    case .folder(let paths)?:
      for path in paths {
        guard case .file(let text)? = runtime?.file("\(source.path)/\(path)", in: id) else {
          throw Self.noText("\(source.path)/\(path)", source.position)
        }
        try write(text, to: "\(destination.path)/\(path)", in: bench)
      }
    }
  }

  /// `.` and `folder/` take the file under its own name.
  private var local: String {
    if destination.path == "." { return source.name }
    return destination.path.hasSuffix("/") ? destination.path + source.name : destination.path
  }

  private func write(_ text: String, to path: String, in bench: Workbench) throws(CommandError) {
    do throws(FileAccessError) {
      try bench.configuration.files.write(text, to: path, appending: false)
    } catch { throw CommandError(error, position: destination.position) }
  }

  private static func noText(_ path: String, _ position: TextPosition) -> CommandError {
    .unsupported(
      "podlab copies text files only, and \(path) is none",
      suggestion: "exec POD -- ls -l shows what is there", position: position)
  }
}
