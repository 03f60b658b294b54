internal import PodEngine

/// `explain KIND[.field…]`: what kinds and their fields mean.
struct Explain: Command {
  static let description = CommandDescription(
    "explain", .observe,
    synopsis: "explain KIND[.FIELD…] [--recursive] [--api-version=VERSION]",
    about: "tell what a kind or a field means",
    examples: ["explain pod.spec.restartPolicy", "explain pods --recursive"],
    flags: [
      Flag("recursive", nil, .switched, "only the names of the fields, all levels of them"),
      Flag("api-version", nil, .text, "the version of the API: apps/v1"),
      Flag(
        "output", "o", .text, "plaintext",
        completes: .oneOf(["plaintext"])),
    ], arguments: [.fieldPath], isKubectl: true)

  private let resource: Resource
  private let path: [String]
  private let word: Word
  /// Group and version after `--api-version`, or those of the kind.
  private let group: String
  private let version: String
  private let isRecursive: Bool

  init(_ call: Invocation) throws(CommandError) {
    guard let word = call.arguments.first else {
      throw .arguments(
        "You must specify the type of resource to explain. Use \"kubectl api-resources\" for a "
          + "complete list of supported resources.", suggestion: "write explain pod")
    }
    guard call.arguments.count == 1 else {
      throw .arguments(
        "We accept only this format: explain RESOURCE", suggestion: "write explain pod.spec",
        position: call.arguments[1].position)
    }
    let format = call.flags.text("output") ?? "plaintext"
    guard ["", "plaintext", "plaintext-openapiv2"].contains(format) else {
      throw .arguments(
        "unrecognized format: \(format)", suggestion: "leave -o away",
        position: call.flags.position(of: "output"))
    }
    self.word = word
    (resource, path) = try Self.split(word)
    let own = resource.apiVersion
    let parts = (call.flags.text("api-version").flatMap { $0.isEmpty ? nil : $0 } ?? own)
      .split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    (group, version) = parts.count > 1 ? (parts[0], parts[1]) : ("", parts.first ?? "")
    isRecursive = call.flags.isOn("recursive")
  }

  /// `pods.spec`, `deployments.apps.spec`
  private static func split(_ word: Word) throws(CommandError) -> (Resource, [String]) {
    var parts = word.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let kind = parts.removeFirst()
    let resource: Resource
    do { resource = try Subjects.kind(kind, at: word.position) } catch {
      guard error.name != "unsupported" else { throw error }
      // Here kubectl passes the message on as it is, without "error: ".
      let message = "the server doesn't have a resource type \(GoSyntax.quoted(kind))"
      throw CommandError(
        "not-found", message, suggestion: error.suggestion, position: word.position)
    }
    let group = resource.group.split(separator: ".").map(String.init)
    if !group.isEmpty, parts.starts(with: group) { parts.removeFirst(group.count) }
    return (resource, parts.last == "" ? parts.dropLast() : parts)
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    try explain(.kubernetes(in: bench.settings.language), in: &bench)
  }

  /// Explains what a description of an API says.
  func explain(_ api: APIDescription, in bench: inout Workbench) throws(CommandError) {
    let served = api.kinds.filter { $0.group == group && $0.version == version }
    guard !served.isEmpty else {
      throw CommandError(
        "not-found",
        "error: couldn't find resource for \"\(group)/\(version), Resource=\(resource.plural)\"",
        suggestion: "leave --api-version away", position: word.position)
    }
    guard let kind = served.first(where: { $0.kind == resource.kind }) else {
      throw CommandError(
        "not-found",
        "error: GVR (\(group)/\(version), Resource=\(resource.plural)) not found in OpenAPI schema",
        suggestion: "leave --api-version away", position: word.position)
    }
    let page = ExplainText(api, isRecursive: isRecursive).page(of: kind, path: path)
    bench.write(page.text)
    guard let missing = page.missing else { return }
    bench.fail(
      CommandError(
        "not-found", "error: field \(GoSyntax.quoted(missing)) does not exist",
        suggestion: NearestName.to(missing, among: page.neighbours).map { "did you mean \($0)?" },
        position: word.position))
  }
}
