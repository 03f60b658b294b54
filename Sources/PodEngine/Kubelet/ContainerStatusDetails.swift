/// What a container's status says beside its state (pkg/kubelet/kubelet_pods.go).
enum ContainerStatusDetails {
  /// What was mounted where. The kubelet says of every read-only mount whether the mounts below it
  /// are read-only as well; that is so only where the Pod asks for it.
  static func mounts(of container: Container) -> [VolumeMountStatus] {
    container.volumeMounts.map { mount in
      var status = VolumeMountStatus()
      (status.name, status.mountPath) = (mount.name, mount.mountPath)
      guard mount.readOnly == true else { return status }
      status.readOnly = true
      let asks = mount.recursiveReadOnly == "Enabled" || mount.recursiveReadOnly == "IfPossible"
      status.recursiveReadOnly = asks ? "Enabled" : "Disabled"
      return status
    }
  }

  /// Only what keeps running can be resized in place, and only that shows its resources
  /// (`allocationFromPod` in pkg/kubelet/allocation).
  static func isResizable(_ container: Container, in pod: Pod) -> Bool {
    container.isSidecar || pod.spec.containers.contains { $0.name == container.name }
  }

  /// The resources in force. A limit of memory comes back from the runtime as a number of bytes.
  static func resources(of container: Container) -> ResourceRequirements {
    var resources = container.resources
    if let limit = resources.limits["memory"] { resources.limits["memory"] = limit.asBytes }
    return resources
  }
}

extension Quantity {
  /// The same amount in whole units, written with powers of 1024 where that is possible.
  fileprivate var asBytes: Quantity {
    Quantity(DecimalAmount(mantissa: Int128(value), exponent: 0), .binarySI)
  }
}
