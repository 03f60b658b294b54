/// What the built-in admission plugins do to a new Pod, and what its registry does after them.
package enum Admission {
  /// Defaults must have been applied. `serviceAccountSuffix` is the random end of
  /// `kube-api-access-xxxxx`, `classes` are the priority classes of the cluster. Refuses a Pod that
  /// names an unknown one. Gives warnings for the user.
  @discardableResult
  package static func admitPod(
    _ pod: inout APIValue, serviceAccountSuffix: String,
    classes: [PriorityClass] = PriorityClass.ofEveryCluster
  ) throws(APIError) -> [String] {
    try PriorityAdmission.admit(&pod, classes)
    ServiceAccountAdmission.admit(&pod, suffix: serviceAccountSuffix)
    DefaultTolerationSeconds.admit(&pod)
    return PodCreation.prepare(&pod)
  }
}
