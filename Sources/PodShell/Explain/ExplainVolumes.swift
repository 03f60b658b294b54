/// The texts of the volumes that podlab simulates.
/// The notation is explained at `ExplainTexts`.
let explainVolumesTexts = """
  Volume: A folder that containers of the Pod can mount. Beside its name it has exactly one
      source.
    configMap: The keys of a ConfigMap as files. Changes arrive after a while.
    downwardAPI: Fields of the Pod as files.
    emptyDir: A folder that is empty when the Pod comes to its node and disappears with the
        Pod. It survives restarts of containers.
    hostPath: A file or folder of the node itself. It stays when the Pod goes, and a Pod on
        another node sees another one.
    name: The name of the volume, unique within the Pod; a DNS label.
    projected: Several sources in one folder.
    secret: The keys of a Secret as files, kept in memory.

  ConfigMapVolumeSource: The keys of a ConfigMap as files.
    defaultMode: The rights of the files, 0644 unless said otherwise. JSON knows no octal
        numbers: 420 there.
    items: Which keys, and under which paths. Unset means all keys, under their own names; a
        key that is missing then stops the mount.
    name: The name of the ConfigMap.
    optional: Whether the ConfigMap or its keys may be missing. Otherwise the Pod stays in
        ContainerCreating with the event FailedMount.

  SecretVolumeSource: The keys of a Secret as files.
    defaultMode: The rights of the files, 0644 unless said otherwise.
    items: Which keys, and under which paths. Unset means all keys, under their own names.
    optional: Whether the Secret or its keys may be missing. Otherwise the Pod stays in
        ContainerCreating with the event FailedMount.
    secretName: The name of the Secret.

  DownwardAPIVolumeSource: Fields of the Pod as files.
    defaultMode: The rights of the files, 0644 unless said otherwise.
    items: Which fields, and under which paths.

  DownwardAPIVolumeFile: One file with a field of the Pod in it.
    fieldRef: A field of the Pod: metadata.name, metadata.namespace, metadata.uid,
        metadata.labels, metadata.annotations, or one label or annotation.
    mode: The rights of this file; those of the volume where unset.
    path: The path of the file within the volume, relative and without dot-dot.
    resourceFieldRef: A request or limit of a container.

  KeyToPath: One key and the path of its file.
    key: The key.
    mode: The rights of this file; those of the volume where unset.
    path: The path of the file within the volume, relative and without dot-dot.

  EmptyDirVolumeSource: A folder that lives as long as the Pod on its node.
    medium: Where it lies: empty means on the node's disk, Memory means in memory, where what
        is written counts as memory of the container.
    sizeLimit: How much may be written. A Pod that goes beyond is evicted.

  HostPathVolumeSource: A file or folder of the node.
    path: The path on the node.
    type: What must be there: empty checks nothing; DirectoryOrCreate and FileOrCreate make
        what is missing; Directory, File, Socket, CharDevice and BlockDevice must exist.

  ProjectedVolumeSource: Several sources in one folder.
    defaultMode: The rights of the files, 0644 unless said otherwise.
    sources: The sources. Two of them must not write the same path.

  VolumeProjection: One source of a projected volume; exactly one of the fields.
    configMap: The keys of a ConfigMap.
    downwardAPI: Fields of the Pod.
    secret: The keys of a Secret.
    serviceAccountToken: A token of the Pod's service account, renewed before it expires.

  ConfigMapProjection: The keys of a ConfigMap.
    items: Which keys, and under which paths. Unset means all keys, under their own names.
    name: The name of the ConfigMap.
    optional: Whether the ConfigMap or its keys may be missing.

  SecretProjection: The keys of a Secret.
    items: Which keys, and under which paths. Unset means all keys, under their own names.
    name: The name of the Secret.
    optional: Whether the Secret or its keys may be missing.

  DownwardAPIProjection: Fields of the Pod.
    items: Which fields, and under which paths.

  ServiceAccountTokenProjection: A token of the Pod's service account.
    expirationSeconds: For how many seconds the token is asked; at least 600, 3600 unless said
        otherwise.
    path: The path of the file within the volume.
  """
