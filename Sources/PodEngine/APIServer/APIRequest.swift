/// A change that somebody asks the API server for. Everybody asks the same way: the learner's
/// commands, the controllers and the kubelets.
package enum APIRequest: Hashable, Sendable {
  /// Makes an object; `metadata.generateName` is honoured.
  case create(APIValue, Resource, namespace: String)
  /// Replaces an object. With a `metadata.resourceVersion` the stored one must be the same
  /// (`Conflict`).
  case replace(APIValue, ObjectKey)
  /// Changes some fields of an object.
  case patch(ObjectKey, PatchBody, subresource: Subresource = .none)
  /// Replaces `status` alone, as the kubelet and the controllers do. A UID makes it conditional.
  case updateStatus(ObjectKey, APIValue, uid: String)
  /// Asks for the end of an object.
  case delete(ObjectKey, DeleteOptions)
  /// Asks for the end of a Pod through the eviction API.
  case evict(ObjectKey, DeleteOptions)
  /// Gives a Pod to a node, as the scheduler does.
  case bind(ObjectKey, node: String)
}

/// The parts of an object that have an address of their own.
package enum Subresource: String, Hashable, Sendable {
  case none = ""
  case status
  /// The only way to add ephemeral containers to a Pod.
  case ephemeralContainers = "ephemeralcontainers"
}

/// A patch in one of the three languages of Kubernetes.
package enum PatchBody: Hashable, Sendable {
  case merge(APIValue)
  case strategic(APIValue)
  case json(APIValue)
}

/// How to delete (`metav1.DeleteOptions`).
package struct DeleteOptions: Hashable, Sendable {
  /// Nil takes the Pod's own; 0 removes the object at once.
  package var gracePeriodSeconds: Int?
  /// Only an object with this UID is meant.
  package var uid: String?
  package var propagation: Propagation

  /// What happens to the objects that the deleted one owns.
  package enum Propagation: String, Hashable, Sendable {
    case background = "Background"
    case foreground = "Foreground"
    case orphan = "Orphan"
  }

  package init(
    gracePeriodSeconds: Int? = nil, uid: String? = nil, propagation: Propagation = .background
  ) {
    (self.gracePeriodSeconds, self.uid) = (gracePeriodSeconds, uid)
    self.propagation = propagation
  }
}

/// What the API server answers to a request that it granted.
package struct APIResponse: Hashable, Sendable {
  /// The object as it is now, or was last.
  package let object: APIValue
  package let key: ObjectKey
  /// False when the request changed nothing.
  package let changed: Bool
  /// Warnings for the one who asked, such as valid fields that podlab does not simulate.
  package let warnings: [String]
}
