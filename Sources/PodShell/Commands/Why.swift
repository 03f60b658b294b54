internal import OrderedCollections
internal import PodEngine

/// `why POD`: the chain of causes, in sentences. Each rests on entries of the timeline; nothing is
/// guessed.
struct Why: Command {
  static let description = CommandDescription(
    "why", .understand, synopsis: "why POD | KIND/NAME [-o json]",
    about: "tell why an object is as it is, from cause to cause",
    examples: [
      "create pod web --image=nginx --readiness=http:81/ && advance 30s && why web",
      "kill node node-1 && advance 50s && why node/node-1",
    ],
    flags: [
      Flag(
        "output", "o", .text, "json: with the entries of the timeline behind each sentence",
        completes: .oneOf(["json"])),
      Flag("json", nil, .switched, "the same as -o json"),
    ], arguments: [.pod])

  private let word: Word
  private let isJSON: Bool

  init(_ call: Invocation) throws(CommandError) {
    word = try call.argument(0, "a Pod, or KIND/NAME", of: "why")
    try call.refuseArguments(after: 1, of: "why")
    let format = call.flags.text("output")
    if let format, format != "json" {
      throw .usage(
        "why can be told as json, not as \(GoSyntax.quoted(format))", verb: "why",
        position: call.flags.position(of: "output"))
    }
    isJSON = format == "json" || call.flags.isOn("json")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let key = try StoryWord.key(word, in: bench)
    let explanation = try explanation(of: key, in: bench)
    guard isJSON else { return bench.write(WhyText.text(explanation, in: bench.settings.language)) }
    let value = WhyText.json(explanation, in: bench.cluster)
    bench.write(JSONText.text(value, pretty: true) + "\n")
  }

  private func explanation(
    of key: ObjectKey, in bench: Workbench
  ) throws(CommandError) -> Explanation {
    if key.resource == .pods, let story = PodStory(key, in: bench.cluster) {
      return WhyPod.explanation(of: story)
    }
    _ = try bench.object(key, position: word.position)
    if key.resource == .nodes { return WhyNode.explanation(of: key.name, in: bench.cluster) }
    guard let found = WhyWorkload.explanation(of: key, in: bench.cluster) else {
      throw CommandError(
        "unsupported", "error: why does not know about \(key.resource.plural)",
        suggestion: "it tells of Pods, nodes, deployments, replicasets and jobs",
        position: word.position)
    }
    return found
  }
}

/// What `why` and `timeline` are asked about: `web`, `pod/web`, `node/node-1`, `node-1`.
enum StoryWord {
  static func key(_ word: Word, in bench: Workbench) throws(CommandError) -> ObjectKey {
    let parts = word.text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty {
      let resource = try Subjects.kind(parts[0], at: word.position)
      return ObjectKey(
        resource, namespace: resource.isNamespaced ? bench.namespace : "", name: parts[1])
    }
    guard parts.count == 1 else {
      throw .arguments(
        "\(GoSyntax.quoted(word.text)) names nothing", suggestion: "write web or node/node-1",
        position: word.position)
    }
    let pod = ObjectKey(.pods, namespace: bench.namespace, name: parts[0])
    let node = ObjectKey(.nodes, name: parts[0])
    // A plain name is a Pod; a node where there is no such Pod.
    return bench.cluster.objects[pod] == nil && bench.cluster.objects[node] != nil ? node : pod
  }
}
