internal import PodEngine

/// The end of every command that makes an object: `--dry-run` and `-o` decide what is done and
/// printed.
struct Creation: Hashable, Sendable {
  enum DryRun: Hashable, Sendable { case none, client, server }

  let dryRun: DryRun
  /// How the object is printed; `.table` is the usual line.
  let format: OutputFormat

  static let flags = [
    Flag(
      "dry-run", nil, .textOr("unchanged"), "client: only print; server: ask, but keep nothing",
      completes: .oneOf(["client", "server", "none"])),
    Flag(
      "output", "o", .text, "yaml, json or name", completes: .oneOf(["yaml", "json", "name"])),
    Flag("save-config", nil, .switched, "accepted; apply adds what it needs by itself"),
    Flag("field-manager", nil, .text, "accepted; podlab keeps no field managers"),
    Flag("validate", nil, .textOr("strict"), "accepted; podlab always validates strictly"),
  ]

  init(_ call: Invocation) throws(CommandError) {
    dryRun = try Self.dryRun(call)
    do { format = try OutputFormat(parsing: call.flags.text("output"), menu: .create) } catch {
      throw .arguments(error.message, position: call.flags.position(of: "output"))
    }
    try Self.check(validation: call)
  }

  private static func check(validation call: Invocation) throws(CommandError) {
    guard let text = call.flags.text("validate") else { return }
    guard !["strict", "true", "warn", "ignore", "false"].contains(text) else { return }
    throw .arguments(
      "invalid - validate option \(GoSyntax.quoted(text)); must be one of: strict (or true), warn, "
        + "ignore (or false)", position: call.flags.position(of: "validate"))
  }

  private static func dryRun(_ call: Invocation) throws(CommandError) -> DryRun {
    switch call.flags.text("dry-run") {
    case nil, "none", "false": return .none
    case "client", "unchanged", "true": return .client
    case "server": return .server
    case let other?:
      throw .arguments(
        "Invalid dry-run value (\(other)). Must be \"none\", \"server\", or \"client\".",
        position: call.flags.position(of: "dry-run"))
    }
  }

  /// For commands that only have to know whether to keep what they do.
  static func isDryRun(_ call: Invocation) throws(CommandError) -> Bool {
    try dryRun(call) != .none
  }

  var isDryRun: Bool { dryRun != .none }

  /// Makes one object and says so; `done` is the verb in the message.
  func make(
    _ object: APIValue, _ resource: Resource, done: String = "created", in bench: inout Workbench
  ) throws(CommandError) {
    do { try attempt(object, resource, done: done, isTyped: true, in: &bench) } catch {
      throw CommandError(error)
    }
  }

  /// The same, for a caller that words the refusal itself.
  func attempt(
    _ object: APIValue, _ resource: Resource, namespace: String? = nil, done: String = "created",
    isTyped: Bool = false, in bench: inout Workbench
  ) throws(APIError) {
    let request = APIRequest.create(
      object, resource,
      namespace: resource.isNamespaced ? namespace ?? bench.namespace : "")
    switch dryRun {
    case .none: say(try bench.ask(request).object, resource, done, isTyped: isTyped, in: &bench)
    case .client: say(object, resource, done, isTyped: isTyped, in: &bench)
    case .server:
      var copy = bench
      let response = try copy.ask(request)
      say(response.object, resource, done, isTyped: isTyped, in: &bench)
    }
  }

  /// Prints an object as `-o` wants it. `isTyped` tells that kubectl holds it as a Go structure, whose
  /// JSON has the fields in the order of their declaration.
  func say(
    _ object: APIValue, _ resource: Resource, _ done: String, mark: String? = nil,
    isTyped: Bool = false, in bench: inout Workbench
  ) {
    switch format {
    case .yaml: bench.write(YAMLText.text(object))
    case .json where isTyped: bench.write(JSONText.text(declaring: object))
    case .name: bench.print("\(resource.qualifiedSingular)/\(object.name)")
    case .table, .wide, .customColumns:
      bench.print("\(resource.qualifiedSingular)/\(object.name) \(done)\(mark ?? self.mark)")
    case .json, .jsonPath, .jsonPathAsJSON, .goTemplate:
      do { bench.write(try Renderer.text(of: object, format: format)) } catch {
        bench.write(error.printed)
        bench.fail(CommandError("invalid", "error: \(error.message)"))
      }
    }
  }

  /// What a message adds when nothing was kept.
  var mark: String {
    switch dryRun {
    case .none: ""
    case .client: " (dry run)"
    case .server: " (server dry run)"
    }
  }
}
