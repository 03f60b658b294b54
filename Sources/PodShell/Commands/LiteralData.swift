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

  init(_ call: Invocation) {
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
        throw CommandError(error)
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
    if let twice = entries.indices.first(where: { index in
      entries[..<index].contains { $0.key == entries[index].key }
    }) {
      throw .arguments(
        "cannot add key \(GoSyntax.quoted(entries[twice].key)), another key by that name already exists"
      )
    }
    return entries
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
