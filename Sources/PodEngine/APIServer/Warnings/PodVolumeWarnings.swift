/// Warnings about volumes of kinds that do nothing any more (pkg/api/pod/warnings.go).
enum PodVolumeWarnings {
  private static let old = [
    ("photonPersistentDisk", "deprecated in v1.11, non-functional in v1.16+"),
    ("gitRepo", "deprecated in v1.11"),
    ("scaleIO", "deprecated in v1.16, non-functional in v1.22+"),
    ("flocker", "deprecated in v1.22, non-functional in v1.25+"),
    ("storageos", "deprecated in v1.22, non-functional in v1.25+"),
    ("quobyte", "deprecated in v1.22, non-functional in v1.25+"),
    ("glusterfs", "deprecated in v1.25, non-functional in v1.26+"),
    ("cephfs", "deprecated in v1.28, non-functional in v1.31+"),
    ("rbd", "deprecated in v1.28, non-functional in v1.31+"),
  ]

  static func warnings(_ spec: APIValue, at place: FieldPath) -> [String] {
    spec.list("volumes").enumerated().flatMap { index, volume in
      old.filter { volume.field($0.0) != nil }.map { kind, text in
        // The one path that is not spelled as its field.
        let name = kind == "storageos" ? "storageOS" : kind
        return "\(place.child("volumes").index(index).child(name)): \(text)"
      }
    }
  }
}
