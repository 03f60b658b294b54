internal import PodEngine

/// Why the flags of a command cannot be read, in the words of cobra and pflag.
package enum FlagError: Error, Hashable, Sendable {
  case unknown(String, TextPosition)
  case unknownShort(Character, in: String, TextPosition)
  case missingValue(String, TextPosition)
  case missingShortValue(Character, in: String, TextPosition)
  case badSyntax(String, TextPosition)
  case badValue(String, flag: String, problem: String, TextPosition)
  /// kubectl has the flag, podlab does not.
  case notSimulated(String, instead: String, TextPosition)

  package var message: String {
    switch self {
    case .unknown(let name, _): "unknown flag: --\(name)"
    case .unknownShort(let letter, let word, _):
      "unknown shorthand flag: '\(letter)' in \(word)"
    case .missingValue(let name, _): "flag needs an argument: --\(name)"
    case .missingShortValue(let letter, let word, _):
      "flag needs an argument: '\(letter)' in \(word)"
    case .badSyntax(let word, _): "bad flag syntax: \(word)"
    case .badValue(let value, let flag, let problem, _):
      "invalid argument \(GoSyntax.quoted(value)) for \(GoSyntax.quoted(flag)) flag: \(problem)"
    case .notSimulated(let name, _, _): "podlab does not simulate --\(name)"
    }
  }

  package var position: TextPosition {
    switch self {
    case .unknown(_, let position), .unknownShort(_, _, let position),
      .missingValue(_, let position), .missingShortValue(_, _, let position),
      .badSyntax(_, let position), .badValue(_, _, _, let position),
      .notSimulated(_, _, let position):
      position
    }
  }
}
