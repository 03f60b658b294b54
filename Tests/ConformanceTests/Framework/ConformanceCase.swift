import OrderedCollections
import PodEngine
import PodShell
import Testing

/// One fact: an input, and what Kubernetes makes of it.
struct ConformanceCase: Sendable, CustomTestStringConvertible {
  let kind: CaseKind
  let file: CaseFile
  private let content: APIValue

  init(_ content: APIValue, of file: CaseFile, kind: CaseKind) {
    self.content = content
    self.file = file
    self.kind = kind
  }

  var id: String { content["id"]?.stringValue ?? "without id" }
  var testDescription: String { "\(file.name)/\(id)" }

  /// Why the case does not hold; empty when it does. With `mutation`, one leaf of `expect` is
  /// changed first, and a case that holds all the same checks nothing.
  func problems(mutation: Int? = nil) -> [String] {
    let input = CaseValue(content["input"] ?? .null, called: "input")
    var expected = content["expect"] ?? .null
    if let mutation { expected = Mutation.changed(expected, leaf: mutation) }
    do {
      let question = CaseQuestion(input: input, content: content, file: file)
      let answer = try kind.answer(question)
      return answer.problems(with: CaseValue(expected, called: "expect"))
        + input.unread.map { "\($0): not read" }
    } catch {
      return ["\(error)"]
    }
  }
}

/// What a runner is asked.
struct CaseQuestion {
  let input: CaseValue
  /// The whole case; some files say more of a case beside `input`: `stage`, `command`, …
  /// Its `expect` is not there.
  let beside: APIValue
  let file: CaseFile

  init(input: CaseValue, content: APIValue, file: CaseFile) {
    self.input = input
    var beside = content
    beside["expect"] = nil
    self.beside = beside
    self.file = file
  }
}

/// The case says something that its runner does not know.
struct UnknownQuestion: Error, CustomStringConvertible {
  let description: String

  init(_ what: String) { description = "no answer for \(what)" }
}
