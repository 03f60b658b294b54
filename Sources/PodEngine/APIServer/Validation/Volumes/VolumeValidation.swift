/// Rules for volumes (`ValidateVolumes`, `validateVolumeSource`).
enum VolumeValidation {
  /// The errors, and the volumes that containers may mount: the good ones.
  static func volumes(
    _ list: [APIValue], at path: FieldPath, _ options: ValidationOptions
  ) -> (errors: [FieldError], good: [APIValue]) {
    let generated = generatedClaims(list, options)
    var errors: [FieldError] = []
    var good: [APIValue] = []
    for (index, volume) in list.enumerated() {
      let place = path.index(index)
      let name = volume.text("name")
      var own = source(volume, at: place, options)
      own +=
        name.isEmpty
        ? [.required(place.child("name"))]
        : named(name, at: place.child("name"), NameRules.dns1123Label)
      if good.contains(where: { $0.text("name") == name }) {
        own.append(.duplicate(place.child("name"), .string(name)))
      }
      if own.isEmpty { good.append(volume) }
      errors += own
      let claim = volume["persistentVolumeClaim"]?.text("claimName") ?? ""
      if generated.contains(claim) {
        errors.append(
          .invalid(
            place.child("persistentVolumeClaim", "claimName"), .string(claim),
            "must not reference a PVC that gets created for an ephemeral volume"))
      }
    }
    return (errors, good)
  }

  /// The names of the claims that will be made for the Pod's ephemeral volumes.
  private static func generatedClaims(
    _ list: [APIValue], _ options: ValidationOptions
  ) -> [String] {
    if options.podName.isEmpty { return [] }
    return list.filter { $0.field("ephemeral") != nil }
      .map { "\(options.podName)-\($0.text("name"))" }
  }

  private static func source(
    _ volume: APIValue, at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    let kinds = VolumeSourceKind.kinds(of: volume)
    guard let first = kinds.first else { return [.required(path, "must specify a volume type")] }
    return rules(of: first, volume, at: path, options)
      + kinds.dropFirst().map {
        .forbidden(path.child($0.nameInRefusals), "may not specify more than 1 volume type")
      }
  }

  private static func rules(
    of kind: VolumeSourceKind, _ volume: APIValue, at volumePath: FieldPath,
    _ options: ValidationOptions
  ) -> [FieldError] {
    let source = volume[kind.rawValue] ?? .null
    let path = volumePath.child(kind.nameInErrors)
    switch kind {
    case .emptyDir: return NodeVolumeValidation.emptyDir(source, at: path)
    case .hostPath: return NodeVolumeValidation.hostPath(source, at: path)
    case .gitRepo: return NodeVolumeValidation.gitRepo(source, at: path)
    case .image: return NodeVolumeValidation.image(source, at: path)
    case .configMap: return FileVolumeValidation.keyed(source, name: "name", at: path)
    case .secret: return FileVolumeValidation.keyed(source, name: "secretName", at: path)
    case .downwardAPI: return FileVolumeValidation.downwardAPI(source, at: path)
    case .projected: return ProjectedVolumeValidation.projected(source, at: path, options)
    case .persistentVolumeClaim: return requiredFields(["claimName"], of: source, at: path)
    case .ephemeral:
      return ClaimTemplateValidation.ephemeral(volume, at: volumePath, options)
    case .nfs, .glusterfs, .cephfs, .rbd, .quobyte, .azureFile:
      return SharedVolumeValidation.rules(of: kind, source, at: path)
    case .gcePersistentDisk, .awsElasticBlockStore, .azureDisk, .cinder, .vsphereVolume,
      .photonPersistentDisk, .portworxVolume, .scaleIO, .storageos, .flocker:
      return DiskVolumeValidation.rules(of: kind, source, at: path)
    case .iscsi: return FabricVolumeValidation.iscsi(volume, at: volumePath)
    case .fc: return FabricVolumeValidation.fibreChannel(source, at: path)
    case .csi: return DriverVolumeValidation.csi(source, at: path)
    case .flexVolume: return DriverVolumeValidation.flex(source, at: path)
    }
  }

  /// A token is a token of somebody: refused where the Pod has no service account.
  static func tokensWithoutAccount(_ spec: APIValue, at path: FieldPath) -> [FieldError] {
    guard spec.text("serviceAccountName").isEmpty else { return [] }
    return spec.list("volumes").enumerated().flatMap { index, volume -> [FieldError] in
      guard let projected = volume.field("projected") else { return [] }
      return projected.list("sources").enumerated().compactMap { position, source in
        guard source.field("serviceAccountToken") != nil else { return nil }
        return .forbidden(
          path.index(index).child("projected", "sources").index(position)
            .child("serviceAccountToken"),
          "must not be specified when serviceAccountName is not set")
      }
    }
  }
}
