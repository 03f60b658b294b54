internal import OrderedCollections
internal import PodEngine

/// The data of `create configmap` and `create secret generic`: `--from-literal`, `--from-file` and
/// `--from-env-file`.
struct LiteralData: Hashable, Sendable {
  private let literals: [String]
  private let files: [String]
  private let environmentFiles: [String]

  static let flags = [
    Flag("from-literal", nil, .texts, "KEY=value"),
    Flag("from-file", nil, .texts, "FILE, KEY=FILE, or a folder of files", completes: .file),
    Flag("from-env-file", nil, .texts, "a file of lines KEY=value", completes: .file),
  ]

  /// `ConfigMap` or `Secret`: both have words of their own for the same mistakes.
  private let kind: String
  private let name: String

  init(_ call: Invocation, kind: String, name: String) throws(CommandError) {
    (self.kind, self.name) = (kind, name)
    literals = call.flags.texts("from-literal")
    files = call.flags.texts("from-file")
    environmentFiles = call.flags.texts("from-env-file")
    guard environmentFiles.isEmpty || (literals.isEmpty && files.isEmpty) else {
      throw .arguments("from-env-file cannot be combined with from-file or from-literal")
    }
  }

  /// The entries, files first as in kubectl.
  func entries(in bench: Workbench) throws(CommandError) -> [(key: String, value: String)] {
    var entries: [(key: String, value: String)] = []
    for text in files { entries += try Self.contents(of: text, in: bench) }
    for path in environmentFiles {
      entries += try EnvironmentFile.entries(try Self.text(of: path, in: bench))
    }
    for text in literals {
      guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
        throw .arguments(
          "invalid literal source \(text), expected key=value",
          suggestion: "write --from-literal KEY=value")
      }
      entries.append((String(text[..<sign]), String(text[text.index(after: sign)...])))
    }
    try check(entries.map(\.key))
    return entries
  }

  /// `FILE`, `KEY=FILE`, or a folder, whose files all become entries under their names.
  private static func contents(
    of text: String, in bench: Workbench
  ) throws(CommandError) -> [(key: String, value: String)] {
    let (key, path) = try source(text)
    let content: Result<String, FileAccessError> = Result { () throws(FileAccessError) in
      try bench.configuration.files.read(path)
    }
    switch content {
    case .success(let content):
      return [(key ?? String(path.split(separator: "/").last ?? ""), content)]
    case .failure(let error):
      guard error.reason == .isDirectory else { throw refusal(error) }
    }
    guard key == nil else { throw .arguments("cannot give a key name for a directory path") }
    return try contents(ofFolder: path.hasSuffix("/") ? path : path + "/", in: bench)
  }

  /// Hidden files as well, as kubectl takes them.
  private static func contents(
    ofFolder folder: String, in bench: Workbench
  ) throws(CommandError) -> [(key: String, value: String)] {
    let files = bench.configuration.files
    let names = Set(files.names(beginning: folder) + files.names(beginning: folder + "."))
    var entries: [(key: String, value: String)] = []
    for name in names.sorted() where !name.hasSuffix("/") {
      entries.append((String(name.dropFirst(folder.count)), try text(of: name, in: bench)))
    }
    return entries
  }

  /// `KEY=FILE` or `FILE` (kubectl's `ParseFileSource`).
  static func source(_ text: String) throws(CommandError) -> (key: String?, path: String) {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    switch parts.count {
    case 1: return (nil, text)
    case 2 where parts[0].isEmpty:
      throw .arguments("key name for file path \(parts[1]) missing")
    case 2 where parts[1].isEmpty:
      throw .arguments("file path for key name \(parts[0]) missing")
    case 2: return (parts[0], parts[1])
    default: throw .arguments("key names or file paths cannot contain '='")
    }
  }

  /// The text of a file, refused in kubectl's words where there is none.
  static func text(of path: String, in bench: Workbench) throws(CommandError) -> String {
    do { return try bench.configuration.files.read(path) } catch { throw refusal(error) }
  }

  private static func refusal(_ error: FileAccessError) -> CommandError {
    guard case .missing = error.reason else { return CommandError(error) }
    return CommandError("file", "error: error reading \(error.path): no such file or directory")
  }

  private func check(_ keys: [String]) throws(CommandError) {
    for (index, key) in keys.enumerated() {
      let problems = NameRules.configMapKey(key)
      let isValid =
        kind == "Secret" ? "valid key name for a Secret" : "a valid key name for a ConfigMap:"
      guard problems.isEmpty else {
        throw .arguments(
          "\(GoSyntax.quoted(key)) is not \(isValid) \(problems.joined(separator: ","))")
      }
      guard keys[..<index].contains(key) else { continue }
      throw .arguments(
        kind == "Secret"
          ? "cannot add key \(key), another key by that name already exists"
          : "cannot add key \(GoSyntax.quoted(key)), another key by that name already exists in Data "
            + "for ConfigMap \(GoSyntax.quoted(name))")
    }
  }

  /// The entries as a map, each value changed by `encode`.
  func map(
    in bench: Workbench, _ encode: (String) -> String = { $0 }
  ) throws(CommandError) -> APIValue? {
    let entries = try entries(in: bench)
    guard !entries.isEmpty else { return nil }
    var data = APIObject()
    for (key, value) in entries { data[key] = .string(encode(value)) }
    return .object(data)
  }
}
