internal import OrderedCollections

/// A Pod behind scheduling gates may become choosier about nodes, never less so.
enum GatedPodValidation {
  static func nodeSelector(_ new: APIValue, old: APIValue, at path: FieldPath) -> [FieldError] {
    let after = new.map("nodeSelector")
    for (key, value) in old.map("nodeSelector") where after[key] != value {
      return [
        FieldError(
          .invalid, path.description,
          value: after.isEmpty
            ? "map[string]string(nil)" : GoSyntax.shown(new["nodeSelector"] ?? .null),
          detail: "only additions to spec.nodeSelector are allowed (no mutations or deletions)")
      ]
    }
    return []
  }

  private static let required = "requiredDuringSchedulingIgnoredDuringExecution"

  static func nodeAffinity(_ new: APIValue, old: APIValue, at path: FieldPath) -> [FieldError] {
    let place = path.child("nodeAffinity", required, "nodeSelectorTerms")
    let before = terms(old)
    if before.isEmpty { return [] }
    let after = terms(new)
    if after.count != before.count {
      return [
        FieldError(
          .invalid, place.description, value: goText(after),
          detail: "no additions/deletions to non-empty NodeSelectorTerms list are allowed")
      ]
    }
    for (index, term) in before.enumerated() where !isExtension(after[index], of: term) {
      return [
        FieldError(
          .invalid, place.index(index).description, value: goText(after[index]),
          detail: "only additions are allowed (no mutations or deletions)")
      ]
    }
    return []
  }

  private static func terms(_ spec: APIValue) -> [APIValue] {
    spec[path: "affinity", "nodeAffinity", required]?.list("nodeSelectorTerms") ?? []
  }

  /// A term without conditions matches nothing, so that a condition more would let nodes in.
  private static func isExtension(_ new: APIValue, of old: APIValue) -> Bool {
    let kinds = ["matchExpressions", "matchFields"]
    if kinds.allSatisfy({ old.list($0).isEmpty }) {
      return kinds.allSatisfy { new.list($0).isEmpty }
    }
    return kinds.allSatisfy { key in
      let (before, after) = (old.list(key), new.list(key))
      return after.count >= before.count && Array(after.prefix(before.count)) == before
    }
  }

  static func restore(_ spec: inout APIValue, from old: APIValue) {
    spec["nodeSelector"] = old["nodeSelector"]
    let node = spec[path: "affinity", "nodeAffinity"]
    if node == nil, old[path: "affinity", "nodeAffinity"] == nil { return }
    spec[path: "affinity", "nodeAffinity"] = old[path: "affinity", "nodeAffinity"]
    if old.field("affinity") == nil, spec["affinity"]?.objectValue?.isEmpty == true {
      spec["affinity"] = nil
    }
  }

  /// Terms as Go's `%#v` shows them.
  private static func goText(_ terms: [APIValue]) -> String {
    let type = "[]core.NodeSelectorTerm"
    return terms.isEmpty ? "\(type)(nil)" : "\(type){\(terms.map(goText).joined(separator: ", "))}"
  }

  private static func goText(_ term: APIValue) -> String {
    func requirements(_ key: String) -> String {
      let type = "core.NodeSelectorRequirement"
      let list = term.list(key).map { requirement in
        let values = requirement.texts("values")
        return "\(type){Key:\(GoSyntax.quoted(requirement.text("key"))), "
          + "Operator:\(GoSyntax.quoted(requirement.text("operator"))), "
          + "Values:\(values.isEmpty ? "[]string(nil)" : GoSyntax.shown(values))}"
      }
      return list.isEmpty ? "[]\(type)(nil)" : "[]\(type){\(list.joined(separator: ", "))}"
    }
    return "core.NodeSelectorTerm{MatchExpressions:\(requirements("matchExpressions")), "
      + "MatchFields:\(requirements("matchFields"))}"
  }
}
