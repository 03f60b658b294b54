internal import OrderedCollections
internal import PodEngine

/// Texts such as `app=web,tier=db` and `FOO=bar`.
enum KeyValues {
  /// `--labels a=b,c=d` as kubectl's generators read it (`ParseLabels`).
  static func labels(_ text: String, flag: String = "labels") throws(CommandError) -> APIValue {
    var labels = APIObject()
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let pair = part.split(separator: "=", omittingEmptySubsequences: false)
      guard pair.count == 2 else {
        throw .arguments("unexpected label spec: \(part)", suggestion: "write --\(flag) app=web")
      }
      labels[String(pair[0])] = .string(String(pair[1]))
    }
    return .object(labels)
  }

  /// `--env FOO=bar`; the value may hold anything.
  static func environment(_ texts: [String]) throws(CommandError) -> [APIValue] {
    var list: [APIValue] = []
    for text in texts {
      guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
        throw .arguments("invalid env: \(text)", suggestion: "write --env NAME=value")
      }
      list.append([
        "name": .string(String(text[..<sign])),
        "value": .string(String(text[text.index(after: sign)...])),
      ])
    }
    return list
  }

  /// `--requests cpu=100m,memory=64Mi`
  static func quantities(_ text: String, flag: String) throws(CommandError) -> APIValue {
    var amounts = APIObject()
    for part in text.split(separator: ",") {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else {
        throw .arguments(
          "Invalid argument syntax \(part), expected <resource>=<value>",
          suggestion: "write --\(flag) cpu=100m,memory=64Mi")
      }
      amounts[String(pair[0])] = .string(String(pair[1]))
    }
    return .object(amounts)
  }
}
