/// What the built-in admission plugins do to a new Pod, and what its registry does after them.
package enum Admission {
  /// Defaults must have been applied. `serviceAccountSuffix` is the random end of
  /// `kube-api-access-xxxxx`, `accounts` finds a ServiceAccount of the Pod's namespace, `classes` are
  /// the priority classes of the cluster. Refuses a Pod that names an unknown account or class. Gives
  /// warnings for the user.
  @discardableResult
  package static func admitPod(
    _ pod: inout APIValue, serviceAccountSuffix: String,
    accounts: (String) -> APIValue? = { _ in .emptyObject },
    classes: [PriorityClass] = PriorityClass.ofEveryCluster
  ) throws(APIError) -> [String] {
    try ServiceAccountAdmission.admit(&pod, suffix: serviceAccountSuffix, accounts)
    try PriorityAdmission.admit(&pod, classes)
    DefaultTolerationSeconds.admit(&pod)
    try RuntimeClassAdmission.admit(pod)
    return PodCreation.prepare(&pod)
  }

  /// A plugin's refusal. Names are generated after these plugins, so that of a Pod without one they
  /// know the prefix only (`NewForbidden` in the apiserver's pkg/admission/errors.go).
  static func forbidden(_ pod: APIValue, _ problem: String) -> APIError {
    let metadata = pod["metadata"] ?? .emptyObject
    let prefix = metadata.text("generateName")
    let name = prefix.isEmpty ? metadata.text("name") : prefix
    return APIError(.forbidden, "pods \(GoSyntax.quoted(name)) is forbidden: \(problem)")
  }
}
