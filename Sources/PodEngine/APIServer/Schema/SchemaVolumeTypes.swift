/// A Pod's volumes with every source that Kubernetes 1.33 knows.
let schemaVolumeTypes = """
  type Volume
    ~awsElasticBlockStore *AWSElasticBlockStoreVolumeSource
    ~azureDisk *AzureDiskVolumeSource
    ~azureFile *AzureFileVolumeSource
    ~cephfs *CephFSVolumeSource
    ~cinder *CinderVolumeSource
    configMap *ConfigMapVolumeSource
    ~csi *CSIVolumeSource
    downwardAPI *DownwardAPIVolumeSource
    emptyDir *EmptyDirVolumeSource
    ~ephemeral *EphemeralVolumeSource
    ~fc *FCVolumeSource
    ~flexVolume *FlexVolumeSource
    ~flocker *FlockerVolumeSource
    ~gcePersistentDisk *GCEPersistentDiskVolumeSource
    ~gitRepo *GitRepoVolumeSource
    ~glusterfs *GlusterfsVolumeSource
    hostPath *HostPathVolumeSource
    ~image *ImageVolumeSource
    ~iscsi *ISCSIVolumeSource
    name string!
    ~nfs *NFSVolumeSource
    ~persistentVolumeClaim *PersistentVolumeClaimVolumeSource
    ~photonPersistentDisk *PhotonPersistentDiskVolumeSource
    ~portworxVolume *PortworxVolumeSource
    projected *ProjectedVolumeSource
    ~quobyte *QuobyteVolumeSource
    ~rbd *RBDVolumeSource
    ~scaleIO *ScaleIOVolumeSource
    secret *SecretVolumeSource
    ~storageos *StorageOSVolumeSource
    ~vsphereVolume *VsphereVirtualDiskVolumeSource

  type ConfigMapVolumeSource
    defaultMode *int32
    items []KeyToPath
    name string
    optional *bool

  type SecretVolumeSource
    defaultMode *int32
    items []KeyToPath
    optional *bool
    secretName string

  type DownwardAPIVolumeSource
    defaultMode *int32
    items []DownwardAPIVolumeFile

  type DownwardAPIVolumeFile
    fieldRef *ObjectFieldSelector
    mode *int32
    path string!
    resourceFieldRef *ResourceFieldSelector

  type KeyToPath
    key string!
    mode *int32
    path string!

  type EmptyDirVolumeSource
    medium string:StorageMedium
    sizeLimit *Quantity

  type HostPathVolumeSource
    path string!
    type *string:HostPathType

  type ImageVolumeSource
    pullPolicy string:PullPolicy
    reference string

  type ProjectedVolumeSource
    defaultMode *int32
    sources []VolumeProjection!

  type VolumeProjection
    ~clusterTrustBundle *ClusterTrustBundleProjection
    configMap *ConfigMapProjection
    downwardAPI *DownwardAPIProjection
    secret *SecretProjection
    serviceAccountToken *ServiceAccountTokenProjection

  type ClusterTrustBundleProjection
    labelSelector *LabelSelector
    name *string
    optional *bool
    path string!
    signerName *string

  type ConfigMapProjection
    items []KeyToPath
    name string
    optional *bool

  type SecretProjection
    items []KeyToPath
    name string
    optional *bool

  type DownwardAPIProjection
    items []DownwardAPIVolumeFile

  type ServiceAccountTokenProjection
    ~audience string
    expirationSeconds *int64
    path string!

  type EphemeralVolumeSource
    volumeClaimTemplate *PersistentVolumeClaimTemplate

  type PersistentVolumeClaimTemplate
    metadata ObjectMeta
    spec PersistentVolumeClaimSpec!

  type PersistentVolumeClaimSpec
    accessModes []string
    dataSource *TypedLocalObjectReference
    dataSourceRef *TypedObjectReference
    resources VolumeResourceRequirements&
    selector *LabelSelector
    storageClassName *string
    volumeAttributesClassName *string
    volumeMode *string:PersistentVolumeMode
    volumeName string

  type VolumeResourceRequirements
    limits map[string]Quantity
    requests map[string]Quantity

  type TypedLocalObjectReference
    apiGroup *string!
    kind string!
    name string!

  type TypedObjectReference
    apiGroup *string!
    kind string!
    name string!
    namespace *string

  type PersistentVolumeClaimVolumeSource
    claimName string!
    readOnly bool

  type AWSElasticBlockStoreVolumeSource
    fsType string
    partition int32
    readOnly bool
    volumeID string!

  type AzureDiskVolumeSource
    cachingMode *string:AzureDataDiskCachingMode
    diskName string!
    diskURI string!
    fsType *string
    kind *string:AzureDataDiskKind
    readOnly *bool

  type AzureFileVolumeSource
    readOnly bool
    secretName string!
    shareName string!

  type CephFSVolumeSource
    monitors []string!
    path string
    readOnly bool
    secretFile string
    secretRef *LocalObjectReference
    user string

  type CinderVolumeSource
    fsType string
    readOnly bool
    secretRef *LocalObjectReference
    volumeID string!

  type CSIVolumeSource
    driver string!
    fsType *string
    nodePublishSecretRef *LocalObjectReference
    readOnly *bool
    volumeAttributes map[string]string

  type FCVolumeSource
    fsType string
    lun *int32
    readOnly bool
    targetWWNs []string
    wwids []string

  type FlexVolumeSource
    driver string!
    fsType string
    options map[string]string
    readOnly bool
    secretRef *LocalObjectReference

  type FlockerVolumeSource
    datasetName string
    datasetUUID string

  type GCEPersistentDiskVolumeSource
    fsType string
    partition int32
    pdName string!
    readOnly bool

  type GitRepoVolumeSource
    directory string
    repository string!
    revision string

  type GlusterfsVolumeSource
    endpoints string!
    path string!
    readOnly bool

  type ISCSIVolumeSource
    chapAuthDiscovery bool
    chapAuthSession bool
    fsType string
    initiatorName *string
    iqn string!
    iscsiInterface string
    lun int32!
    portals []string
    readOnly bool
    secretRef *LocalObjectReference
    targetPortal string!

  type NFSVolumeSource
    path string!
    readOnly bool
    server string!

  type PhotonPersistentDiskVolumeSource
    fsType string
    pdID string!

  type PortworxVolumeSource
    fsType string
    readOnly bool
    volumeID string!

  type QuobyteVolumeSource
    group string
    readOnly bool
    registry string!
    tenant string
    user string
    volume string!

  type RBDVolumeSource
    fsType string
    image string!
    keyring string
    monitors []string!
    pool string
    readOnly bool
    secretRef *LocalObjectReference
    user string

  type ScaleIOVolumeSource
    fsType string
    gateway string!
    protectionDomain string
    readOnly bool
    secretRef *LocalObjectReference!
    sslEnabled bool
    storageMode string
    storagePool string
    system string!
    volumeName string

  type StorageOSVolumeSource
    fsType string
    readOnly bool
    secretRef *LocalObjectReference
    volumeName string
    volumeNamespace string

  type VsphereVirtualDiskVolumeSource
    fsType string
    storagePolicyID string
    storagePolicyName string
    volumePath string!
  """
