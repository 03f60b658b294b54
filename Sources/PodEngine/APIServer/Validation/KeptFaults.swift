/// Rules that came later than some objects: what an object broke before may stay broken when it is
/// updated (`GetValidationOptionsFromPodSpecAndMeta` in pkg/api/pod/util.go).
package struct KeptFaults: Hashable, Sendable {
  /// Values that no label can have, in the node affinity that is required.
  package var nodeAffinityValues = false
  /// Values that no label can have, in the selectors of Pod affinity.
  package var podAffinityValues = false
  /// Selectors of spread constraints.
  package var spreadSelectors = false
  /// Amounts of huge pages that are no multiple of the page.
  package var hugePages = false
  /// Kernel parameters of namespaces that the Pod shares with the host.
  package var hostSysctls = false
  /// Paths of projected tokens that lead out of their folder.
  package var tokenPaths = false
  /// Costs of deletion that are no numbers.
  package var deletionCost = false

  package init() {}

  /// What is wrong with `old`, a stored Pod.
  init(of old: APIValue) {
    let spec = old["spec"] ?? .emptyObject
    let path = FieldPath("spec")
    nodeAffinityValues = !AffinityValidation.requiredNodeValues(spec).isEmpty
    podAffinityValues = !AffinityValidation.podSelectors(spec).isEmpty
    spreadSelectors = spec.list("topologySpreadConstraints").contains {
      !SelectorValidation.selector($0["labelSelector"], at: path).isEmpty
    }
    hugePages = spec.allContainers(at: path).contains {
      !ResourceValidation.indivisible($0.container["resources"] ?? .emptyObject, at: path).isEmpty
    }
    hostSysctls =
      spec[path: "securityContext", "sysctls"]?.arrayValue?.contains {
        SysctlValidation.sharedWithHost($0.text("name"), spec, at: path) != nil
      } ?? false
    tokenPaths = spec.list("volumes").flatMap { $0["projected"]?.list("sources") ?? [] }
      .contains {
        let file = $0["serviceAccountToken"]?.text("path") ?? ""
        return !FileVolumeValidation.notReserved(file, at: path).isEmpty
      }
    deletionCost = !PodValidation.deletionCost(old, at: path).isEmpty
  }
}
