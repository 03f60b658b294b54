extension ShellCommand {
  /// A simple command as it was written, as far as it is plain text; for notices about jobs.
  var briefText: String {
    switch self {
    case .simple(let simple): simple.words.map(\.briefText).joined(separator: " ")
    case .pipeline(let stages, _): stages.map(\.briefText).joined(separator: " | ")
    case .subshell(let body): "( \(body.briefText) )"
    case .group(let body), .redirected(let body, _): body.briefText
    case .list(let items): items.map(\.command.briefText).joined(separator: "; ")
    case .andOr, .conditional, .loop, .forEach, .choice, .function, .condition: ""
    }
  }
}

extension Word {
  fileprivate var briefText: String {
    map { part in
      switch part {
      case .plain(let bytes): String(decoding: bytes, as: UTF8.self)
      case .quoted(let bytes):
        bytes.count == 1
          ? String(decoding: bytes, as: UTF8.self) : "'\(String(decoding: bytes, as: UTF8.self))'"
      case .doubleQuoted(let inner): "\"\(inner.briefText)\""
      case .parameter(let parameter): "$\(parameter.name)"
      case .home: "~"
      case .substitution, .arithmetic: "$(...)"
      }
    }.joined()
  }
}
