internal import OrderedCollections
internal import PodEngine

/// The changes that `label`, `annotate` and `taint` take as words: `app=web` sets, `app-` takes
/// away.
struct MetadataEdit: Hashable, Sendable {
  private(set) var additions: [Addition] = []
  private(set) var removals: [String] = []

  struct Addition: Hashable, Sendable {
    let key: String
    let value: String
  }

  /// Whether a word is a change and no name.
  static func isChange(_ word: Word) -> Bool {
    word.text.contains("=") || (word.text.hasSuffix("-") && word.text != "-")
  }

  /// Splits words into the objects and the changes, as kubectl does: a change ends the objects.
  static func split(_ words: [Word]) -> (subjects: [Word], changes: [Word]) {
    let index = words.firstIndex(where: isChange) ?? words.endIndex
    return (Array(words[..<index]), Array(words[index...]))
  }

  init(_ words: [Word], what: String) throws(CommandError) {
    for word in words {
      if let sign = word.text.firstIndex(of: "="), sign != word.text.startIndex {
        let value = word.text[word.text.index(after: sign)...]
        additions.append(Addition(key: String(word.text[..<sign]), value: String(value)))
      } else if word.text.hasSuffix("-"), word.text.count > 1 {
        removals.append(String(word.text.dropLast()))
      } else {
        throw .arguments(
          "unknown \(what) spec: \(word.text)",
          suggestion: "write key=value, or key- to take it away",
          position: word.position)
      }
    }
    if let both = additions.first(where: { removals.contains($0.key) }) {
      throw .arguments("can not both modify and remove \(what) in the same command: \(both.key)")
    }
  }

  var isEmpty: Bool { additions.isEmpty && removals.isEmpty }

  /// The merge patch that makes the changes in a field of the metadata.
  func patch(_ field: String) -> APIValue {
    var entries = APIObject()
    for addition in additions { entries[addition.key] = .string(addition.value) }
    for key in removals { entries[key] = .null }
    return ["metadata": [field: .object(entries)]]
  }

  /// The first key that has another value already.
  func clash(in entries: APIValue?) -> (key: String, value: String)? {
    for addition in additions {
      guard let value = entries?[addition.key]?.stringValue, value != addition.value else {
        continue
      }
      return (addition.key, value)
    }
    return nil
  }
}
