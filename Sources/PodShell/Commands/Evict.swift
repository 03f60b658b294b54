internal import PodEngine

/// `evict POD`: asks for the end of a Pod through the eviction API, as `drain` does.
struct Evict: Command {
  static let description = CommandDescription(
    "evict", .break, synopsis: "evict POD [--grace-period=SECONDS]",
    about: "ask for the end of a Pod through the eviction API",
    examples: ["create pod web --image=nginx && evict web", "help evict"],
    flags: [Flag("grace-period", nil, .integer, "seconds that the processes get to end")],
    arguments: [.pod])

  private let target: PodTarget
  private let options: DeleteOptions

  init(_ call: Invocation) throws(CommandError) {
    target = try OneTarget(call, verb: "evict").target
    options = DeleteOptions(gracePeriodSeconds: call.flags.integer("grace-period"))
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    try bench.demand(.evict(target.key(in: bench), options))
    bench.print("pod/\(target.pod) evicted")
  }
}
