internal import PodEngine

/// `events [--for pod/web]`: what the components have recorded.
struct ShowEvents: Command {
  static let description = CommandDescription(
    "events", .observe, synopsis: "events [--for KIND/NAME] [--types=Warning,Normal] [-A]",
    about: "show what the components have recorded",
    examples: ["events", "events --types=Warning -A"],
    flags: [
      Flag("for", nil, .text, "only about this object: pod/web", completes: .kindOrObject),
      Flag("types", nil, .list, "only of these types", completes: .oneOf(["Normal", "Warning"])),
      Flag("all-namespaces", "A", .switched, "the events of all namespaces"),
      Flag("no-headers", nil, .switched, "leave the header away"),
      Flag(
        "output", "o", .text, "yaml, json or name", completes: .oneOf(["yaml", "json", "name"])),
      Flag("watch", "w", .missing(takesValue: false, instead: "get events -w --for 30s"), ""),
    ], isKubectl: true)

  private let subject: Subjects.Named?
  private let types: [String]
  private let allNamespaces: Bool
  private let noHeaders: Bool
  private let format: OutputFormat

  init(_ call: Invocation) throws(CommandError) {
    if let word = call.arguments.first {
      throw .arguments(
        "unexpected argument \(GoSyntax.quoted(word.text))",
        suggestion: "write events --for pod/\(word.text)", position: word.position)
    }
    if let text = call.flags.text("for") {
      let position = call.flags.position(of: "for") ?? TextPosition()
      let found = try Subjects([Word(text, at: position)], verb: "events").named
      guard let first = found.first, found.count == 1 else {
        throw .arguments("--for must be in resource/name form", position: position)
      }
      subject = first
    } else {
      subject = nil
    }
    types = call.flags.texts("types").map { $0.lowercased() }
    if let wrong = types.first(where: { $0 != "normal" && $0 != "warning" }) {
      throw .arguments("valid --types are Normal or Warning", suggestion: "\(wrong) is neither")
    }
    allNamespaces = call.flags.isOn("all-namespaces")
    noHeaders = call.flags.isOn("no-headers")
    do { format = try OutputFormat(parsing: call.flags.text("output"), menu: .create) } catch {
      throw .arguments(error.message, position: call.flags.position(of: "output"))
    }
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let namespace = allNamespaces || subject?.resource.isNamespaced == false ? nil : bench.namespace
    let events = bench.cluster.objects.list(.events, namespace: namespace).map(\.tree).filter(
      isMeant)
    guard !events.isEmpty else {
      let place = allNamespaces ? "." : " in \(bench.namespace) namespace."
      return bench.note("No events found\(place)")
    }
    guard !format.isTable else {
      return bench.write(
        EventsTable.text(
          events, now: bench.cluster.now, withNamespace: allNamespaces, noHeaders: noHeaders))
    }
    do {
      bench.write(
        try Renderer.render(
          [Renderer.Group(resource: .events, objects: events)], format: format, isList: true,
          options: TableOptions(), now: bench.cluster.now))
    } catch {
      bench.write(error.printed)
      throw CommandError("invalid", "error: \(error.message)")
    }
  }

  private func isMeant(_ event: APIValue) -> Bool {
    guard types.isEmpty || types.contains(event.text("type").lowercased()) else { return false }
    guard let subject else { return true }
    return event.text("involvedObject", "kind") == subject.resource.kind
      && event.text("involvedObject", "name") == subject.name
  }
}
