import OrderedCollections
import PodEngine

/// What kubectl prints for the objects that it is served, byte for byte.
func answerShowing(_ question: CaseQuestion) throws -> Answer {
  try answerCommand(question, stored: false)
}

/// What kubectl says of what it did, or why it did not.
func answerMessages(_ question: CaseQuestion) throws -> Answer {
  try answerCommand(question, stored: true)
}

private func answerCommand(_ question: CaseQuestion, stored: Bool) throws -> Answer {
  guard let command = question.beside["command"]?.arrayValue?.compactMap(\.stringValue) else {
    throw UnknownQuestion("a case without command")
  }
  let objects = question.input.tree("objects")?.arrayValue ?? []
  let files = question.input.tree("files")?.objectValue ?? [:]
  var laboratory = try ServedObjects(
    objects, stored: stored, files: files.compactMapValues { $0.stringValue })
  return laboratory.run(command)
}
