/// Rules for disks that a cloud or a storage system lends to one node.
enum DiskVolumeValidation {
  /// `kind` is one of those that have a rule here.
  static func rules(
    of kind: VolumeSourceKind, _ source: APIValue, at path: FieldPath
  ) -> [FieldError] {
    var errors = requiredFields(needed[kind] ?? [], of: source, at: path)
    switch kind {
    case .gcePersistentDisk, .awsElasticBlockStore: errors += partition(source, at: path)
    case .azureDisk: errors += azure(source, at: path)
    case .cinder: errors += secret(source, at: path)
    case .storageos: errors += storageOS(source, at: path) + secret(source, at: path)
    case .flocker: errors += flocker(source, at: path)
    case .vsphereVolume, .photonPersistentDisk, .portworxVolume, .scaleIO, .emptyDir, .hostPath,
      .gitRepo, .secret, .nfs, .iscsi, .glusterfs, .persistentVolumeClaim, .rbd, .cephfs, .quobyte,
      .downwardAPI, .fc, .flexVolume, .configMap, .azureFile, .projected, .csi, .ephemeral, .image:
      break
    }
    return errors
  }

  /// What must be said about each, in the order of the errors.
  private static let needed: [VolumeSourceKind: [String]] = [
    .gcePersistentDisk: ["pdName"],
    .awsElasticBlockStore: ["volumeID"],
    .azureDisk: ["diskName", "diskURI"],
    .cinder: ["volumeID"],
    .vsphereVolume: ["volumePath"],
    .photonPersistentDisk: ["pdID"],
    .portworxVolume: ["volumeID"],
    .scaleIO: ["gateway", "system", "volumeName"],
    .storageos: ["volumeName"],
  ]

  /// 0 is taken for no partition, whatever the message says.
  private static func partition(_ source: APIValue, at path: FieldPath) -> [FieldError] {
    let number = source.number("partition")
    return (0...255).contains(number)
      ? [] : [.invalid(path.child("partition"), .integer(number), rangeProblem(1...255))]
  }

  private static func secret(_ source: APIValue, at path: FieldPath) -> [FieldError] {
    source.field("secretRef").map { requiredFields(["name"], of: $0, at: path.child("secretRef")) }
      ?? []
  }

  private static func storageOS(_ source: APIValue, at path: FieldPath) -> [FieldError] {
    ["volumeName", "volumeNamespace"].filter { !source.text($0).isEmpty }.flatMap {
      named(source.text($0), at: path.child($0), NameRules.dns1123Label)
    }
  }

  private static func flocker(_ source: APIValue, at path: FieldPath) -> [FieldError] {
    let (name, identifier) = (source.text("datasetName"), source.text("datasetUUID"))
    var errors: [FieldError] = []
    if name.isEmpty, identifier.isEmpty {
      errors.append(.required(path, "one of datasetName and datasetUUID is required"))
    }
    if !name.isEmpty, !identifier.isEmpty {
      errors.append(
        .invalid(
          path, "resource", "datasetName and datasetUUID can not be specified simultaneously"))
    }
    if name.contains("/") {
      errors.append(
        .invalid(path.child("datasetName"), .string(name), "must not contain '/'"))
    }
    return errors
  }

  /// Where a disk of each kind is found. The messages show the pattern, the rule is its beginning.
  private static let managedDisk =
    "/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}"
  private static let blobDisk =
    "https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd"

  /// `validateAzureDisk`.
  private static func azure(_ source: APIValue, at path: FieldPath) -> [FieldError] {
    var errors: [FieldError] = []
    if let mode = source.field("cachingMode")?.stringValue {
      errors += word(
        mode, of: ["None", "ReadOnly", "ReadWrite"], at: path.child("cachingMode"),
        isRequired: false)
    }
    guard let kind = source.field("kind")?.stringValue else { return errors }
    errors += word(
      kind, of: ["Dedicated", "Managed", "Shared"], at: path.child("kind"), isRequired: false)
    let place = source.text("diskURI")
    let isManaged = kind == "Managed"
    if !place.hasPrefix(isManaged ? "/subscriptions/" : "https://") {
      errors.append(
        .notSupported(path.child("diskURI"), place, [isManaged ? managedDisk : blobDisk]))
    }
    return errors
  }
}
