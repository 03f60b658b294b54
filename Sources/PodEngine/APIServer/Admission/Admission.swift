/// What the built-in admission plugins do to a new Pod, and what its registry does after them.
package enum Admission {
  /// Defaults must have been applied. `serviceAccountSuffix` is the random end of
  /// `kube-api-access-xxxxx`. Refuses a Pod that names an unknown priority class.
  package static func admitPod(
    _ pod: inout APIValue, serviceAccountSuffix: String
  ) throws(APIError) {
    try PriorityAdmission.admit(&pod)
    ServiceAccountAdmission.admit(&pod, suffix: serviceAccountSuffix)
    DefaultTolerationSeconds.admit(&pod)
    PodCreation.prepare(&pod)
  }
}
