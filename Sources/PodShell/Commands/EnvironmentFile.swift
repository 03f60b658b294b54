internal import PodEngine

/// A file of lines `KEY=value`, for `--from-env-file`. Blank lines and those that begin with `#` mean
/// nothing, quotes are part of a value, and a key without `=` would come from the environment of
/// kubectl, which is empty here. kubectl's `util/env_file.go`.
enum EnvironmentFile {
  static func entries(
    _ text: String
  ) throws(CommandError) -> [(key: String, value: String)] {
    var entries: [(key: String, value: String)] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let line = line.drop(while: \.isWhitespace)
      guard !line.isEmpty, line.first != "#" else { continue }
      let pair = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let key = String(pair[0])
      let problems = NameRules.environmentName(key)
      guard problems.isEmpty else {
        throw .arguments(
          "\(GoSyntax.quoted(key)) is not a valid key name: \(problems.joined(separator: ";"))",
          suggestion: "write lines KEY=value")
      }
      entries.append((key, pair.count > 1 ? String(pair[1]) : ""))
    }
    return entries
  }
}
