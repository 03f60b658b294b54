/// What every API object carries: its names, its identity, its history (`metav1.ObjectMeta`).
package struct ObjectMeta: Hashable, Codable, Sendable {
  package var name = ""
  package var generateName: String?
  package var namespace = ""
  /// Differs for every object that ever existed, also for two that bore the same name.
  package var uid = ""
  package var resourceVersion = ""
  package var generation: Int?
  package var creationTimestamp: SimulatedTime?
  package var deletionTimestamp: SimulatedTime?
  package var deletionGracePeriodSeconds: Int?
  package var labels: StringMap<String> = [:]
  package var annotations: StringMap<String> = [:]
  package var ownerReferences: [OwnerReference] = []
  package var finalizers: [String] = []

  package init() {}

  /// The owner whose controller manages this object, if there is one.
  package var controller: OwnerReference? { ownerReferences.first { $0.controller == true } }
}

/// Names an object that this one belongs to (`metav1.OwnerReference`).
package struct OwnerReference: Hashable, Codable, Sendable {
  package var apiVersion = ""
  package var kind = ""
  package var name = ""
  package var uid = ""
  package var controller: Bool?
  package var blockOwnerDeletion: Bool?

  package init(apiVersion: String, kind: String, name: String, uid: String) {
    (self.apiVersion, self.kind, self.name, self.uid) = (apiVersion, kind, name, uid)
    controller = true
    blockOwnerDeletion = true
  }
}

/// Points at an object, or at a part of one, as events do (`v1.ObjectReference`).
package struct ObjectReference: Hashable, Codable, Sendable {
  package var kind = ""
  package var namespace = ""
  package var name = ""
  package var uid = ""
  package var apiVersion = ""
  package var resourceVersion = ""
  /// A part of the object, such as `spec.containers{app}`.
  package var fieldPath = ""

  package init(
    kind: String, namespace: String, name: String, uid: String, apiVersion: String = "v1",
    fieldPath: String = ""
  ) {
    (self.kind, self.namespace, self.name) = (kind, namespace, name)
    (self.uid, self.apiVersion, self.fieldPath) = (uid, apiVersion, fieldPath)
  }
}

/// A reference to an object of the same namespace by its name alone.
package struct LocalObjectReference: Hashable, Codable, Sendable {
  package var name = ""
}

/// Chooses objects by their labels (`metav1.LabelSelector`).
package struct LabelSelector: Hashable, Codable, Sendable {
  package var matchLabels: StringMap<String> = [:]
  package var matchExpressions: [LabelSelectorRequirement] = []

  /// True when all labels and all expressions hold; an empty selector matches everything.
  package func matches(_ labels: StringMap<String>) -> Bool {
    matchLabels.allSatisfy { labels[$0.key] == $0.value }
      && matchExpressions.allSatisfy { $0.matches(labels) }
  }
}

/// One expression of a selector; `operator` is In, NotIn, Exists or DoesNotExist (node selectors
/// also Gt, Lt).
package struct LabelSelectorRequirement: Hashable, Codable, Sendable {
  package var key = ""
  package var `operator` = ""
  package var values: [String] = []

  /// Unknown operators match nothing: validation has refused them.
  package func matches(_ labels: StringMap<String>) -> Bool {
    let value = labels[key]
    switch self.operator {
    case "In": return value.map(values.contains) ?? false
    case "NotIn": return !(value.map(values.contains) ?? false)
    case "Exists": return value != nil
    case "DoesNotExist": return value == nil
    case "Gt": return compare(value) { $0 > $1 }
    case "Lt": return compare(value) { $0 < $1 }
    default: return false
    }
  }

  private func compare(_ value: String?, _ holds: (Int, Int) -> Bool) -> Bool {
    guard let number = value.flatMap({ Int($0) }), let bound = values.first.flatMap({ Int($0) })
    else { return false }
    return holds(number, bound)
  }
}
