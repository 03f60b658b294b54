internal import PodEngine

/// The objects that a command finds in its files. What is wrong with one of them, or with one file,
/// stops nothing else: it is reported when the rest is done (`ContinueOnError` of kubectl's
/// resource builder).
struct ManifestObjects {
  struct Found {
    let document: ManifestDocument
    let key: ObjectKey
  }

  var found: [Found] = []
  /// In the order in which they were met.
  var problems: [CommandError] = []

  /// One error that says all of them; nil where everything could be read.
  var problem: CommandError? { problem(besides: nil) }

  /// The same in the words that it has beside another error of the command.
  func problem(besides failure: CommandError?) -> CommandError? {
    let error = ErrorList(problems.map(ErrorList.Entry.init)).error
    guard let error, failure != nil else { return error }
    let texts = problems.map(\.message.withoutErrorPrefix)
    return error.saying(texts.count > 1 ? "[\(texts.joined(separator: ", "))]" : texts[0])
  }
}

/// Several errors as kubectl prints them (`MultipleErrors` in kubectl/pkg/cmd/util/helpers.go): one
/// alone says `error: `, each of several has lines of its own without that.
struct ErrorList {
  struct Entry {
    let alone: CommandError
    let amongOthers: String

    /// A refusal of the API server, which has words of its own when it is alone.
    init(_ error: APIError, source: String, doing: String, places: String?) {
      var alone = CommandError(error, source: source, doing: doing, suggestion: places)
      alone.manifestPlaces = places
      self.alone = alone
      amongOthers = APIErrorText.amongOthers(error, source: source, doing: doing)
    }

    init(_ error: CommandError) {
      alone = error
      amongOthers = error.message.withoutErrorPrefix
    }
  }

  private let entries: [Entry]

  init(_ entries: [Entry]) { self.entries = entries }

  /// What was done, and what could not even be read: when there is more than one of the latter
  /// beside the former, they stand in one bracket, as Go prints a list in a list.
  init(actions: [Entry], problems: [Entry], problemsFirst: Bool) {
    var inner = problems
    if problems.count > 1, !actions.isEmpty, let first = ErrorList(problems).error {
      let texts = problems.map(\.amongOthers).joined(separator: ", ")
      inner = [Entry(first.saying("[\(texts)]"))]
    }
    entries = problemsFirst ? inner + actions : actions + inner
  }

  var error: CommandError? {
    guard let first = entries.first else { return nil }
    guard entries.count > 1 else { return first.alone }
    // The same advice helps against several errors.
    let suggestions = entries.compactMap(\.alone.suggestion).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    var error = CommandError(
      first.alone.name, entries.map(\.amongOthers).joined(separator: "\n"),
      suggestion: suggestions.isEmpty ? nil : suggestions.joined(separator: "\n"),
      exitCode: first.alone.exitCode, position: first.alone.position)
    let places = entries.compactMap(\.alone.manifestPlaces)
    error.manifestPlaces = places.isEmpty ? nil : places.joined(separator: "\n")
    return error
  }
}

extension CommandError {
  /// The same with another message.
  func saying(_ message: String) -> Self {
    var other = Self(
      name, message, suggestion: suggestion, exitCode: exitCode, position: position)
    other.manifestPlaces = manifestPlaces
    return other
  }
}

extension String {
  /// kubectl's message as one of several.
  var withoutErrorPrefix: String {
    hasPrefix("error: ") ? String(dropFirst("error: ".count)) : self
  }
}
