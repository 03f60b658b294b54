internal import PodEngine

/// `use memory POD AMOUNT`: a container holds more memory than it did.
struct UseMemory: Command {
  static let description = CommandDescription(
    "use memory", .break, synopsis: "use memory POD[/CONTAINER] AMOUNT",
    about: "let a container hold more memory; 0 gives it back",
    examples: ["help use memory", "use memory --help"], arguments: [.container, .anything])

  private let target: PodTarget
  private let amount: Quantity

  init(_ call: Invocation) throws(CommandError) {
    target = try PodTarget(try call.argument(0, "a Pod", of: "use memory"))
    amount = try AmountWord.read(
      try call.argument(1, "an amount, such as 200Mi", of: "use memory"), verb: "use memory")
    try call.refuseArguments(after: 2, of: "use memory")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    try bench.inject(
      .useMemory(target.containerTarget(in: bench), bytes: amount.value),
      saying: "\(target.text) uses \(amount.text) more memory", position: target.position)
  }
}

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
