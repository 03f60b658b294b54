/// The first line of a transcript: `<!-- podlab-transcript: v1 seed=7 size=80x24 -->`.
enum TranscriptHeader {
  private static let opening = "<!-- podlab-transcript:"

  static func settings(of source: SourceLines) throws(SourceError) -> TranscriptSettings {
    let line = source[1]
    guard line.hasPrefix(opening), line.hasSuffix("-->") else {
      throw SourceError(
        source.position(1), "this is no transcript: the first line does not say so",
        advice: "Begin the file with `\(opening) v1 seed=1 size=80x24 -->`.")
    }
    let words = line.dropFirst(opening.count).dropLast(3).split(separator: " ").map(String.init)
    guard words.first == "v1" else {
      throw SourceError(
        source.position(1, opening.count + 2),
        "format `\(words.first ?? "")` is not known", advice: "This podlab reads format v1.")
    }
    var settings = TranscriptSettings()
    for word in words.dropFirst() {
      guard read(word, into: &settings) else {
        throw SourceError(
          source.position(1), "`\(word)` is no setting of a transcript",
          advice: "The settings are seed=NUMBER, nodes=NUMBER and size=COLUMNSxROWS.")
      }
    }
    return settings
  }

  private static func read(_ word: String, into settings: inout TranscriptSettings) -> Bool {
    let halves = word.split(separator: "=", maxSplits: 1).map(String.init)
    guard halves.count == 2 else { return false }
    switch halves[0] {
    case "seed":
      guard let seed = UInt64(halves[1]) else { return false }
      settings.seed = seed
    case "nodes":
      guard let nodes = Int(halves[1]), (0...100).contains(nodes) else { return false }
      settings.nodes = nodes
    case "size":
      let sides = halves[1].split(separator: "x").compactMap { Int($0) }
      guard sides.count == 2, sides.allSatisfy({ (1...1000).contains($0) }) else { return false }
      (settings.columns, settings.rows) = (sides[0], sides[1])
    default: return false
    }
    return true
  }
}
