package import PodEngine

/// What a running command works on: the session's state, and what it has said so far.
package struct Workbench: Sendable {
  package var cluster: Cluster
  package var settings: SessionSettings
  package var history: History
  package let configuration: SessionConfiguration
  /// The namespace given with `-n`.
  package var givenNamespace: String?
  /// What the command asks of the program.
  package var request = ProgramRequest.none
  /// What the session has to do when the command is done.
  var followUp = FollowUp.none
  /// What is to be watched until Ctrl-C.
  var following: Following?
  /// The command in a container that waits for lines.
  var attached: AttachedExec?
  /// How fast the clock flows by itself.
  var live: LiveClock?
  /// What was typed so far.
  package var record = SessionRecord()
  /// Whether the command goes through the history itself (`undo`) and must not be entered in it.
  package var travelsInHistory = false
  package private(set) var output: [OutputChunk] = []
  package private(set) var failure: CommandError?

  package init(
    cluster: Cluster, settings: SessionSettings, history: History,
    configuration: SessionConfiguration
  ) {
    (self.cluster, self.settings) = (cluster, settings)
    (self.history, self.configuration) = (history, configuration)
  }

  /// The namespace to work in.
  package var namespace: String { givenNamespace ?? settings.namespace }

  /// Prints a line on standard output.
  mutating func print(_ line: String) { write(line + "\n") }

  /// Prints a text on standard output as it is.
  mutating func write(_ text: String) {
    guard !text.isEmpty else { return }
    output.append(OutputChunk(.standardOutput, configuration.shown(text)))
  }

  /// Prints a line on standard error: a warning or a note.
  mutating func note(_ line: String) {
    let said = settings.language.text(line)
    let text = said.hasSuffix("\n") ? said : said + "\n"
    output.append(OutputChunk(.standardError, VisibleText.escaping(text)))
  }

  /// Prints a text on standard error as it is.
  mutating func writeError(_ text: String) {
    guard !text.isEmpty else { return }
    output.append(OutputChunk(.standardError, VisibleText.escaping(text)))
  }

  /// Reports an error and lets what has happened stand. The first one is the command's.
  mutating func fail(_ error: CommandError) {
    let error = error.said(in: settings.language)
    failure = failure ?? error
    if !error.message.isEmpty { note(error.message) }
    guard configuration.manner == .terminal, let suggestion = error.suggestion else { return }
    note(suggestion)
  }

  /// Prints a note that only a person at a terminal wants.
  mutating func advise(_ line: String) {
    if configuration.manner == .terminal { note(line) }
  }

  /// Asks the API server in the learner's name and passes on its warnings. With `-f`, `source` is
  /// the file.
  @discardableResult
  mutating func ask(_ request: APIRequest) throws(APIError) -> APIResponse {
    let response = try cluster.request(request)
    for warning in response.warnings where Self.concerns(warning, request) {
      note("Warning: \(warning)")
    }
    return response
  }

  /// A patch is told of the fields that it names: what else the object has, it had before, perhaps by
  /// default.
  private static func concerns(_ warning: String, _ request: APIRequest) -> Bool {
    let body: APIValue
    switch request {
    case .patch(_, .strategic(let patch), _), .patch(_, .merge(let patch), _): body = patch
    case .patch, .create, .replace, .updateStatus, .delete, .evict, .bind: return true
    }
    guard let path = warning.split(separator: " ").last, warning.contains("does not simulate ")
    else { return true }
    return body.names(path.split(separator: ".").map { $0.prefix { $0 != "[" } }[...])
  }

  /// The same for a command that ends where the API server refuses.
  @discardableResult
  mutating func demand(
    _ request: APIRequest, suggestion: String? = nil
  ) throws(CommandError) -> APIResponse {
    do { return try ask(request) } catch {
      throw CommandError(error, suggestion: suggestion ?? nearName(to: error, request))
    }
  }

  /// The object of a key, which must exist.
  func object(_ key: ObjectKey, position: TextPosition? = nil) throws(CommandError) -> APIValue {
    guard let stored = cluster.objects[key] else {
      throw CommandError(.notFound(key), suggestion: nearName(to: key), position: position)
    }
    return stored.tree
  }

  /// `did you mean "web"?` when a name that exists is near.
  func nearName(to key: ObjectKey) -> String? {
    let names = cluster.objects.list(key.resource, namespace: namespaceOfList(key.resource))
      .map(\.metadata.name)
    return NearestName.to(key.name, among: names).map { "did you mean \($0)?" }
  }

  private func nearName(to error: APIError, _ request: APIRequest) -> String? {
    guard error.reason == .notFound else { return nil }
    switch request {
    case .patch(let key, _, _), .delete(let key, _), .evict(let key, _), .replace(_, let key),
      .updateStatus(let key, _, _), .bind(let key, _):
      return nearName(to: key)
    case .create: return nil
    }
  }

  /// The namespace in which to list a resource; nil where it has none.
  func namespaceOfList(_ resource: Resource) -> String? {
    resource.isNamespaced ? namespace : nil
  }
}

extension APIValue {
  /// Whether a field stands somewhere in it; lists are looked through.
  fileprivate func names(_ path: ArraySlice<Substring>) -> Bool {
    guard let first = path.first else { return true }
    switch self {
    case .object: return self[String(first)]?.names(path.dropFirst()) ?? false
    case .array(let elements): return elements.contains { $0.names(path) }
    case .null, .bool, .integer, .double, .string: return false
    }
  }
}

/// What a session is set to.
package struct SessionSettings: Hashable, Sendable {
  /// Where names without `-n` are looked for.
  package var namespace = "default"
  /// The language of everything that is podlab's own: help, notes, lessons.
  package internal(set) var language = Language.english
  /// Where `advance` stops.
  var breakpoints: [Breakpoint] = []
  /// Words that stand for commands, by name.
  var aliases: [Alias] = []

  package init() {}
}

/// What a command leaves to the session, because it concerns more than one command.
enum FollowUp: Sendable {
  case none
  /// Runs the commands of a script.
  case source(path: String, text: String)
  /// Begins anew with what a file says.
  case load(SavedWorld, path: String)
}
