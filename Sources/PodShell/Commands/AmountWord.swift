internal import PodEngine

/// An amount of bytes: `200Mi`.
enum AmountWord {
  static func read(_ word: Word, verb: String) throws(CommandError) -> Quantity {
    guard let amount = Quantity(word.text), !amount.isNegative else {
      throw .usage(
        "\(GoSyntax.quoted(word.text)) is no amount", verb: verb, position: word.position,
        suggestion: "write 200Mi or 1Gi")
    }
    return amount
  }
}
