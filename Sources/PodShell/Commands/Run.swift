internal import PodEngine

/// `run NAME --image=IMAGE`: makes one Pod.
struct Run: Command {
  static let description = CommandDescription(
    "run", .build, synopsis: "run NAME --image=IMAGE [flags] [-- ARG…]",
    about: "make a Pod with one container",
    examples: ["run web --image=nginx", "run once --image=busybox --restart=Never -- sleep 5"],
    flags: PodBuilder.flags + Creation.flags + missing, arguments: [.anything], isKubectl: true)

  private static let missing = [
    Flag("overrides", nil, .text, "JSON that is merged into the Pod"),
    Flag(
      "override-type", nil, .text, "how --overrides is merged: merge or strategic",
      completes: .oneOf(["merge", "strategic"])),
    Flag("privileged", nil, .switched, "run the container privileged"),
    Flag("rm", nil, .switched, "delete the Pod when the attached container has ended"),
    Flag("stdin", "i", .switched, "attach, and pass on what is typed"),
    Flag("tty", "t", .switched, "with -i, like a terminal"),
    Flag("attach", nil, .switched, "wait until it runs, and show what it prints"),
    Flag("quiet", "q", .switched, "accepted as kubectl does"),
    Flag("expose", nil, .switched, "make a Service for --port as well"),
  ]

  private let pod: PodBuilder
  private let creation: Creation
  private let isAttached: Bool
  private let removes: Bool
  private let exposes: Bool
  private let overrides: Overrides?

  private enum Overrides: Hashable, Sendable {
    case merge(APIValue)
    case strategic(APIValue)
  }

  init(_ call: Invocation) throws(CommandError) {
    let words = Array(call.arguments.dropFirst()) + (call.afterDash ?? [])
    var pod = try PodBuilder(
      call, verb: "run", name: call.arguments.first, image: call.flags.text("image"), words: words)
    let isOpen = call.flags.isOn("stdin")
    if isOpen { pod.container["stdin"] = .bool(true) }
    if isOpen { pod.container["stdinOnce"] = .bool(true) }
    if call.flags.isOn("tty") { pod.container["tty"] = .bool(true) }
    if call.flags.isOn("privileged") { pod.container["securityContext"] = ["privileged": true] }
    self.pod = pod
    creation = try Creation(call)
    let wantsAttaching = call.flags.isOn("attach", default: isOpen || call.flags.isOn("tty"))
    guard !wantsAttaching || creation.dryRun == .none else {
      throw .arguments(
        "--dry-run=[server|client] can't be used with attached containers options (--attach, --stdin, "
          + "or --tty)" + PodBuilder.seeHelp("run"))
    }
    isAttached = wantsAttaching && creation.dryRun == .none
    removes = call.flags.isOn("rm")
    guard !removes || isAttached else {
      throw .arguments(
        "--rm should only be used for attached containers" + PodBuilder.seeHelp("run"))
    }
    exposes = call.flags.isOn("expose")
    guard !exposes || pod.port != nil else {
      throw .arguments(
        "--port must be set when exposing a service" + PodBuilder.seeHelp("run"))
    }
    overrides = try Self.overrides(call)
  }

  private static func overrides(_ call: Invocation) throws(CommandError) -> Overrides? {
    guard let text = call.flags.text("overrides") else { return nil }
    let position = call.flags.position(of: "overrides")
    guard let value = try? JSONReader.value(text) else {
      throw .arguments(
        "Invalid JSON Patch", suggestion: "write --overrides='{\"spec\":{…}}'", position: position)
    }
    switch call.flags.text("override-type") {
    case nil, "merge": return .merge(value)
    case "strategic": return .strategic(value)
    case let other?:
      throw .arguments(
        "invalid override type: \(other)", position: call.flags.position(of: "override-type"))
    }
  }

  /// The Pod with what `--overrides` says.
  private func manifest() throws(CommandError) -> APIValue {
    guard let overrides else { return pod.manifest }
    switch overrides {
    case .merge(let value): return Patch.merge(value, into: pod.manifest)
    case .strategic(let value):
      do { return try Patch.strategic(value, into: pod.manifest, resource: .pods) } catch {
        throw CommandError(error)
      }
    }
  }

  private func expose(in bench: inout Workbench) throws(CommandError) {
    let service: APIValue = [
      "apiVersion": "v1", "kind": "Service",
      "metadata": ["creationTimestamp": .null, "name": .string(pod.name)],
      "spec": [
        "ports": [
          [
            "port": .integer(pod.port ?? 0), "protocol": "TCP",
            "targetPort": .integer(pod.port ?? 0),
          ]
        ],
        "selector": pod.labels,
      ],
      "status": ["loadBalancer": .emptyObject],
    ]
    try creation.make(service, .services, in: &bench)
    // kubectl separates the two twice.
    if creation.format == .yaml { bench.write("---\n---\n") }
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    if exposes { try expose(in: &bench) }
    let manifest = try manifest()
    guard isAttached else { return try creation.make(manifest, .pods, in: &bench) }
    let key = ObjectKey(.pods, namespace: bench.namespace, name: pod.name)
    try bench.demand(.create(manifest, .pods, namespace: bench.namespace))
    try bench.attach(
      to: key, container: pod.name,
      origin: .run(key, restarts: pod.restartPolicy == "Always", removes: removes))
  }
}
