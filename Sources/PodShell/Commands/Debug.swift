internal import PodEngine

/// `debug POD --image=IMAGE`: adds an ephemeral container to a Pod that runs.
struct Debug: Command {
  static let description = CommandDescription(
    "debug", .observe,
    synopsis: "debug POD --image=IMAGE [--target=CONTAINER] [-c NAME] [-i -t] [-- COMMAND [ARG…]]",
    about: "add a container with tools to a Pod that runs",
    examples: [
      "run web --image=nginx && advance 5s && debug web --image=busybox -c tools -- sleep 60",
      "advance 5s && exec web -c tools -- wget -qO- localhost",
    ],
    flags: [
      Flag("image", nil, .text, "the image of the new container", completes: .image),
      Flag("target", nil, .text, "the container whose processes it sees"),
      Flag("container", "c", .text, "the name of the new container"),
      Flag("env", nil, .texts, "NAME=value for the container"),
      Flag("image-pull-policy", nil, .text, "when to pull the image"),
      Flag("arguments-only", nil, .switched, "the words after -- are arguments, not the command"),
      Flag("stdin", "i", .switched, "attach, and pass on what is typed"),
      Flag("tty", "t", .switched, "with -i, like a terminal"),
      Flag("attach", nil, .switched, "wait until it runs, and show what it prints"),
      Flag("quiet", "q", .switched, "only what the container prints"),
      Flag("profile", nil, .text, "accepted as kubectl does; podlab has no capabilities"),
      Flag("copy-to", nil, .missing(takesValue: true, instead: copyInstead), ""),
      Flag("set-image", nil, .missing(takesValue: true, instead: copyInstead), ""),
      Flag("share-processes", nil, .missing(takesValue: false, instead: copyInstead), ""),
      Flag("replace", nil, .missing(takesValue: false, instead: copyInstead), ""),
      Flag("custom", nil, .missing(takesValue: true, instead: "use the flags of debug"), ""),
    ], arguments: [.pod], isKubectl: true)

  private static let copyInstead =
    "get pod NAME -o yaml > pod.yaml, change it, and apply -f pod.yaml makes a copy"

  private let subject: Word
  private let image: String
  private let target: String?
  private let name: String?
  private let fields: APIValue
  private let isAttached: Bool
  private let isQuiet: Bool

  init(_ call: Invocation) throws(CommandError) {
    guard let subject = call.arguments.first else {
      throw .arguments("NAME or filename is required for debug", suggestion: "write debug POD")
    }
    guard let image = call.flags.text("image"), !image.isEmpty else {
      throw .arguments(
        "you must specify --image when not using --copy-to.",
        suggestion: "write debug \(subject.text) --image=busybox")
    }
    (self.subject, self.image) = (subject, image)
    target = call.flags.text("target")
    name = call.flags.text("container")
    isQuiet = call.flags.isOn("quiet")
    let isOpen = call.flags.isOn("stdin")
    isAttached = isOpen || call.flags.isOn("attach")
    fields = try Self.fields(call, isOpen: isOpen)
  }

  private static func fields(_ call: Invocation, isOpen: Bool) throws(CommandError) -> APIValue {
    var fields: APIValue = [
      "image": .string(call.flags.text("image") ?? ""), "resources": .emptyObject,
      "terminationMessagePolicy": "File",
    ]
    if let words = call.afterDash, !words.isEmpty {
      let field = call.flags.isOn("arguments-only") ? "args" : "command"
      fields[field] = .array(words.map { .string($0.text) })
    }
    if isOpen { fields["stdin"] = .bool(true) }
    if call.flags.isOn("tty") { fields["tty"] = .bool(true) }
    let environment = try KeyValues.environment(call.flags.texts("env"))
    if !environment.isEmpty { fields["env"] = .array(environment) }
    if let policy = call.flags.text("image-pull-policy") {
      fields["imagePullPolicy"] = .string(policy)
    }
    if let target = call.flags.text("target") { fields["targetContainerName"] = .string(target) }
    return fields
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let key = try pod(in: bench)
    let pod = try bench.object(key, position: subject.position)
    if let target, !isQuiet {
      bench.note(
        "Targeting container \(GoSyntax.quoted(target)). If you don't see processes from this "
          + "container it may be because the container runtime doesn't support this feature.")
    }
    let name = name ?? freeName(pod)
    if self.name == nil, !isQuiet { bench.note("Defaulting debug container name to \(name).") }
    var container = fields
    container["name"] = .string(name)
    let before = pod.list("spec", "ephemeralContainers").map { $0.text("name") }
    let order = (before + [name]).map { name -> APIValue in ["name": .string(name)] }
    try bench.demand(
      .patch(
        key,
        .strategic([
          "spec": [
            "$setElementOrder/ephemeralContainers": .array(order),
            "ephemeralContainers": [container],
          ]
        ]), subresource: .ephemeralContainers))
    if isAttached { try bench.attach(to: key, container: name, origin: .debug) }
  }

  private func pod(in bench: Workbench) throws(CommandError) -> ObjectKey {
    let parts = subject.text.split(separator: "/", omittingEmptySubsequences: false)
      .map(String.init)
    let resource = parts.count == 2 ? try Subjects.kind(parts[0], at: subject.position) : .pods
    switch resource {
    case .pods: return ObjectKey(.pods, namespace: bench.namespace, name: parts.last ?? "")
    case .nodes:
      throw .unsupported(
        "podlab's nodes have no system of their own to debug",
        suggestion:
          "node ps \(parts[1]) shows what runs there; describe node \(parts[1]) how it is",
        position: subject.position)
    case .configMaps, .deployments, .endpoints, .endpointSlices, .priorityClasses, .events, .jobs,
      .leases, .namespaces, .replicaSets, .secrets, .serviceAccounts, .services:
      throw .arguments(
        "\(GoSyntax.quoted("/v1, Kind=\(resource.kind)")) not supported by debug",
        suggestion: "debug one of its Pods", position: subject.position)
    }
  }

  /// `debugger-` and five characters: kubectl draws them; here they follow from what is there.
  private func freeName(_ pod: APIValue) -> String {
    let count = pod.list("spec", "ephemeralContainers").count
    let letters = Array("bcdfghjklmnpqrstvwxz2456789")
    var state = UInt64(count + 1) &* 0x9e37_79b9_7f4a_7c15
    for byte in pod.text("metadata", "uid").utf8 {
      state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    let suffix = (0..<5).map { index in
      letters[Int((state >> UInt64(index * 8)) % UInt64(letters.count))]
    }
    return "debugger-" + String(suffix)
  }
}
