internal import PodEngine

/// `patch KIND NAME -p PATCH`: changes some fields of an object.
struct PatchObject: Command {
  static let description = CommandDescription(
    "patch", .build,
    synopsis: "patch KIND NAME -p PATCH [--type=strategic|merge|json] [--subresource=status|scale]",
    about: "change some fields of an object",
    examples: [
      "patch node node-1 -p '{\"spec\":{\"unschedulable\":true}}'",
      "patch node node-1 --type=merge -p '{\"metadata\":{\"labels\":{\"disk\":\"ssd\"}}}'",
    ],
    flags: [
      Flag("patch", "p", .text, "the patch, JSON or YAML"),
      Flag("patch-file", nil, .text, "a file with the patch", completes: .file),
      Flag(
        "type", nil, .text, "the language of the patch",
        completes: .oneOf(["strategic", "merge", "json"])),
      Flag(
        "subresource", nil, .text, "status or scale", completes: .oneOf(["status", "scale"])),
      Flag(
        "output", "o", .text, "yaml, json or name", completes: .oneOf(["yaml", "json", "name"])),
      Flag("dry-run", nil, .textOr("unchanged"), "only say what would be done"),
    ], arguments: [.kindOrObject, .nameOfKind], isKubectl: true)

  /// What is patched.
  private enum Part: Hashable, Sendable {
    case object(Subresource)
    /// Its Scale, an object of its own.
    case scale
  }

  private enum Language: String, CaseIterable { case json, merge, strategic }

  private let subjects: Subjects
  private let text: String?
  private let file: String?
  private let language: Language
  private let part: Part
  private let creation: Creation

  init(_ call: Invocation) throws(CommandError) {
    subjects = try Subjects(call.arguments, verb: "patch")
    text = call.flags.text("patch") ?? call.heredoc?.body
    file = call.flags.text("patch-file")
    guard call.flags.text("patch") == nil || file == nil else {
      throw .arguments("cannot specify --patch and --patch-file together")
    }
    guard text != nil || file != nil else {
      throw .arguments(
        "must specify --patch or --patch-file containing the contents of the patch",
        suggestion: "write patch pod NAME -p '{\"spec\":…}'")
    }
    let type = call.flags.text("type") ?? "strategic"
    guard let language = Language(rawValue: type.lowercased()) else {
      throw .arguments(
        "--type must be one of [json merge strategic], not \(GoSyntax.quoted(type))",
        position: call.flags.position(of: "type"))
    }
    self.language = language
    part = try Self.part(call)
    creation = try Creation(call)
    guard !subjects.named.isEmpty else {
      throw .arguments("resource(s) were provided, but no name was specified")
    }
  }

  private static func part(_ call: Invocation) throws(CommandError) -> Part {
    let position = call.flags.position(of: "subresource")
    switch call.flags.text("subresource") {
    case nil: return .object(.none)
    case "status"?: return .object(.status)
    case "scale"?: return .scale
    case "resize"?:
      throw .arguments(
        "podlab does not simulate the subresource resize",
        suggestion: "change the manifest and replace --force -f it", position: position)
    case let other?:
      throw .arguments(
        "invalid subresource value: \(GoSyntax.quoted(other)). Must be one of "
          + "[status scale resize]", position: position)
    }
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let value = try readPatch(in: bench)
    let body: PatchBody =
      switch language {
      case .json: .json(value)
      case .merge: .merge(value)
      case .strategic: .strategic(value)
      }
    for key in subjects.keys(namespace: bench.namespace) {
      guard case .object(let subresource) = part else {
        try patchScale(key, body, in: &bench)
        continue
      }
      let request = APIRequest.patch(key, body, subresource: subresource)
      var copy = bench
      let response = try copy.demand(request)
      if creation.dryRun == .none { bench = copy }
      // kubectl says "(no change)" only where the server's answer is the object it had.
      let done = response.changed ? "patched" : "patched (no change)"
      // Unlike the other verbs, patch does not say that it was a dry run.
      creation.say(response.object, key.resource, done, mark: "", in: &bench)
    }
  }

  private func patchScale(
    _ key: ObjectKey, _ body: PatchBody, in bench: inout Workbench
  ) throws(CommandError) {
    let scale = try ScaleSubresource.object(of: bench.object(key), key)
    let patched: APIValue
    do throws(APIError) {
      switch body {
      case .merge(let patch): patched = Patch.merge(patch, into: scale)
      case .strategic(let patch):
        patched = try Patch.strategic(patch, into: scale, resource: key.resource)
      case .json(let patch): patched = try Patch.json(patch, on: scale)
      }
    } catch { throw CommandError(error) }
    var copy = bench
    let written = try ScaleSubresource.write(patched, key, in: &copy)
    if creation.dryRun == .none { bench = copy }
    let name = "\(ScaleSubresource.qualifiedSingular)/\(key.name)"
    switch creation.format {
    case .table, .wide, .customColumns:
      let isSame = patched.field("spec") == scale.field("spec")
      bench.print("\(name) \(isSame ? "patched (no change)" : "patched")")
    case .name: bench.print(name)
    case .yaml, .json, .jsonPath, .jsonPathAsJSON, .goTemplate:
      creation.say(written, key.resource, "patched", in: &bench)
    }
  }

  private func readPatch(in bench: Workbench) throws(CommandError) -> APIValue {
    var written = text ?? ""
    if let file {
      do { written = try bench.configuration.files.read(file) } catch {
        guard case .missing = error.reason else { throw CommandError(error) }
        throw CommandError(
          "file", "error: unable to read patch file: open \(file): no such file or directory")
      }
    }
    do { return try ManifestReader.patch(written) } catch { throw CommandError(error) }
  }
}
