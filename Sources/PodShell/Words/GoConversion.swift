internal import PodEngine

/// Numbers and truth values as Go's strconv reads them.
package enum GoConversion {
  package enum Failure: Error, Hashable, Sendable {
    case syntax(String)
    case range(String)

    package var message: String {
      switch self {
      case .syntax(let text): "strconv.ParseInt: parsing \(GoSyntax.quoted(text)): invalid syntax"
      case .range(let text):
        "strconv.ParseInt: parsing \(GoSyntax.quoted(text)): value out of range"
      }
    }
  }

  package static func bool(_ text: String) -> Bool? {
    if ["1", "t", "T", "TRUE", "true", "True"].contains(text) { return true }
    if ["0", "f", "F", "FALSE", "false", "False"].contains(text) { return false }
    return nil
  }

  package static func integer(_ text: String) throws(Failure) -> Int {
    let digits = text.first == "-" || text.first == "+" ? text.dropFirst() : Substring(text)
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      throw .syntax(text)
    }
    // Flags of kubectl that count are 32 bits wide where it matters; the API refuses the rest.
    guard let value = Int(text) else { throw .range(text) }
    return value
  }
}
