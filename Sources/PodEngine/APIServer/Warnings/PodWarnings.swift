/// What the API server says of a Pod, or of the template of one, that it takes all the same
/// (pkg/api/pod/warnings.go, pkg/api/node/util.go).
struct PodWarnings {
  static func warnings(of object: APIValue, _ resource: Resource) -> [String] {
    switch resource {
    case .pods: Self(object, FieldPath()).all
    case .deployments, .replicaSets, .jobs:
      (object[path: "spec", "template"]).map { Self($0, FieldPath("spec", "template")).all } ?? []
    case .configMaps, .endpoints, .endpointSlices, .priorityClasses, .events, .leases, .namespaces,
      .nodes, .secrets, .serviceAccounts, .services:
      []
    }
  }

  private let spec: APIValue
  private let annotations: APIValue
  private let path: FieldPath
  private let isTemplate: Bool

  private init(_ pod: APIValue, _ path: FieldPath) {
    spec = pod["spec"] ?? .emptyObject
    annotations = pod[path: "metadata", "annotations"] ?? .emptyObject
    self.path = path
    isTemplate = !path.description.isEmpty
  }

  private var place: FieldPath { path.child("spec") }

  private var all: [String] {
    nodeLabels + spread + oldAnnotations + PodVolumeWarnings.warnings(spec, at: place) + names
      + profiles + containers + PortWarnings.warnings(spec, at: place) + grace + neighbours
  }

  // MARK: Labels of nodes

  private static let oldLabels = [
    "beta.kubernetes.io/arch": "deprecated since v1.14; use \"kubernetes.io/arch\" instead",
    "beta.kubernetes.io/os": "deprecated since v1.14; use \"kubernetes.io/os\" instead",
    "failure-domain.beta.kubernetes.io/region":
      "deprecated since v1.17; use \"topology.kubernetes.io/region\" instead",
    "failure-domain.beta.kubernetes.io/zone":
      "deprecated since v1.17; use \"topology.kubernetes.io/zone\" instead",
    "beta.kubernetes.io/instance-type":
      "deprecated since v1.17; use \"node.kubernetes.io/instance-type\" instead",
  ]

  private var nodeLabels: [String] {
    let selector = place.child("nodeSelector")
    var found = spec.entries("nodeSelector").map(\.key).sorted().compactMap { key in
      Self.oldLabels[key].map { "\(selector.key(key)): \($0)" }
    }
    let affinity = spec[path: "affinity", "nodeAffinity"] ?? .emptyObject
    let at = place.child("affinity", "nodeAffinity")
    let required = "requiredDuringSchedulingIgnoredDuringExecution"
    let preferred = "preferredDuringSchedulingIgnoredDuringExecution"
    for (index, term) in (affinity[required]?.list("nodeSelectorTerms") ?? []).enumerated() {
      found += Self.term(term, at.child(required, "nodeSelectorTerms").index(index))
    }
    for (index, wish) in affinity.list(preferred).enumerated() {
      found += Self.term(
        wish["preference"] ?? .emptyObject, at.child(preferred).index(index).child("preference"))
    }
    return found
  }

  private static func term(_ term: APIValue, _ at: FieldPath) -> [String] {
    term.list("matchExpressions").enumerated().compactMap { index, expression in
      let key = expression.text("key")
      return oldLabels[key].map {
        "\(at.child("matchExpressions").index(index).child("key")): \(key) is \($0)"
      }
    }
  }

  private var spread: [String] {
    spec.list("topologySpreadConstraints").enumerated().flatMap { index, constraint in
      let at = place.child("topologySpreadConstraints").index(index)
      let key = constraint.text("topologyKey")
      let old = Self.oldLabels[key].map { "\(at.child("topologyKey")): \(key) is \($0)" }
      return [old].compactMap(\.self) + Self.noSelector(constraint, at)
    }
  }

  private static func noSelector(_ term: APIValue, _ at: FieldPath) -> [String] {
    term.field("labelSelector") == nil
      ? ["\(at.child("labelSelector")): a null labelSelector results in matching no pod"] : []
  }

  private var neighbours: [String] {
    ["podAffinity", "podAntiAffinity"].flatMap { kind in
      let rules = spec[path: "affinity", kind] ?? .emptyObject
      let at = place.child("affinity", kind)
      let required = "requiredDuringSchedulingIgnoredDuringExecution"
      let preferred = "preferredDuringSchedulingIgnoredDuringExecution"
      return rules.list(required).enumerated().flatMap { index, term in
        Self.noSelector(term, at.child(required).index(index))
      }
        + rules.list(preferred).enumerated().flatMap { index, wish in
          Self.noSelector(
            wish["podAffinityTerm"] ?? .emptyObject,
            at.child(preferred).index(index).child("podAffinityTerm"))
        }
    }
  }

  // MARK: Annotations

  private static let useSysctls = "non-functional in v1.11+; use the \"sysctls\" field instead"
  private static let useSeccomp =
    "non-functional in v1.27+; use the \"seccompProfile\" field instead"
  private static let useAppArmor =
    "deprecated since v1.30; use the \"appArmorProfile\" field instead"

  private var oldAnnotations: [String] {
    let known = [
      (
        "scheduler.alpha.kubernetes.io/critical-pod",
        "non-functional in v1.16+; use the \"priorityClassName\" field instead"
      ),
      ("security.alpha.kubernetes.io/sysctls", Self.useSysctls),
      ("security.alpha.kubernetes.io/unsafe-sysctls", Self.useSysctls),
    ]
    return known.filter { annotations[$0.0] != nil }.map { annotated($0.0, $0.1) }
  }

  private func annotated(_ key: String, _ text: String) -> String {
    "\(path.child("metadata", "annotations").key(key)): \(text)"
  }

  private var profiles: [String] {
    let key = "seccomp.security.alpha.kubernetes.io/pod"
    guard spec[path: "securityContext", "seccompProfile"] == nil, annotations[key] != nil
    else { return [] }
    return [annotated(key, Self.useSeccomp)]
  }

  // MARK: Containers

  private var containers: [String] {
    PodContainers.all(spec, at: place).flatMap { container, at in
      let name = container.text("name")
      let own = container["securityContext"] ?? .emptyObject
      var found: [String] = []
      let seccomp = "container.seccomp.security.alpha.kubernetes.io/\(name)"
      if own["seccompProfile"] == nil, annotations[seccomp] != nil {
        found.append(annotated(seccomp, Self.useSeccomp))
      }
      // Of a Pod's own annotations `AppArmorSynchronization` speaks.
      let appArmor = SecurityAnnotationValidation.appArmorContainer + name
      if isTemplate, own["appArmorProfile"] == nil, annotations[appArmor] != nil,
        spec[path: "securityContext", "appArmorProfile"] == nil
      {
        found.append(annotated(appArmor, Self.useAppArmor))
      }
      return found + Self.fractions(container, at) + Self.hidden(container, at)
    }
  }

  private static func fractions(_ container: APIValue, _ at: FieldPath) -> [String] {
    ["memory", "ephemeral-storage"].flatMap { name in
      ["limits", "requests"].compactMap { kind -> String? in
        guard let value = container[path: "resources", kind, name] else { return nil }
        let amount = Quantity(wire: value)
        guard amount.milliValue % 1000 != 0 else { return nil }
        return "\(at.child("resources", kind).key(name)): fractional byte value "
          + "\(GoSyntax.quoted(amount.text)) is invalid, must be an integer"
      }
    }
  }

  /// A variable that is set twice, unless the second builds on the first.
  private static func hidden(_ container: APIValue, _ at: FieldPath) -> [String] {
    var seen: Set<String> = []
    return container.list("env").enumerated().compactMap { index, variable in
      let name = variable.text("name")
      guard !seen.insert(name).inserted else { return nil }
      let (value, reference) = (variable.text("value"), "$(\(name))")
      guard variable["valueFrom"] != nil || value == reference || !value.contains(reference)
      else { return nil }
      return "\(at.child("env").index(index)): hides previous definition of "
        + "\(GoSyntax.quoted(name)), which may be dropped when using apply"
    }
  }

  // MARK: The rest

  private var names: [String] {
    Self.duplicates(spec.list("hostAliases"), "ip", at: place.child("hostAliases"))
      + Self.duplicates(spec.list("imagePullSecrets"), "name", at: place.child("imagePullSecrets"))
      + spec.list("imagePullSecrets").enumerated().filter { $0.1.text("name").isEmpty }.map {
        "\(place.child("imagePullSecrets").index($0.0).child("name")): invalid empty name \"\""
      }
  }

  private static func duplicates(
    _ list: [APIValue], _ field: String, at: FieldPath
  ) -> [String] {
    var seen: Set<String> = []
    return list.enumerated().compactMap { index, item in
      let text = item.text(field)
      guard !seen.insert(text).inserted else { return nil }
      return "\(at.index(index).child(field)): duplicate \(field) \(GoSyntax.quoted(text))"
    }
  }

  private var grace: [String] {
    guard let seconds = spec["terminationGracePeriodSeconds"]?.intValue, seconds < 0 else {
      return []
    }
    return [
      "\(place.child("terminationGracePeriodSeconds")): must be >= 0; negative values are invalid and "
        + "will be treated as 1"
    ]
  }
}

/// The containers of a Pod of all kinds, with their places.
enum PodContainers {
  static func all(_ spec: APIValue, at place: FieldPath) -> [(APIValue, FieldPath)] {
    ["initContainers", "containers", "ephemeralContainers"].flatMap { kind in
      spec.list(kind).enumerated().map { ($0.1, place.child(kind).index($0.0)) }
    }
  }
}
