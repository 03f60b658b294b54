internal import PodEngine

/// `hook fail POD preStop`: what a lifecycle hook does from now on.
struct HookCommand: Command {
  static let description = CommandDescription(
    "hook", .break, synopsis: "hook fail|hang|slow|ok POD[/CONTAINER] postStart|preStop [DURATION]",
    about: "decide what a lifecycle hook does from now on",
    examples: ["help hook", "hook --help"],
    arguments: [
      .oneOf(["fail", "hang", "slow", "ok"]), .pod, .oneOf(HookKind.allCases.map(\.rawValue)),
      .duration,
    ])

  private let fault: HookFault
  private let target: PodTarget
  private let kind: HookKind
  private let word: String

  init(_ call: Invocation) throws(CommandError) {
    let what = try call.argument(0, "fail, hang, slow or ok", of: "hook")
    target = try PodTarget(try call.argument(1, "a Pod", of: "hook"))
    let name = try call.argument(2, "postStart or preStop", of: "hook")
    guard
      let kind = HookKind.allCases.first(where: {
        $0.rawValue.lowercased() == name.text.lowercased()
      })
    else {
      throw .usage("a hook is postStart or preStop", verb: "hook", position: name.position)
    }
    self.kind = kind
    word = what.text
    switch what.text {
    case "fail": fault = .fail
    case "hang": fault = .hang
    case "ok": fault = .ok
    case "slow":
      fault = .slow(
        try DurationWord.read(try call.argument(3, "a duration, such as 20s", of: "hook")))
    default:
      throw .usage(
        "a hook is told fail, hang, slow or ok, not \(GoSyntax.quoted(what.text))", verb: "hook",
        position: what.position)
    }
    try call.refuseArguments(after: what.text == "slow" ? 4 : 3, of: "hook")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let does =
      switch fault {
      case .ok: "does what it says again"
      case .fail: "fails from now on"
      case .hang: "hangs from now on"
      case .slow(let duration): "takes \(GoDuration.text(duration)) longer from now on"
      }
    try bench.inject(
      .hook(target.containerTarget(in: bench), kind, fault),
      saying: "\(target.text) \(kind.rawValue) hook \(does)", position: target.position)
  }
}
