/// The environment of a container: `makeEnvironmentVariables` in pkg/kubelet/kubelet_pods.go.
struct ContainerEnvironment {
  let pod: Pod
  let kubelet: Kubelet
  let objects: ObjectStore

  /// Throws what `CreateContainerConfigError` says, when a ConfigMap or Secret is missing.
  func variables(of container: Container) throws(MissingReference) -> [EnvironmentVariable] {
    var result: [EnvironmentVariable] = []
    func set(_ name: String, _ value: String) {
      if let index = result.firstIndex(where: { $0.name == name }) {
        result[index].value = value
      } else {
        result.append(EnvironmentVariable(name: name, value: value))
      }
    }
    for source in container.envFrom {
      for (key, value) in try bulk(source) { set(source.prefix + key, value) }
    }
    let services = serviceVariables()
    for variable in container.env {
      let known = result + services
      if let text = try value(of: variable, in: container, known) { set(variable.name, text) }
    }
    for service in services where !result.contains(where: { $0.name == service.name }) {
      result.append(service)
    }
    return result
  }

  private func bulk(_ source: EnvFromSource) throws(MissingReference) -> StringMap<String> {
    if let map = source.configMapRef {
      return try configMap(map.name, isOptional: map.optional ?? false) ?? [:]
    }
    if let secret = source.secretRef {
      return try self.secret(secret.name, isOptional: secret.optional ?? false) ?? [:]
    }
    return [:]
  }

  private func value(
    of variable: EnvVar, in container: Container, _ known: [EnvironmentVariable]
  ) throws(MissingReference) -> String? {
    guard let source = variable.valueFrom else {
      return Self.expanded(variable.value ?? "", known)
    }
    let fields = PodFields(pod: pod, kubelet: kubelet)
    if let field = source.fieldRef { return fields.text(of: field.fieldPath) }
    if let resource = source.resourceFieldRef {
      let name = resource.containerName.isEmpty ? container.name : resource.containerName
      return fields.text(of: resource, in: name)
    }
    if let key = source.configMapKeyRef {
      let data = try configMap(key.name, isOptional: key.optional ?? false)
      return try pick(key, data, "ConfigMap")
    }
    if let key = source.secretKeyRef {
      let data = try secret(key.name, isOptional: key.optional ?? false)
      return try pick(key, data, "Secret")
    }
    return ""
  }

  private func pick(
    _ key: KeySelector, _ data: StringMap<String>?, _ kind: String
  ) throws(MissingReference) -> String? {
    guard let data else { return nil }
    if let text = data[key.key] { return text }
    if key.optional == true { return nil }
    throw MissingReference(
      message: "couldn't find key \(key.key) in \(kind) \(pod.metadata.namespace)/\(key.name)")
  }

  private func configMap(
    _ name: String, isOptional: Bool
  ) throws(MissingReference) -> StringMap<String>? {
    let key = ObjectKey(.configMaps, namespace: pod.metadata.namespace, name: name)
    if case .configMap(let map)? = objects[key]?.typed { return map.data }
    if isOptional { return nil }
    throw MissingReference(message: "configmap \"\(name)\" not found")
  }

  private func secret(
    _ name: String, isOptional: Bool
  ) throws(MissingReference) -> StringMap<String>? {
    let key = ObjectKey(.secrets, namespace: pod.metadata.namespace, name: name)
    guard case .secret(let secret)? = objects[key]?.typed else {
      if isOptional { return nil }
      throw MissingReference(message: "secret \"\(name)\" not found")
    }
    var texts: StringMap<String> = [:]
    for (key, value) in secret.data { texts[key] = Base64.text(value) ?? value }
    return texts
  }

  /// `$(NAME)` stands for a variable that is known already; `$$(NAME)` is left as `$(NAME)`;
  /// unknown names stay (third_party/forked/golang/expansion).
  static func expanded(_ text: String, _ known: [EnvironmentVariable]) -> String {
    var result = ""
    var rest = Substring(text)
    while let dollar = rest.firstIndex(of: "$") {
      result += rest[..<dollar]
      rest = rest[rest.index(after: dollar)...]
      if rest.first == "$" {
        result += "$"
        rest = rest.dropFirst()
      } else if rest.first == "(", let end = rest.firstIndex(of: ")") {
        let name = rest[rest.index(after: rest.startIndex)..<end]
        result += known.last { $0.name == name }?.value ?? "$(\(name))"
        rest = rest[rest.index(after: end)...]
      } else {
        result += "$"
      }
    }
    return result + rest
  }

  /// Every Service of the namespace that is older than the Pod (pkg/kubelet/envvars).
  private func serviceVariables() -> [EnvironmentVariable] {
    let services = objects.services.filter { service in
      service.metadata.name == "kubernetes" && service.metadata.namespace == "default"
        || service.metadata.namespace == pod.metadata.namespace
          && pod.spec.enableServiceLinks != false
    }
    return services.flatMap(Self.variables(of:))
  }

  private static func variables(of service: Service) -> [EnvironmentVariable] {
    let address = service.spec.clusterIP
    guard !address.isEmpty, address != "None", let first = service.spec.ports.first else {
      return []
    }
    let name = service.metadata.name.uppercased().replacing("-", with: "_")
    var result = [
      EnvironmentVariable(name: "\(name)_SERVICE_HOST", value: address),
      EnvironmentVariable(name: "\(name)_SERVICE_PORT", value: String(first.port)),
    ]
    for port in service.spec.ports where !port.name.isEmpty {
      let suffix = port.name.uppercased().replacing("-", with: "_")
      result.append(
        EnvironmentVariable(name: "\(name)_SERVICE_PORT_\(suffix)", value: String(port.port)))
    }
    result.append(
      EnvironmentVariable(name: "\(name)_PORT", value: "tcp://\(address):\(first.port)"))
    for port in service.spec.ports {
      let proto = port.protocol.isEmpty ? "TCP" : port.protocol
      let prefix = "\(name)_PORT_\(port.port)_\(proto)"
      result += [
        EnvironmentVariable(
          name: prefix, value: "\(proto.lowercased())://\(address):\(port.port)"),
        EnvironmentVariable(name: prefix + "_PROTO", value: proto.lowercased()),
        EnvironmentVariable(name: prefix + "_PORT", value: String(port.port)),
        EnvironmentVariable(name: prefix + "_ADDR", value: address),
      ]
    }
    return result
  }
}
