internal import PodEngine

extension DescribeWriter {
  mutating func volumes(_ volumes: [APIValue], space: String) {
    if volumes.isEmpty { return line(0, "\(space)Volumes:\t<none>") }
    line(0, "\(space)Volumes:")
    for volume in volumes {
      line(1, "\(space.isEmpty ? "" : " ")\(volume.text("name")):")
      self.volume(volume)
    }
  }

  private mutating func volume(_ volume: APIValue) {
    if let source = volume.field("hostPath") {
      type("HostPath (bare host directory volume)")
      field(2, "Path", source.text("path"))
      field(2, "HostPathType", source.optionalText("type") ?? "<none>")
    } else if let source = volume.field("emptyDir") {
      emptyDirectory(source)
    } else if let source = volume.field("secret") {
      type("Secret (a volume populated by a Secret)")
      reference("SecretName", source.text("secretName"), source)
    } else if let source = volume.field("configMap") {
      type("ConfigMap (a volume populated by a ConfigMap)")
      reference("Name", source.text("name"), source)
    } else if let source = volume.field("downwardAPI") {
      downwardAPI(source)
    } else if let source = volume.field("projected") {
      projected(source)
    } else if let source = volume.field("persistentVolumeClaim") {
      type(
        "PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)")
      field(2, "ClaimName", source.text("claimName"))
      field(2, "ReadOnly", String(source.flag("readOnly")))
    } else {
      rarerVolume(volume)
    }
  }

  private mutating func rarerVolume(_ volume: APIValue) {
    if let source = volume.field("nfs") {
      type("NFS (an NFS mount that lasts the lifetime of a pod)")
      field(2, "Server", source.text("server"))
      field(2, "Path", source.text("path"))
      field(2, "ReadOnly", String(source.flag("readOnly")))
    } else if let source = volume.field("csi") {
      containerStorage(source)
    } else if let source = volume.field("image") {
      type("Image (a container image or OCI artifact)")
      field(2, "Reference", source.text("reference"))
      field(2, "PullPolicy", source.text("pullPolicy"))
    } else if let source = volume.field("ephemeral") {
      ephemeral(source)
    } else if let source = volume.field("gitRepo") {
      type("GitRepo (a volume that is pulled from git when the pod is created)")
      field(2, "Repository", source.text("repository"))
      field(2, "Revision", source.text("revision"))
    } else if !rareVolume(volume) {
      line(1, "<unknown>")
    }
  }

  private mutating func type(_ text: String) { field(2, "Type", text) }

  private mutating func reference(_ title: String, _ name: String, _ source: APIValue) {
    field(2, title, name)
    field(2, "Optional", String(source.flag("optional")))
  }

  private mutating func emptyDirectory(_ source: APIValue) {
    type("EmptyDir (a temporary directory that shares a pod's lifetime)")
    field(2, "Medium", source.text("medium"))
    let limit = source.field("sizeLimit").map(AmountText.text(of:)) ?? "0"
    let isSet = (Quantity(limit)?.milliValue ?? 0) > 0
    field(2, "SizeLimit", isSet ? limit : "<unset>")
  }

  private mutating func downwardAPI(_ source: APIValue) {
    type("DownwardAPI (a volume populated by information about the pod)")
    line(2, "Items:")
    for item in source.list("items") {
      for reference in [
        item.optionalText("fieldRef", "fieldPath"),
        item.optionalText("resourceFieldRef", "resource"),
      ] {
        if let reference { line(3, "\(reference) -> \(item.text("path"))") }
      }
    }
  }

  private mutating func projected(_ source: APIValue) {
    type("Projected (a volume that contains injected data from multiple sources)")
    for part in source.list("sources") {
      if let secret = part.field("secret") {
        reference("SecretName", secret.text("name"), secret)
      } else if part.field("downwardAPI") != nil {
        field(2, "DownwardAPI", "true")
      } else if let map = part.field("configMap") {
        reference("ConfigMapName", map.text("name"), map)
      } else if let token = part.field("serviceAccountToken") {
        field(2, "TokenExpirationSeconds", String(token.integer("expirationSeconds")))
      }
    }
  }

  private mutating func containerStorage(_ source: APIValue) {
    type("CSI (a Container Storage Interface (CSI) volume source)")
    field(2, "Driver", source.text("driver"))
    field(2, "FSType", source.text("fsType"))
    field(2, "ReadOnly", String(source.flag("readOnly")))
    let attributes = source.sortedMap("volumeAttributes").map { "\($0.key)=\($0.value)" }
    guard !attributes.isEmpty else { return field(2, "VolumeAttributes", "<none>") }
    indentedLines("VolumeAttributes", attributes, margin: "        \t    ")
  }

  private mutating func ephemeral(_ source: APIValue) {
    type(
      "EphemeralVolume (an inline specification for a volume that gets created and deleted with "
        + "the pod)")
    guard let claim = source.field("volumeClaimTemplate") else { return }
    field(2, "StorageClass", claim.text("spec", "storageClassName"))
    field(2, "Volume", claim.text("spec", "volumeName"))
    let labels = claim.sortedMap("metadata", "labels").map { "\($0.key)=\($0.value)" }
    indentedLines("Labels", labels, margin: "        \t    ")
    let annotations = claim.sortedMap("metadata", "annotations")
      .map { "\($0.key): \($0.value)" }
    indentedLines("Annotations", annotations, margin: "    \t    ")
    field(2, "Capacity", "")
    field(2, "Access Modes", "")
    optionalField(2, "VolumeMode", claim.optionalText("spec", "volumeMode"))
  }
  /// kubectl indents every piece that it writes at this level, so that values stand four further in
  /// than others.
  private mutating func indentedLines(_ title: String, _ lines: [String], margin: String) {
    field(2, title, "    \(lines.first ?? "<none>")")
    for text in lines.dropFirst() { line(0, margin + text) }
  }
}
