internal import PodEngine

/// Does the same to several objects of a manifest. Nothing is half-applied: when one object is
/// wrong in itself, none is touched. An object that merely exists already, or is missing, stops the
/// others as little as in kubectl.
struct Batch {
  /// What kubectl says it was doing: `creating`.
  let doing: String

  struct Refusal {
    let error: APIError
    let document: ManifestDocument
  }

  /// Runs `act` for each document; the texts of the granted ones are printed in order.
  func run(
    _ documents: [ManifestDocument], in bench: inout Workbench,
    _ act: (ManifestDocument, ObjectKey, inout Workbench) throws(APIError) -> Void
  ) throws(CommandError) {
    var keys: [ObjectKey] = []
    for document in documents { keys.append(try document.identity(in: bench)) }
    var trial = bench
    var refusals: [Refusal] = []
    for (document, key) in zip(documents, keys) {
      do { try act(document, key, &trial) } catch {
        refusals.append(Refusal(error: error, document: document))
      }
    }
    let wrong = refusals.filter { Self.isWrongInItself($0.error) }
    if !wrong.isEmpty { throw error(for: wrong) }
    bench = trial
    if !refusals.isEmpty { bench.fail(error(for: refusals)) }
  }

  private static func isWrongInItself(_ error: APIError) -> Bool {
    error.reason == .invalid || error.reason == .badRequest
  }

  private func error(for refusals: [Refusal]) -> CommandError {
    var error = words(for: refusals)
    error.manifestPlaces = error.suggestion
    return error
  }

  private func words(for refusals: [Refusal]) -> CommandError {
    let places = refusals.compactMap { $0.document.places(of: $0.error) }
    let suggestion = places.isEmpty ? nil : places.joined(separator: "\n")
    guard refusals.count > 1, let first = refusals.first else {
      return refusals.first.map {
        CommandError(
          $0.error, source: $0.document.file, doing: doing, suggestion: suggestion)
      } ?? CommandError("internal", "")
    }
    let lines = refusals.map {
      APIErrorText.amongOthers($0.error, source: $0.document.file, doing: doing)
    }
    return CommandError(
      first.error.stableName, lines.joined(separator: "\n"), suggestion: suggestion)
  }
}
