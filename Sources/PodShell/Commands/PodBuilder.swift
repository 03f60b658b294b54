internal import PodEngine

/// The Pod that `run` and `create pod` make of their flags (`BasicPod` in
/// k8s.io/kubectl/pkg/generate/versioned).
struct PodBuilder: Hashable, Sendable {
  let name: String
  let image: String
  var labels: APIValue
  var container: APIValue
  var restartPolicy = "Always"

  /// The flags that both commands know.
  static let flags = [
    Flag("image", nil, .text, "the image to run", completes: .image),
    Flag(
      "restart", nil, .text, "when to restart containers that ended",
      completes: .oneOf(["Always", "OnFailure", "Never"])),
    Flag("port", nil, .text, "the port that the container listens on"),
    Flag("env", nil, .texts, "NAME=value for the container"),
    Flag("labels", "l", .text, "labels of the Pod: app=web,tier=front"),
    Flag("annotations", nil, .texts, "an annotation of the Pod: key=value"),
    Flag(
      "image-pull-policy", nil, .text, "when to pull the image",
      completes: .oneOf(["Always", "IfNotPresent", "Never"])),
    Flag(
      "command", nil, .switched, "the words after -- replace the entry point, not its arguments"),
  ]

  init(_ call: Invocation, verb: String, name: Word?, image: String?, words: [Word])
    throws(CommandError)
  {
    // cobra looks for the flags that must be there before kubectl looks at the words.
    guard let image else { throw .arguments("required flag(s) \"image\" not set") }
    guard let name else { throw .arguments("NAME is required for \(verb)" + Self.seeHelp(verb)) }
    guard !image.isEmpty else { throw .arguments("--image is required") }
    if verb == "run" { try Self.check(image, position: call.flags.position(of: "image")) }
    (self.name, self.image) = (name.text, image)
    labels = ["run": .string(name.text)]
    if let text = call.flags.text("labels") { labels = try KeyValues.labels(text) }
    container = [
      "name": .string(name.text), "image": .string(image), "resources": .emptyObject,
    ]
    try readContainer(call, words)
    restartPolicy = try Self.restartPolicy(call, verb: verb)
    annotations = try Self.annotations(call)
  }

  private var annotations: APIValue?

  /// What `--port` says.
  var port: Int? { container.list("ports").first?.integer("containerPort") }

  /// `create pod` has no help of kubectl's.
  static func seeHelp(_ verb: String) -> String {
    verb == "run" ? "\nSee 'kubectl run -h' for help and examples" : ""
  }

  /// An image whose name no registry could have (`reference.Parse`).
  private static func check(_ image: String, position: TextPosition?) throws(CommandError) {
    do { _ = try ImageReference(parsing: image) } catch {
      throw .arguments(
        "Invalid image name \(GoSyntax.quoted(image)): invalid reference format",
        suggestion: "write --image=nginx or --image=registry/name:tag", position: position)
    }
  }

  private mutating func readContainer(_ call: Invocation, _ words: [Word]) throws(CommandError) {
    if !words.isEmpty {
      let field = call.flags.isOn("command") ? "command" : "args"
      container[field] = .array(words.map { .string($0.text) })
    }
    let environment = try KeyValues.environment(call.flags.texts("env"))
    if !environment.isEmpty { container["env"] = .array(environment) }
    if let policy = call.flags.text("image-pull-policy") {
      guard ["Always", "IfNotPresent", "Never"].contains(policy) else {
        throw .arguments(
          "invalid image pull policy: \(policy)\nSee 'kubectl run -h' for help and examples",
          suggestion: "it is Always, IfNotPresent or Never",
          position: call.flags.position(of: "image-pull-policy"))
      }
      container["imagePullPolicy"] = .string(policy)
    }
    guard let text = call.flags.text("port") else { return }
    guard let port = Int(text) else {
      throw .arguments(
        "strconv.Atoi: parsing \(GoSyntax.quoted(text)): invalid syntax",
        position: call.flags.position(of: "port"))
    }
    container["ports"] = [["containerPort": .integer(port)]]
  }

  private static func restartPolicy(
    _ call: Invocation, verb: String
  ) throws(CommandError) -> String {
    guard let text = call.flags.text("restart") else { return "Always" }
    guard ["Always", "OnFailure", "Never"].contains(text) else {
      throw .arguments(
        "invalid restart policy: \(text)\nSee 'kubectl \(verb) -h' for help and examples",
        suggestion: NearestName.to(text, among: ["Always", "OnFailure", "Never"])
          .map { "did you mean --restart=\($0)?" } ?? "it is Always, OnFailure or Never",
        position: call.flags.position(of: "restart"))
    }
    return text
  }

  private static func annotations(_ call: Invocation) throws(CommandError) -> APIValue? {
    var found: APIValue?
    for text in call.flags.texts("annotations") {
      let pair = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2 else {
        throw .arguments("unexpected annotation spec: \(text)")
      }
      found = found ?? .emptyObject
      found?[String(pair[0])] = .string(String(pair[1]))
    }
    return found
  }

  var manifest: APIValue {
    var metadata: APIValue = [
      "creationTimestamp": .null, "labels": labels, "name": .string(name),
    ]
    if let annotations { metadata["annotations"] = annotations }
    return [
      "apiVersion": "v1", "kind": "Pod", "metadata": metadata,
      "spec": [
        "containers": [container], "dnsPolicy": "ClusterFirst",
        "restartPolicy": .string(restartPolicy),
      ],
      "status": .emptyObject,
    ]
  }
}
