internal import PodEngine

/// `probe fail POD [CONTAINER] KIND`: what a probe finds from now on.
struct ProbeCommand: Command {
  static let description = CommandDescription(
    "probe", .break, synopsis: "probe fail|ok|hang POD [CONTAINER] liveness|readiness|startup",
    about: "decide what a probe finds from now on",
    examples: [
      "create pod web --image=nginx --readiness=http:80/ && until 'pod/web condition=Ready' && probe fail web readiness",
      "probe ok web readiness",
    ],
    arguments: [
      .oneOf(ProbeFault.allCases.map(\.rawValue)), .pod,
      .oneOf(ProbeKind.allCases.map(\.rawValue)),
    ])

  private let fault: ProbeFault
  private let target: PodTarget
  private let kind: ProbeKind

  init(_ call: Invocation) throws(CommandError) {
    let finding = try call.argument(0, "fail, ok or hang", of: "probe")
    guard let fault = ProbeFault(rawValue: finding.text) else {
      throw .usage(
        "a probe is told fail, ok or hang, not \(GoSyntax.quoted(finding.text))", verb: "probe",
        position: finding.position)
    }
    var words = Array(call.arguments.dropFirst())
    guard let pod = words.first else {
      throw .usage("probe needs a Pod", verb: "probe", position: finding.position)
    }
    words.removeFirst()
    guard let last = words.popLast(), let kind = ProbeKind(rawValue: last.text) else {
      throw .usage(
        "probe needs liveness, readiness or startup at the end", verb: "probe",
        position: call.arguments.last?.position)
    }
    guard words.count <= 1 else {
      throw .usage("too many words", verb: "probe", position: words[1].position)
    }
    (self.fault, self.kind) = (fault, kind)
    target = try PodTarget(pod, container: words.first)
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let finds =
      switch fault {
      case .ok: "finds what is there again"
      case .fail: "fails from now on"
      case .hang: "hangs from now on"
      }
    try bench.inject(
      .probe(target.containerTarget(in: bench), kind, fault),
      saying: "\(target.text) \(kind.rawValue) probe \(finds)", position: target.position)
  }
}
