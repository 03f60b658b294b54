internal import OrderedCollections
internal import PodEngine

/// The data of `create configmap` and `create secret generic`: `--from-literal` and `--from-file`.
struct LiteralData: Hashable, Sendable {
  private let literals: [String]
  private let files: [String]

  static let flags = [
    Flag("from-literal", nil, .texts, "KEY=value"),
    Flag("from-file", nil, .texts, "FILE, or KEY=FILE", completes: .file),
    Flag(
      "from-env-file", nil, .missing(takesValue: true, instead: "write --from-literal KEY=value"),
      ""),
  ]

  /// `ConfigMap` or `Secret`: both have words of their own for the same mistakes.
  private let kind: String
  private let name: String

  init(_ call: Invocation, kind: String, name: String) {
    (self.kind, self.name) = (kind, name)
    literals = call.flags.texts("from-literal")
    files = call.flags.texts("from-file")
  }

  /// The entries, files first as in kubectl.
  func entries(in bench: Workbench) throws(CommandError) -> [(key: String, value: String)] {
    var entries: [(key: String, value: String)] = []
    for text in files {
      let pair = text.split(separator: "=", maxSplits: 1).map(String.init)
      let path = pair.last ?? text
      let key = pair.count > 1 ? pair[0] : String(path.split(separator: "/").last ?? "")
      do { entries.append((key, try bench.configuration.files.read(path))) } catch {
        guard case .missing = error.reason else { throw CommandError(error) }
        throw CommandError("file", "error: error reading \(path): no such file or directory")
      }
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
