/// Wants every PersistentVolumeClaim of a Pod to be there (plugins/volumebinding). podlab provisions
/// no storage and has no claims, so a Pod that names one waits for ever, as it does on a cluster
/// without that claim.
enum VolumeBinding {
  static func preFilter(_ pod: Pod) -> String? {
    for volume in pod.spec.volumes {
      if let claim = volume.persistentVolumeClaim {
        return "persistentvolumeclaim \(GoSyntax.quoted(claim.claimName)) not found"
      }
      if volume.ephemeral != nil {
        let claim = "\(pod.metadata.name)-\(volume.name)"
        return "waiting for ephemeral volume controller to create the persistentvolumeclaim "
          + GoSyntax.quoted(claim)
      }
    }
    return nil
  }
}
