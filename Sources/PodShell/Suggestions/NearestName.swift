/// Finds what somebody may have meant.
package enum NearestName {
  /// The known name that is at most two slips away from a word; the nearest, and of equals one
  /// that goes on where the word ends, or else the first in order. Short words allow fewer slips,
  /// and one letter none, or everything would be near.
  package static func to(_ word: String, among names: [String]) -> String? {
    let limit = word.count <= 1 ? 0 : word.count <= 3 ? 1 : 2
    var best: (name: String, rank: Int)?
    for name in names.sorted() {
      let distance = EditDistance.between(word.lowercased(), name.lowercased(), limit: limit)
      guard let distance else { continue }
      let rank = 2 * distance + (name.hasPrefix(word) ? 0 : 1)
      if rank < best?.rank ?? .max { best = (name, rank) }
    }
    return best?.name
  }
}

/// How many slips lie between two words (Damerau-Levenshtein: a letter too many, missing or wrong,
/// or two swapped).
package enum EditDistance {
  /// Nil where it is more than the limit.
  package static func between(_ left: String, _ right: String, limit: Int) -> Int? {
    let (first, second) = (Array(left), Array(right))
    guard abs(first.count - second.count) <= limit else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for row in first.indices {
      var line = [row + 1]
      for column in second.indices {
        let same = first[row] == second[column]
        var cost = min(line[column] + 1, last[column + 1] + 1, last[column] + (same ? 0 : 1))
        if row > 0, column > 0, first[row] == second[column - 1],
          first[row - 1] == second[column]
        {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        line.append(cost)
      }
      (beforeLast, last) = (last, line)
    }
    let distance = last[second.count]
    return distance <= limit ? distance : nil
  }
}
