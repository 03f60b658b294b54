internal import PodEngine

/// `debug POD --copy-to=NAME`: a Pod like another one, with a new container, another command or other
/// images (`generatePodCopyWithDebugContainer` of kubectl/pkg/cmd/debug).
struct DebugCopy: Hashable, Sendable {
  let name: String
  /// `--set-image`: images by container, `*` for all.
  let images: [String: String]
  let sharesProcesses: Bool?
  let isOnSameNode: Bool
  let replaces: Bool
  private let keeps: Kept

  private struct Kept: Hashable, Sendable {
    let labels, annotations, liveness, readiness, startup, initContainers: Bool
  }

  static let flags = [
    Flag("copy-to", nil, .text, "make a copy of the Pod under this name"),
    Flag("set-image", nil, .list, "with --copy-to, other images: CONTAINER=IMAGE or *=IMAGE"),
    Flag("share-processes", nil, .switched, "with --copy-to, one process tree for all containers"),
    Flag("same-node", nil, .switched, "with --copy-to, on the node of the Pod"),
    Flag("replace", nil, .switched, "with --copy-to, delete the Pod"),
    Flag("keep-labels", nil, .switched, "with --copy-to and a profile, keep the labels"),
    Flag("keep-annotations", nil, .switched, "with --copy-to and a profile, keep the annotations"),
    Flag("keep-liveness", nil, .switched, "with --copy-to and a profile, keep liveness probes"),
    Flag("keep-readiness", nil, .switched, "with --copy-to and a profile, keep readiness probes"),
    Flag("keep-startup", nil, .switched, "with --copy-to and a profile, keep startup probes"),
    Flag(
      "keep-init-containers", nil, .switched,
      "with --copy-to and a profile, keep init containers; on unless said"),
  ]

  /// Nil without `--copy-to`; the flags that need it are refused then.
  init?(_ call: Invocation) throws(CommandError) {
    let flags = call.flags
    images = try Self.images(call)
    guard let name = flags.text("copy-to"), !name.isEmpty else {
      try Self.refuseFlags(of: call, images)
      return nil
    }
    self.name = name
    sharesProcesses = flags.has("share-processes") ? flags.isOn("share-processes") : nil
    isOnSameNode = flags.isOn("same-node")
    replaces = flags.isOn("replace")
    keeps = Kept(
      labels: flags.isOn("keep-labels"), annotations: flags.isOn("keep-annotations"),
      liveness: flags.isOn("keep-liveness"), readiness: flags.isOn("keep-readiness"),
      startup: flags.isOn("keep-startup"),
      initContainers: flags.isOn("keep-init-containers", default: true))
    try check(call)
  }

  private static func images(_ call: Invocation) throws(CommandError) -> [String: String] {
    var images: [String: String] = [:]
    for text in call.flags.texts("set-image") {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw .arguments(
          "invalid argument \(GoSyntax.quoted(text)) for \"--set-image\" flag: \(text) must be "
            + "formatted as key=value\nSee 'kubectl debug --help' for usage.",
          suggestion: "write --set-image=CONTAINER=IMAGE",
          position: call.flags.position(of: "set-image"))
      }
      images[parts[0]] = parts[1]
    }
    return images
  }

  private static func refuseFlags(
    of call: Invocation, _ images: [String: String]
  ) throws(CommandError) {
    for flag in ["replace", "same-node"] where call.flags.isOn(flag) {
      throw .arguments(
        "--\(flag) may only be used with --copy-to.", position: call.flags.position(of: flag))
    }
    guard images.isEmpty else {
      throw .arguments(
        "--set-image may only be used with --copy-to.", suggestion: "set image changes a Pod",
        position: call.flags.position(of: "set-image"))
    }
  }

  private func check(_ call: Invocation) throws(CommandError) {
    let hasImage = call.flags.text("image")?.isEmpty == false
    let hasCommand = call.afterDash?.isEmpty == false
    guard hasImage || !images.isEmpty || hasCommand else {
      throw .arguments("you must specify --image, --set-image or command arguments.")
    }
    guard hasImage || !hasCommand || call.flags.text("container") != nil else {
      throw .arguments(
        "you must specify an existing container or a new image when specifying args.",
        suggestion: "write --container=NAME")
    }
    guard call.flags.text("target") == nil else {
      throw .arguments(
        "--target is incompatible with --copy-to. Use --share-processes instead.",
        position: call.flags.position(of: "target"))
    }
  }

  /// The copy, and the container in it that is meant; none where only images were changed.
  struct Made {
    let pod: APIValue
    let container: String?
  }

  /// Copies a Pod. `fields` is what the flags say of the container, `named` which one it is, or a
  /// free name for a new one.
  func made(
    from pod: APIValue, fields: APIValue, named name: String, isNamed: Bool, _ profile: DebugProfile
  ) throws(CommandError) -> Made {
    var spec = pod["spec"] ?? .emptyObject
    spec["ephemeralContainers"] = nil
    if let sharesProcesses { spec["shareProcessNamespace"] = .bool(sharesProcesses) }
    if !isOnSameNode { spec["nodeName"] = nil }
    var containers = spec.list("containers").map(withNewImage)
    let index = isNamed ? containers.firstIndex { $0.text("name") == name } : nil
    guard fields["image"] != nil || index != nil else {
      guard !images.isEmpty else {
        throw .arguments("you must specify image when creating new container")
      }
      spec["containers"] = .array(containers)
      return Made(pod: object(pod, spec, labels: pod.field("metadata", "labels")), container: nil)
    }
    let old = index.map { containers[$0] }
    let new = profile.applied(to: Self.changed(old, by: fields, name: name))
    if let index { containers[index] = new } else { containers.append(new) }
    if profile != .legacy { clear(&spec, &containers) }
    spec["containers"] = .array(containers)
    let labels = profile != .legacy && keeps.labels ? pod.field("metadata", "labels") : nil
    var copy = object(pod, spec, labels: labels)
    if profile != .legacy, !keeps.annotations { copy[path: "metadata", "annotations"] = nil }
    return Made(pod: copy, container: name)
  }

  private func withNewImage(_ container: APIValue) -> APIValue {
    guard let image = images[container.text("name")] ?? images["*"] else { return container }
    var container = container
    container["image"] = .string(image)
    return container
  }

  /// A command takes the place of the old one and of its arguments.
  private static func changed(_ old: APIValue?, by fields: APIValue, name: String) -> APIValue {
    var container = old ?? ["name": .string(name), "terminationMessagePolicy": "File"]
    if fields["command"] != nil { container["args"] = nil }
    for field in ["image", "command", "args", "env", "imagePullPolicy"] {
      if let value = fields[field] { container[field] = value }
    }
    for field in ["stdin", "tty"] { container[field] = fields[field] }
    return container
  }

  /// Probes would disturb who looks; profiles take them from the copy.
  private func clear(_ spec: inout APIValue, _ containers: inout [APIValue]) {
    if sharesProcesses == nil, spec["shareProcessNamespace"] == nil {
      spec["shareProcessNamespace"] = .bool(true)
    }
    if !keeps.initContainers { spec["initContainers"] = nil }
    containers = containers.map { container in
      var container = container
      if !keeps.liveness { container["livenessProbe"] = nil }
      if !keeps.readiness { container["readinessProbe"] = nil }
      if !keeps.startup { container["startupProbe"] = nil }
      return container
    }
  }

  private func object(_ pod: APIValue, _ spec: APIValue, labels: APIValue?) -> APIValue {
    var metadata: APIValue = ["name": .string(name), "namespace": .string(pod.namespace)]
    if let annotations = pod.field("metadata", "annotations") {
      metadata["annotations"] = annotations
    }
    if let labels { metadata["labels"] = labels }
    return ["apiVersion": "v1", "kind": "Pod", "metadata": metadata, "spec": spec]
  }
}
