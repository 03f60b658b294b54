internal import PodEngine

/// The volumes of storage systems, of which kubectl names some fields one by one.
struct RareVolume {
  /// How a field is shown, as Go's `fmt` shows it.
  enum Form {
    case text, number, flag
    /// `[a b]`
    case list
    /// `a, b`
    case joined
    /// `map[a:b]`
    case map
    /// A pointer to a name: `nil`, or what Go's `%v` makes of it.
    case reference
    /// A pointer to a text: `<none>` where there is none.
    case pointer
    /// A pointer to a number: `<none>` where there is none.
    case optionalNumber
  }

  struct Field {
    let title: String
    let name: String
    let form: Form

    init(_ title: String, _ name: String, _ form: Form = .text) {
      (self.title, self.name, self.form) = (title, name, form)
    }
  }

  let name: String
  let type: String
  let fields: [Field]

  private init(_ name: String, _ type: String, _ fields: [Field]) {
    (self.name, self.type, self.fields) = (name, type, fields)
  }

  /// In the order in which kubectl looks (`describeVolumes`).
  static let all: [Self] = cloud + network + appliances

  private static let fileSystem = Field("FSType", "fsType")
  private static let readOnly = Field("ReadOnly", "readOnly", .flag)

  private static let cloud = [
    Self(
      "gcePersistentDisk",
      "GCEPersistentDisk (a Persistent Disk resource in Google Compute Engine)",
      [Field("PDName", "pdName"), fileSystem, Field("Partition", "partition", .number), readOnly]),
    Self(
      "awsElasticBlockStore", "AWSElasticBlockStore (a Persistent Disk resource in AWS)",
      [
        Field("VolumeID", "volumeID"), fileSystem, Field("Partition", "partition", .number),
        readOnly,
      ]),
    Self(
      "azureFile", "AzureFile (an Azure File Service mount on the host and bind mount to the pod)",
      [Field("SecretName", "secretName"), Field("ShareName", "shareName"), readOnly]),
    Self(
      "azureDisk", "AzureDisk (an Azure Data Disk mount on the host and bind mount to the pod)",
      [
        Field("DiskName", "diskName"), Field("DiskURI", "diskURI"), Field("Kind", "kind"),
        fileSystem, Field("CachingMode", "cachingMode"), readOnly,
      ]),
    Self(
      "vsphereVolume", "vSphereVolume (a Persistent Disk resource in vSphere)",
      [
        Field("VolumePath", "volumePath"), fileSystem,
        Field("StoragePolicyName", "storagePolicyName"),
      ]),
    Self(
      "cinder", "Cinder (a Persistent Disk resource in OpenStack)",
      [
        Field("VolumeID", "volumeID"), fileSystem, readOnly,
        Field("SecretRef", "secretRef", .reference),
      ]),
    Self(
      "photonPersistentDisk",
      "PhotonPersistentDisk (a Persistent Disk resource in photon platform)",
      [Field("PdID", "pdID"), fileSystem]),
  ]

  private static let network = [
    Self(
      "iscsi",
      "ISCSI (an ISCSI Disk resource that is attached to a kubelet's host machine and then exposed "
        + "to the pod)",
      [
        Field("TargetPortal", "targetPortal"), Field("IQN", "iqn"), Field("Lun", "lun", .number),
        Field("ISCSIInterface", "iscsiInterface"), fileSystem, readOnly,
        Field("Portals", "portals", .list), Field("DiscoveryCHAPAuth", "chapAuthDiscovery", .flag),
        Field("SessionCHAPAuth", "chapAuthSession", .flag),
        Field("SecretRef", "secretRef", .reference),
        Field("InitiatorName", "initiatorName", .pointer),
      ]),
    Self(
      "glusterfs", "Glusterfs (a Glusterfs mount on the host that shares a pod's lifetime)",
      [Field("EndpointsName", "endpoints"), Field("Path", "path"), readOnly]),
    Self(
      "rbd", "RBD (a Rados Block Device mount on the host that shares a pod's lifetime)",
      [
        Field("CephMonitors", "monitors", .list), Field("RBDImage", "image"), fileSystem,
        Field("RBDPool", "pool"), Field("RadosUser", "user"), Field("Keyring", "keyring"),
        Field("SecretRef", "secretRef", .reference), readOnly,
      ]),
    Self(
      "cephfs", "CephFS (a CephFS mount on the host that shares a pod's lifetime)",
      [
        Field("Monitors", "monitors", .list), Field("Path", "path"), Field("User", "user"),
        Field("SecretFile", "secretFile"), Field("SecretRef", "secretRef", .reference), readOnly,
      ]),
    Self(
      "fc", "FC (a Fibre Channel disk)",
      [
        Field("TargetWWNs", "targetWWNs", .joined), Field("LUN", "lun", .optionalNumber),
        fileSystem, readOnly,
      ]),
    Self(
      "quobyte", "Quobyte (a Quobyte mount on the host that shares a pod's lifetime)",
      [Field("Registry", "registry"), Field("Volume", "volume"), readOnly]),
  ]

  private static let appliances = [
    Self(
      "portworxVolume", "PortworxVolume (a Portworx Volume resource)",
      [Field("VolumeID", "volumeID")]),
    Self(
      "scaleIO", "ScaleIO (a persistent volume backed by a block device in ScaleIO)",
      [
        Field("Gateway", "gateway"), Field("System", "system"),
        Field("Protection Domain", "protectionDomain"), Field("Storage Pool", "storagePool"),
        Field("Storage Mode", "storageMode"), Field("VolumeName", "volumeName"), fileSystem,
        readOnly,
      ]),
    Self(
      "storageos", "StorageOS (a StorageOS Persistent Disk resource)",
      [
        Field("VolumeName", "volumeName"), Field("VolumeNamespace", "volumeNamespace"), fileSystem,
        readOnly,
      ]),
    Self(
      "flexVolume",
      "FlexVolume (a generic volume resource that is provisioned/attached using an exec based "
        + "plugin)",
      [
        Field("Driver", "driver"), fileSystem, Field("SecretRef", "secretRef", .reference),
        readOnly, Field("Options", "options", .map),
      ]),
    Self(
      "flocker", "Flocker (a Flocker volume mounted by the Flocker agent)",
      [Field("DatasetName", "datasetName"), Field("DatasetUUID", "datasetUUID")]),
  ]
}

extension RareVolume.Field {
  /// The value as kubectl prints it.
  func text(in source: APIValue) -> String {
    switch form {
    case .text: source.text(name)
    case .number: String(source.integer(name))
    case .flag: String(source.flag(name))
    case .list: "[" + source.texts(name).joined(separator: " ") + "]"
    case .joined: source.texts(name).joined(separator: ", ")
    case .map:
      "map[" + source.sortedMap(name).map { "\($0.key):\($0.value)" }.joined(separator: " ") + "]"
    case .reference:
      source.field(name).map { "&LocalObjectReference{Name:\($0.text("name")),}" } ?? "nil"
    case .pointer: source.optionalText(name) ?? "<none>"
    case .optionalNumber: source.optionalInteger(name).map(String.init) ?? "<none>"
    }
  }
}

extension DescribeWriter {
  /// A volume of a storage system; false where it is none.
  mutating func rareVolume(_ volume: APIValue) -> Bool {
    for rare in RareVolume.all {
      guard let source = volume.field(rare.name) else { continue }
      field(2, "Type", rare.type)
      for entry in rare.fields {
        // kubectl's own slip: this one title is not a cell of its own.
        if entry.title == "ISCSIInterface" {
          line(2, "\(entry.title)\t\(entry.text(in: source))")
        } else {
          field(2, entry.title, entry.text(in: source))
        }
      }
      return true
    }
    return false
  }
}
