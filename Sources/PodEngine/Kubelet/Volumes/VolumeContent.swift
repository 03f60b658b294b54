/// Something that a Pod refers to is not there.
struct MissingReference: Error, Hashable, Sendable {
  let message: String
}

/// What the volumes of a Pod contain: pkg/volume/{configmap,secret,downwardapi,projected}.
struct VolumeContent {
  let pod: Pod
  let kubelet: Kubelet
  let objects: ObjectStore

  /// Nil for a source that podlab does not simulate: such a volume is an empty folder.
  func kind(of volume: Volume) -> Result<VolumeKind?, MissingReference> {
    if let source = volume.emptyDir {
      return .success(
        .emptyDir(isMemory: source.medium == "Memory", sizeLimitBytes: source.sizeLimit?.value))
    }
    if let source = volume.hostPath { return .success(.hostPath(source.path)) }
    if let source = volume.configMap {
      return keys(
        configMap: source.name, source.items, source.optional ?? false, source.defaultMode
      ).map { .files($0) }
    }
    if let source = volume.secret {
      return keys(
        secret: source.secretName, source.items, source.optional ?? false, source.defaultMode
      ).map { .files($0, isTemporary: true) }
    }
    if let source = volume.downwardAPI {
      return .success(
        .files(downward(source.items, source.defaultMode), isTemporary: true))
    }
    if let source = volume.projected {
      return projected(source).map { .files($0, isTemporary: true) }
    }
    return .success(.emptyDir(isMemory: false, sizeLimitBytes: nil))
  }

  private func projected(
    _ source: ProjectedVolumeSource
  ) -> Result<[VolumeFile], MissingReference> {
    var files: [VolumeFile] = []
    for part in source.sources {
      let more: Result<[VolumeFile], MissingReference>
      if let map = part.configMap {
        more = keys(configMap: map.name, map.items, map.optional ?? false, source.defaultMode)
      } else if let secret = part.secret {
        more = keys(secret: secret.name, secret.items, secret.optional ?? false, source.defaultMode)
      } else if let fields = part.downwardAPI {
        more = .success(downward(fields.items, source.defaultMode))
      } else if let token = part.serviceAccountToken {
        more = .success([
          VolumeFile(path: token.path, content: "podlab-token-\(pod.metadata.uid)", mode: 0o600)
        ])
      } else {
        more = .success([])
      }
      switch more {
      case .success(let some): files += some
      case .failure(let error): return .failure(error)
      }
    }
    return .success(files)
  }

  private func keys(
    configMap name: String, _ items: [KeyToPath], _ isOptional: Bool, _ mode: Int?
  ) -> Result<[VolumeFile], MissingReference> {
    let key = ObjectKey(.configMaps, namespace: pod.metadata.namespace, name: name)
    guard case .configMap(let map)? = objects[key]?.typed else {
      return isOptional
        ? .success([]) : .failure(MissingReference(message: "configmap \"\(name)\" not found"))
    }
    var texts = map.data
    for (key, value) in map.binaryData { texts[key] = Base64.text(value) ?? value }
    return select(texts, items, isOptional, mode)
  }

  private func keys(
    secret name: String, _ items: [KeyToPath], _ isOptional: Bool, _ mode: Int?
  ) -> Result<[VolumeFile], MissingReference> {
    let key = ObjectKey(.secrets, namespace: pod.metadata.namespace, name: name)
    guard case .secret(let secret)? = objects[key]?.typed else {
      return isOptional
        ? .success([]) : .failure(MissingReference(message: "secret \"\(name)\" not found"))
    }
    var texts: StringMap<String> = [:]
    for (key, value) in secret.data { texts[key] = Base64.text(value) ?? value }
    return select(texts, items, isOptional, mode)
  }

  private func select(
    _ data: StringMap<String>, _ items: [KeyToPath], _ isOptional: Bool, _ mode: Int?
  ) -> Result<[VolumeFile], MissingReference> {
    if items.isEmpty {
      return .success(
        data.map { VolumeFile(path: $0.key, content: $0.value, mode: mode ?? 0o644) })
    }
    var files: [VolumeFile] = []
    for item in items {
      guard let text = data[item.key] else {
        if isOptional { continue }
        return .failure(
          MissingReference(message: "references non-existent config key: \(item.key)"))
      }
      files.append(
        VolumeFile(path: item.path, content: text, mode: item.mode ?? mode ?? 0o644))
    }
    return .success(files)
  }

  private func downward(_ items: [DownwardAPIVolumeFile], _ mode: Int?) -> [VolumeFile] {
    let fields = PodFields(pod: pod, kubelet: kubelet)
    return items.map { item in
      let text: String
      if let field = item.fieldRef {
        text = fields.text(of: field.fieldPath)
      } else if let resource = item.resourceFieldRef {
        text = fields.text(of: resource, in: resource.containerName)
      } else {
        text = ""
      }
      return VolumeFile(path: item.path, content: text, mode: item.mode ?? mode ?? 0o644)
    }
  }
}
