/// A kind of facts with the rule of podlab that answers them.
struct CaseKind: Sendable {
  /// The name of the file.
  let name: String
  let answer: @Sendable (CaseQuestion) throws -> Answer

  init(_ name: String, answer: @escaping @Sendable (CaseQuestion) throws -> Answer) {
    self.name = name
    self.answer = answer
  }

  /// Whether a file holds cases of this kind: `phase`, `phase-more`.
  func isIn(_ file: String) -> Bool { file == name || file.hasPrefix(name + "-") }

  /// The cases of its files; none where the folder has no such file.
  var cases: [ConformanceCase] {
    CaseFile.names.filter(isIn).flatMap { name -> [ConformanceCase] in
      guard let file = try? CaseFile(named: name) else { return [] }
      return file.cases.map { ConformanceCase($0, of: file, kind: self) }
    }
  }
}
