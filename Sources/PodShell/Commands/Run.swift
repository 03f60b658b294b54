internal import PodEngine

/// `run NAME --image=IMAGE`: makes one Pod.
struct Run: Command {
  static let description = CommandDescription(
    "run", .build, synopsis: "run NAME --image=IMAGE [flags] [-- ARG…]",
    about: "make a Pod with one container",
    examples: ["run web --image=nginx", "run once --image=busybox --restart=Never -- sleep 5"],
    flags: PodBuilder.flags + Creation.flags + missing, arguments: [.anything], isKubectl: true)

  private static let missing = [
    Flag(
      "overrides", nil,
      .missing(takesValue: true, instead: "write the whole manifest: apply -f - <<YAML"), ""),
    Flag("rm", nil, .switched, "delete the Pod when the attached container has ended"),
    Flag("stdin", "i", .switched, "attach, and pass on what is typed"),
    Flag("tty", "t", .switched, "with -i, like a terminal"),
    Flag("attach", nil, .switched, "wait until it runs, and show what it prints"),
    Flag("quiet", "q", .switched, "accepted as kubectl does"),
    Flag("expose", nil, .missing(takesValue: false, instead: "expose makes a Service"), ""),
  ]

  private let pod: PodBuilder
  private let creation: Creation
  private let isAttached: Bool
  private let removes: Bool

  init(_ call: Invocation) throws(CommandError) {
    let words = Array(call.arguments.dropFirst()) + (call.afterDash ?? [])
    var pod = try PodBuilder(
      call, verb: "run", name: call.arguments.first, image: call.flags.text("image"), words: words)
    let isOpen = call.flags.isOn("stdin")
    if isOpen { pod.container["stdin"] = .bool(true) }
    if isOpen { pod.container["stdinOnce"] = .bool(true) }
    if call.flags.isOn("tty") { pod.container["tty"] = .bool(true) }
    self.pod = pod
    creation = try Creation(call)
    isAttached = (isOpen || call.flags.isOn("attach")) && creation.dryRun == .none
    removes = call.flags.isOn("rm")
    guard !removes || isAttached else {
      throw .arguments("--rm should only be used for attached containers")
    }
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    guard isAttached else { return try creation.make(pod.manifest, .pods, in: &bench) }
    let key = ObjectKey(.pods, namespace: bench.namespace, name: pod.name)
    try bench.demand(.create(pod.manifest, .pods, namespace: bench.namespace))
    try bench.attach(
      to: key, container: pod.name,
      origin: .run(key, restarts: pod.restartPolicy == "Always", removes: removes))
  }
}
