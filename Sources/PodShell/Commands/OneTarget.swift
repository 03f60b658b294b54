internal import PodEngine

/// The Pod or container that a fault names, and nothing else.
struct OneTarget: Hashable, Sendable {
  let target: PodTarget

  init(_ call: Invocation, verb: String) throws(CommandError) {
    target = try PodTarget(try call.argument(0, "a Pod", of: verb))
    try call.refuseArguments(after: 1, of: verb)
  }
}
