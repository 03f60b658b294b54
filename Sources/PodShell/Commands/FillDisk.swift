internal import PodEngine

/// `fill POD AMOUNT`: a container writes a file of so many bytes into its own file system.
struct FillDisk: Command {
  static let description = CommandDescription(
    "fill", .break, synopsis: "fill POD[/CONTAINER] AMOUNT",
    about: "let a container write so much to its disk; 0 takes it away",
    examples: ["help fill", "fill --help"], arguments: [.container, .anything])

  private let target: PodTarget
  private let amount: Quantity

  init(_ call: Invocation) throws(CommandError) {
    target = try PodTarget(try call.argument(0, "a Pod", of: "fill"))
    amount = try AmountWord.read(
      try call.argument(1, "an amount, such as 200Mi", of: "fill"), verb: "fill")
    try call.refuseArguments(after: 2, of: "fill")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    try bench.inject(
      .fill(target.containerTarget(in: bench), bytes: amount.value),
      saying: "\(target.text) filled with \(amount.text)", position: target.position)
  }
}
