internal import PodEngine

/// `on` and `off`.
enum SwitchWord {
  static func read(_ word: Word?, verb: String) throws(CommandError) -> Bool {
    switch word?.text {
    case nil, "on": return true
    case "off": return false
    case let other?:
      throw .usage(
        "\(GoSyntax.quoted(other)) is neither on nor off", verb: verb, position: word?.position)
    }
  }
}
