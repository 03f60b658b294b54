internal import PodEngine

/// Does the same to several objects of a manifest. Nothing is half-applied: when the API server finds
/// one object wrong in itself, none is touched. An object that merely exists already, is missing, or
/// is of a kind that podlab has not, stops the others as little as in kubectl.
struct Batch {
  /// What kubectl says it was doing: `creating`.
  let doing: String

  /// `apply` reads all its files before it does anything, and so says first what is wrong with them.
  var problemsFirst = false

  /// Runs `act` for each object, unless `refuse` says why not; the texts of the granted ones are
  /// printed in order.
  func run(
    _ objects: ManifestObjects, in bench: inout Workbench,
    refuse: (ManifestObjects.Found) -> CommandError? = { _ in nil },
    _ act: (ManifestDocument, ObjectKey, inout Workbench) throws(APIError) -> Void
  ) throws(CommandError) {
    var trial = bench
    var refusals: [ErrorList.Entry] = []
    var wrong: [ErrorList.Entry] = []
    for object in objects.found {
      if let refusal = refuse(object) {
        refusals.append(ErrorList.Entry(refusal))
        continue
      }
      do { try act(object.document, object.key, &trial) } catch {
        let refusal = entry(error, object.document)
        refusals.append(refusal)
        if Self.isWrongInItself(error) { wrong.append(refusal) }
      }
    }
    let problems = objects.problems.map(ErrorList.Entry.init)
    guard wrong.isEmpty else {
      let list = ErrorList(actions: wrong, problems: problems, problemsFirst: problemsFirst)
      if let error = list.error { throw error }
      return
    }
    bench = trial
    let list = ErrorList(actions: refusals, problems: problems, problemsFirst: problemsFirst)
    if let error = list.error { bench.fail(error) }
  }

  private static func isWrongInItself(_ error: APIError) -> Bool {
    error.reason == .invalid || error.reason == .badRequest
  }

  private func entry(_ error: APIError, _ document: ManifestDocument) -> ErrorList.Entry {
    ErrorList.Entry(
      error, source: document.file, doing: doing, places: document.places(of: error))
  }
}
