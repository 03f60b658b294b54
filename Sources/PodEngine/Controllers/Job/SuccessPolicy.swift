/// When an Indexed Job has succeeded before all of it has (pkg/controller/job/success_policy.go).
package struct SuccessPolicy: Hashable, Codable, Sendable {
  package var rules: [Rule] = []

  /// All of some indexes, or a number of them, or a number of any.
  package struct Rule: Hashable, Codable, Sendable {
    package var succeededIndexes: String?
    package var succeededCount: Int?
  }

  /// What the Job's condition says when a rule holds; the first one counts.
  package func match(_ done: CompletionIndexes, completions: Int) -> String? {
    guard !done.numbers.isEmpty else { return nil }
    let index = rules.firstIndex { rule in
      guard let text = rule.succeededIndexes else {
        return rule.succeededCount.map { done.numbers.count >= $0 } ?? false
      }
      let wanted = CompletionIndexes(text: text, completions: completions).numbers
      let there = wanted.count { done.contains($0) }
      guard !wanted.isEmpty else { return false }
      return there == wanted.count || rule.succeededCount.map { there >= $0 } ?? false
    }
    return index.map { "Matched rules at index \($0)" }
  }
}
