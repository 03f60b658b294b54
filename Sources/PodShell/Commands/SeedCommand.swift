internal import PodEngine

/// `seed N`: what is drawn at random from now on, such as names and the delays of `jitter on`.
struct SeedCommand: Command {
  static let description = CommandDescription(
    "seed", .time, synopsis: "seed N",
    about: "draw names, UIDs and the delays of `jitter on` from another seed",
    examples: ["seed 7", "seed 42"], arguments: [.anything])

  private let seed: UInt64

  init(_ call: Invocation) throws(CommandError) {
    let word = try call.argument(0, "a number", of: "seed")
    guard let seed = UInt64(word.text) else {
      throw .usage(
        "seed needs a whole number from 0 on, not \"\(word.text)\"", verb: "seed",
        position: word.position)
    }
    self.seed = seed
    try call.refuseArguments(after: 1, of: "seed")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    try bench.inject(.seed(seed), saying: "seed is \(seed)")
  }
}
