/// A named place for files that containers can mount (`v1.Volume`); one source is set.
package struct Volume: Hashable, Codable, Sendable {
  package var name = ""
  package var emptyDir: EmptyDirVolumeSource?
  package var hostPath: HostPathVolumeSource?
  package var configMap: ConfigMapVolumeSource?
  package var secret: SecretVolumeSource?
  package var downwardAPI: DownwardAPIVolumeSource?
  package var projected: ProjectedVolumeSource?
  package var persistentVolumeClaim: PersistentVolumeClaimVolumeSource?
  package var ephemeral: EphemeralVolumeSource?
}

/// A claim for storage that somebody else made; podlab knows no claims.
package struct PersistentVolumeClaimVolumeSource: Hashable, Codable, Sendable {
  package var claimName = ""
}

/// A claim that is made and goes with the Pod; podlab looks at none of its fields.
package struct EphemeralVolumeSource: Hashable, Codable, Sendable {}

/// An empty folder that lives as long as the Pod.
package struct EmptyDirVolumeSource: Hashable, Codable, Sendable {
  package var medium = ""
  package var sizeLimit: Quantity?
}

/// A folder or file of the node.
package struct HostPathVolumeSource: Hashable, Codable, Sendable {
  package var path = ""
  package var type: String?
}

/// The keys of a ConfigMap as files.
package struct ConfigMapVolumeSource: Hashable, Codable, Sendable {
  package var name = ""
  package var items: [KeyToPath] = []
  package var defaultMode: Int?
  package var optional: Bool?
}

/// The keys of a Secret as files.
package struct SecretVolumeSource: Hashable, Codable, Sendable {
  package var secretName = ""
  package var items: [KeyToPath] = []
  package var defaultMode: Int?
  package var optional: Bool?
}

/// Fields of the Pod as files.
package struct DownwardAPIVolumeSource: Hashable, Codable, Sendable {
  package var items: [DownwardAPIVolumeFile] = []
  package var defaultMode: Int?
}

/// One file of the downward API.
package struct DownwardAPIVolumeFile: Hashable, Codable, Sendable {
  package var path = ""
  package var fieldRef: ObjectFieldSelector?
  package var resourceFieldRef: ResourceFieldSelector?
  package var mode: Int?
}

/// Several sources in one folder.
package struct ProjectedVolumeSource: Hashable, Codable, Sendable {
  package var sources: [VolumeProjection] = []
  package var defaultMode: Int?
}

/// One source of a projected volume.
package struct VolumeProjection: Hashable, Codable, Sendable {
  package var configMap: ProjectedKeys?
  package var secret: ProjectedKeys?
  package var downwardAPI: DownwardAPIVolumeSource?
  package var serviceAccountToken: ServiceAccountTokenProjection?
}

/// Keys of a ConfigMap or Secret inside a projected volume.
package struct ProjectedKeys: Hashable, Codable, Sendable {
  package var name = ""
  package var items: [KeyToPath] = []
  package var optional: Bool?
}

/// A token of the Pod's service account.
package struct ServiceAccountTokenProjection: Hashable, Codable, Sendable {
  package var path = ""
  package var expirationSeconds: Int?
}

/// Which key goes to which file.
package struct KeyToPath: Hashable, Codable, Sendable {
  package var key = ""
  package var path = ""
  package var mode: Int?
}
