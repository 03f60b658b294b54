internal import PodEngine

/// The kinds and fields that can stand in `explain pod.spec.…`.
enum FieldPathWords {
  static func completions(of current: String) -> [Completion] {
    var steps = current.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard steps.count > 1 else {
      return Resource.allCases.map {
        Completion($0.singular, $0.shortNames.joined(separator: " "))
      }
    }
    steps.removeLast()
    guard let resource = Resource(word: steps[0]) else { return [] }
    let api = APIDescription.kubernetes
    var fields = api[resource.kind]?.fields ?? []
    for step in steps.dropFirst() {
      guard let field = fields.first(where: { $0.name == step }) else { return [] }
      fields = api.type(behind: field.shape)?.fields ?? []
    }
    let before = steps.joined(separator: ".")
    return fields.map { Completion("\(before).\($0.name)", api.name(of: $0.shape)) }
  }
}
