internal import PodEngine

/// `use memory|cpu POD AMOUNT`: lets a container want more of its node.
struct UseResource: Command {
  static let description = CommandDescription(
    "use", .break, synopsis: "use memory|cpu POD[/CONTAINER] AMOUNT",
    about: "let a container use memory, or want processor time",
    examples: ["help use", "use --help"],
    arguments: [.container])

  private let isMemory: Bool
  private let target: PodTarget
  private let amount: Quantity

  init(_ call: Invocation) throws(CommandError) {
    let words = call.arguments
    guard words.count == 3, ["memory", "cpu"].contains(words[0].text) else {
      throw .arguments(
        "use takes memory or cpu, a Pod and an amount", suggestion: "use memory web 200Mi")
    }
    isMemory = words[0].text == "memory"
    target = try PodTarget(words[1])
    amount = try AmountWord.read(words[2], verb: "use")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let container = target.containerTarget(in: bench)
    try bench.inject(
      isMemory
        ? .useMemory(container, bytes: amount.value)
        : .useProcessor(container, milli: amount.milliValue),
      saying: "\(target.text) uses \(amount.text) of \(isMemory ? "memory" : "cpu")",
      position: target.position)
  }
}
