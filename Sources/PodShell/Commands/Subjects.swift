internal import PodEngine

/// The objects that a command names, as kubectl's resource builder reads them: `pods`, `pod web
/// db`, `pod/web node/node-1`, `pods,nodes`, `all`.
struct Subjects: Hashable, Sendable {
  /// The kinds without names, or none where objects are named.
  var resources: [Resource] = []
  /// The named objects; the namespace is filled in when the command runs.
  var named: [Named] = []

  struct Named: Hashable, Sendable {
    let resource: Resource
    let name: String
    let position: TextPosition
  }

  var isEmpty: Bool { resources.isEmpty && named.isEmpty }

  /// The kinds that are meant, whether as a whole or by the names of some objects.
  var kinds: [Resource] { resources + named.map(\.resource) }

  init(_ words: [Word], verb: String) throws(CommandError) {
    if words.contains(where: { $0.text.contains("/") }) {
      named = try Self.slashed(words, verb: verb)
      return
    }
    guard let first = words.first else { return }
    let kinds = try Self.kinds(first)
    guard words.count > 1 else {
      resources = kinds
      return
    }
    // `all` stands for several kinds, and a name belongs to one.
    guard !first.text.split(separator: ",").contains("all") else {
      throw .arguments("you must specify only one resource", position: first.position)
    }
    for word in words.dropFirst() {
      named += kinds.map { Named(resource: $0, name: word.text, position: word.position) }
    }
  }

  private static func slashed(
    _ words: [Word], verb: String
  ) throws(CommandError) -> [Named] {
    var found: [Named] = []
    for word in words {
      let parts = word.text.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 2 else { throw mixed(word, parts.count, verb: verb) }
      guard !parts[0].isEmpty, !parts[1].isEmpty else {
        throw .arguments(
          "arguments in resource/name form must have a single resource and name",
          position: word.position)
      }
      guard !parts[0].contains(",") else {
        throw .arguments(
          "arguments in resource/name form must have a single resource and name",
          position: word.position)
      }
      let resource = try kind(String(parts[0]), at: word.position)
      found.append(Named(resource: resource, name: String(parts[1]), position: word.position))
    }
    return found
  }

  private static func mixed(_ word: Word, _ parts: Int, verb: String) -> CommandError {
    guard parts == 1 else {
      return .arguments(
        "arguments in resource/name form may not have more than one slash",
        position: word.position)
    }
    return .arguments(
      "there is no need to specify a resource type as a separate argument when passing arguments "
        + "in resource/name form (e.g. 'kubectl \(verb) resource/<resource_name>' instead of "
        + "'kubectl \(verb) resource resource/<resource_name>'", position: word.position)
  }

  /// The kinds of `pods,nodes` or `all`.
  private static func kinds(_ word: Word) throws(CommandError) -> [Resource] {
    var found: [Resource] = []
    for part in word.text.split(separator: ",", omittingEmptySubsequences: false) {
      if part == "all" {
        found += [.pods, .services, .deployments, .replicaSets, .jobs]
      } else {
        found.append(try kind(String(part), at: word.position))
      }
    }
    return found
  }

  /// The kind that a word means.
  static func kind(_ text: String, at position: TextPosition?) throws(CommandError) -> Resource {
    if let resource = Resource(word: text) { return resource }
    if let absent = KindsWithout.meant(by: text) {
      throw .unsupported(
        "podlab does not simulate \(absent.kind) (\(absent.apiVersions[0]))",
        suggestion: absent.instead, position: position)
    }
    throw CommandError(
      "not-found", "error: the server doesn't have a resource type \(GoSyntax.quoted(text))",
      suggestion: remedy(text), position: position)
  }

  private static func remedy(_ text: String) -> String {
    let known = Resource.allCases.flatMap { [$0.plural, $0.singular] + $0.shortNames }
    let near = NearestName.to(text, among: known).map { "did you mean \($0)?" }
    return near ?? "api-resources lists the kinds"
  }

  /// The keys of the named objects.
  func keys(namespace: String) -> [ObjectKey] {
    named.map { ObjectKey($0.resource, namespace: namespace, name: $0.name) }
  }
}
