/// Defaults of volumes (`SetDefaults_Volume` and its kin).
enum VolumeDefaults {
  /// Readable by all, writable by the owner: 0644.
  private static let fileMode: APIValue = 420

  static func apply(to volume: inout APIValue) {
    if !hasSource(volume) { volume["emptyDir"] = .emptyObject }
    for kind in ["configMap", "secret", "downwardAPI", "projected"] {
      volume.update(kind) { $0.setDefault("defaultMode", fileMode) }
    }
    volume.update("downwardAPI", downwardItems)
    volume.update("projected") { projected in
      projected.updateEach("sources") { source in
        source.update("downwardAPI", downwardItems)
        source.update("serviceAccountToken") { $0.setDefault("expirationSeconds", 3600) }
      }
    }
    volume.update("hostPath") { $0.setDefault("type", "") }
    volume.update("iscsi") { $0.setDefaultText("iscsiInterface", "default") }
    volume.update("image") { image in
      image.setDefaultText(
        "pullPolicy", ContainerDefaults.pullPolicy(image: image.text("reference")))
    }
    volume.update("ephemeral") { ephemeral in
      ephemeral.update("volumeClaimTemplate") { template in
        template.setDefault("metadata", ["creationTimestamp": .null])
        template.update("spec") { spec in
          spec.setDefault("volumeMode", "Filesystem")
          spec.update("resources") { resources in
            resources.update("limits", ContainerDefaults.roundToMilli)
            resources.update("requests", ContainerDefaults.roundToMilli)
          }
        }
      }
    }
    remoteDisks(&volume)
  }

  private static func hasSource(_ volume: APIValue) -> Bool {
    volume.sortedEntries.contains { $0.key != "name" && !$0.value.isNull }
  }

  private static func downwardItems(_ source: inout APIValue) {
    source.updateEach("items") { item in
      item.update("fieldRef") { $0.setDefaultText("apiVersion", "v1") }
    }
  }

  private static func remoteDisks(_ volume: inout APIValue) {
    volume.update("rbd") { disk in
      disk.setDefaultText("pool", "rbd")
      disk.setDefaultText("user", "admin")
      disk.setDefaultText("keyring", "/etc/ceph/keyring")
    }
    volume.update("azureDisk") { disk in
      disk.setDefault("cachingMode", "ReadWrite")
      disk.setDefault("kind", "Shared")
      disk.setDefault("fsType", "ext4")
      disk.setDefault("readOnly", false)
    }
    volume.update("scaleIO") { disk in
      disk.setDefaultText("storageMode", "ThinProvisioned")
      disk.setDefaultText("fsType", "xfs")
    }
  }
}
