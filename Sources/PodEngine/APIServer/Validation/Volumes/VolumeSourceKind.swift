/// The kinds of volumes in the order in which Kubernetes looks for them (`validateVolumeSource`): of
/// several in one volume the first counts as the one that was meant.
enum VolumeSourceKind: String, CaseIterable {
  case emptyDir, hostPath, gitRepo, gcePersistentDisk, awsElasticBlockStore, secret, nfs, iscsi
  case glusterfs, flocker, persistentVolumeClaim, rbd, cinder, cephfs, quobyte, downwardAPI, fc
  case flexVolume, configMap, azureFile, vsphereVolume, photonPersistentDisk, portworxVolume
  case azureDisk, storageos, projected, scaleIO, csi, ephemeral, image

  /// The kinds that a volume has.
  static func kinds(of volume: APIValue) -> [Self] {
    allCases.filter { volume.field($0.rawValue) != nil }
  }

  /// What errors about its fields call it; one kind goes by an older name there.
  var nameInErrors: String { self == .gcePersistentDisk ? "persistentDisk" : rawValue }

  /// What the refusal of a second kind calls it, slips of the pen included.
  var nameInRefusals: String {
    if self == .cephfs { return "cephFS" }
    return self == .downwardAPI ? "downwarAPI" : rawValue
  }
}
