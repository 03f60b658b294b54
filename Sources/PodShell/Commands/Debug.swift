internal import PodEngine

/// `debug POD --image=IMAGE`: adds an ephemeral container to a Pod that runs; with `--copy-to`, makes
/// a copy of the Pod that is easier to look into.
struct Debug: Command {
  static let description = CommandDescription(
    "debug", .observe,
    synopsis:
      "debug POD --image=IMAGE [--target=CONTAINER] [-c NAME] [-i -t] [--copy-to=NAME] [-- COMMAND …]",
    about: "add a container with tools to a Pod that runs, or to a copy of it",
    examples: [
      "run web --image=nginx && advance 5s && debug web --image=busybox -c tools -- sleep 60",
      "advance 5s && exec web -c tools -- wget -qO- localhost",
    ],
    flags: [
      Flag("image", nil, .text, "the image of the new container", completes: .image),
      Flag("target", nil, .text, "the container whose processes it sees"),
      Flag("container", "c", .text, "the name of the new container, or which one to change"),
      Flag("env", nil, .texts, "NAME=value for the container"),
      Flag("image-pull-policy", nil, .text, "when to pull the image"),
      Flag("arguments-only", nil, .switched, "the words after -- are arguments, not the command"),
      Flag("stdin", "i", .switched, "attach, and pass on what is typed"),
      Flag("tty", "t", .switched, "with -i, like a terminal"),
      Flag("attach", nil, .switched, "wait until it runs, and show what it prints"),
      Flag("quiet", "q", .switched, "only what the container prints"),
      Flag(
        "profile", nil, .text, "what the container may do",
        completes: .oneOf(DebugProfile.allCases.map(\.rawValue))),
      Flag(
        "custom", nil, .text, "a file with fields of the container, JSON or YAML", completes: .file),
    ] + DebugCopy.flags, arguments: [.pod], isKubectl: true)

  private let subject: Word
  private let target: String?
  private let name: String?
  private let fields: APIValue
  private let isAttached: Bool
  private let isQuiet: Bool
  private let profile: DebugProfile
  private let copy: DebugCopy?
  private let custom: String?

  init(_ call: Invocation) throws(CommandError) {
    profile = try DebugProfile(call)
    guard let subject = call.arguments.first else {
      throw .arguments("NAME or filename is required for debug", suggestion: "write debug POD")
    }
    copy = try DebugCopy(call)
    let image = call.flags.text("image") ?? ""
    guard copy != nil || !image.isEmpty else {
      throw .arguments(
        "you must specify --image when not using --copy-to.",
        suggestion: "write debug \(subject.text) --image=busybox")
    }
    self.subject = subject
    target = call.flags.text("target")
    name = call.flags.text("container")
    isQuiet = call.flags.isOn("quiet")
    custom = call.flags.text("custom")
    let isOpen = call.flags.isOn("stdin")
    guard isOpen || !call.flags.isOn("tty") else {
      throw .arguments(
        "-i/--stdin is required for containers with -t/--tty=true", suggestion: "write -it",
        position: call.flags.position(of: "tty"))
    }
    isAttached = call.flags.isOn("attach", default: isOpen)
    fields = try Self.fields(call, image: image, isOpen: isOpen)
  }

  private static func fields(
    _ call: Invocation, image: String, isOpen: Bool
  ) throws(CommandError) -> APIValue {
    var fields: APIValue = .emptyObject
    if !image.isEmpty { fields["image"] = .string(image) }
    if let words = call.afterDash, !words.isEmpty {
      let field = call.flags.isOn("arguments-only") ? "args" : "command"
      fields[field] = .array(words.map { .string($0.text) })
    }
    if isOpen { fields["stdin"] = .bool(true) }
    if call.flags.isOn("tty") { fields["tty"] = .bool(true) }
    let environment = try KeyValues.environment(call.flags.texts("env"))
    if !environment.isEmpty { fields["env"] = .array(environment) }
    if let policy = call.flags.text("image-pull-policy") {
      guard ["Always", "IfNotPresent", "Never", ""].contains(policy) else {
        throw .arguments(
          "invalid image pull policy: \(policy)",
          suggestion: "policies: Always, IfNotPresent, Never",
          position: call.flags.position(of: "image-pull-policy"))
      }
      if !policy.isEmpty { fields["imagePullPolicy"] = .string(policy) }
    }
    return fields
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let more = try customFields(in: bench)
    if let warning = profile.warning { bench.note(warning) }
    let key = try pod(in: bench)
    let pod = try bench.object(key, position: subject.position)
    if let copy { return try make(copy, of: pod, key, more, in: &bench) }
    if let target, !isQuiet {
      bench.print(
        "Targeting container \(GoSyntax.quoted(target)). If you don't see processes from this "
          + "container it may be because the container runtime doesn't support this feature.")
    }
    let name = name ?? freeName(pod)
    sayDefault(name, in: &bench)
    var container: APIValue = ["resources": .emptyObject, "terminationMessagePolicy": "File"]
    for (field, value) in fields.sortedFields([]) { container[field] = value }
    container["name"] = .string(name)
    if let target { container["targetContainerName"] = .string(target) }
    container = try Self.customised(profile.applied(to: container), by: more)
    warnOfUsers(pod, container, in: &bench)
    try bench.demand(
      .patch(key, Self.patch(adding: container, to: pod), subresource: .ephemeralContainers))
    if isAttached { try bench.attach(to: key, container: name, origin: .debug) }
  }

  /// kubectl's patch leaves the others where they are.
  private static func patch(adding container: APIValue, to pod: APIValue) -> PatchBody {
    let before = pod.list("spec", "ephemeralContainers").map { $0.text("name") }
    let order = (before + [container.text("name")]).map { name -> APIValue in
      ["name": .string(name)]
    }
    return .strategic([
      "spec": [
        "$setElementOrder/ephemeralContainers": .array(order), "ephemeralContainers": [container],
      ]
    ])
  }

  private func make(
    _ copy: DebugCopy, of pod: APIValue, _ key: ObjectKey, _ more: APIValue?,
    in bench: inout Workbench
  ) throws(CommandError) {
    let name = name ?? freeName(pod)
    var made = try copy.made(
      from: pod, fields: fields, named: name, isNamed: self.name != nil, profile)
    if made.container != nil { sayDefault(name, in: &bench) }
    if let container = made.container, more != nil {
      var pod = made.pod
      var containers = pod.list("spec", "containers")
      if let index = containers.firstIndex(where: { $0.text("name") == container }) {
        containers[index] = try Self.customised(containers[index], by: more)
      }
      pod[path: "spec", "containers"] = .array(containers)
      made = DebugCopy.Made(pod: pod, container: container)
    }
    if let container = made.pod.list("spec", "containers").first(where: {
      $0.text("name") == made.container
    }) {
      warnOfUsers(pod, container, in: &bench)
    }
    try bench.demand(.create(made.pod, .pods, namespace: key.namespace))
    if copy.replaces { try bench.demand(.delete(key, DeleteOptions(gracePeriodSeconds: 0))) }
    guard isAttached, let container = made.container else { return }
    let place = ObjectKey(.pods, namespace: key.namespace, name: copy.name)
    try bench.attach(to: place, container: container, origin: .debug)
  }

  private func sayDefault(_ name: String, in bench: inout Workbench) {
    if self.name == nil, !isQuiet { bench.print("Defaulting debug container name to \(name).") }
  }

  /// What the file of `--custom` says of the container; nil without one.
  private func customFields(in bench: Workbench) throws(CommandError) -> APIValue? {
    guard let custom else { return nil }
    let text: String
    do { text = try bench.configuration.files.read(custom) } catch {
      throw CommandError(
        "file",
        "error: must pass a container spec json file for custom profile: open \(custom): "
          + "no such file or directory",
        suggestion: "look at its name: it is sought from the folder in which podlab was started")
    }
    do { return try ManifestReader.patch(text) } catch { throw CommandError(error) }
  }

  private static func customised(
    _ container: APIValue, by more: APIValue?
  ) throws(CommandError) -> APIValue {
    guard var more else { return container }
    more["name"] = container["name"]
    do {
      let merged = try Patch.strategic(
        ["spec": ["containers": [more]]], into: ["spec": ["containers": [container]]],
        resource: .pods)
      return merged.list("spec", "containers").first ?? container
    } catch { throw CommandError(error) }
  }

  /// A Pod whose processes must not be root takes from the container what a profile gives it.
  private func warnOfUsers(_ pod: APIValue, _ container: APIValue, in bench: inout Workbench) {
    guard pod.flag("spec", "securityContext", "runAsNonRoot"),
      container.field("securityContext", "runAsUser") != .integer(0)
    else { return }
    bench.note(
      "Warning: Non-root user is configured for the entire target Pod, and some capabilities granted "
        + "by debug profile may not work. Please consider using \"--custom\" with a custom profile "
        + "that specifies \"securityContext.runAsUser: 0\".")
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
