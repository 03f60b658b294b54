/// The fields of a Pod that its containers may ask for: pkg/fieldpath and pkg/api/v1/resource.
struct PodFields {
  let pod: Pod
  let kubelet: Kubelet

  /// `metadata.name`, `metadata.labels['app']`, `status.podIP`, …; a field that is not known is
  /// empty.
  func text(of path: String) -> String {
    if let key = subscripted(path, "metadata.labels") { return pod.metadata.labels[key] ?? "" }
    if let key = subscripted(path, "metadata.annotations") {
      return pod.metadata.annotations[key] ?? ""
    }
    switch path {
    case "metadata.name": return pod.metadata.name
    case "metadata.namespace": return pod.metadata.namespace
    case "metadata.uid": return pod.metadata.uid
    case "metadata.labels": return lines(pod.metadata.labels)
    case "metadata.annotations": return lines(pod.metadata.annotations)
    case "spec.nodeName": return pod.spec.nodeName
    case "spec.serviceAccountName":
      return pod.spec.serviceAccountName.isEmpty ? "default" : pod.spec.serviceAccountName
    case "status.hostIP", "status.hostIPs":
      return kubelet.internalIP
    case "status.podIP", "status.podIPs": return kubelet.address(pod.metadata.uid)
    default: return ""
    }
  }

  private func subscripted(_ path: String, _ field: String) -> String? {
    guard path.hasPrefix(field + "['"), path.hasSuffix("']") else { return nil }
    return String(path.dropFirst(field.count + 2).dropLast(2))
  }

  /// `FormatMap`: values are quoted as Go quotes them.
  private func lines(_ map: StringMap<String>) -> String {
    map.map { "\($0.key)=\(GoSyntax.quoted($0.value))" }.joined(separator: "\n")
  }

  /// A request or limit in units of the divisor, rounded up; where no limit is set, what the node
  /// can give.
  func text(of selector: ResourceFieldSelector, in container: String) -> String {
    guard
      let container = (pod.spec.initContainers + pod.spec.containers).first(where: {
        $0.name == container
      })
    else { return "" }
    let parts = selector.resource.split(separator: ".", maxSplits: 1)
    guard parts.count == 2, let kind = parts.first, let name = parts.last.map(String.init)
    else { return "" }
    let resources = container.resources
    let amount: Quantity? =
      kind == "limits"
      ? resources.limits[name] ?? NodeResources.allocatable[name] : resources.requests[name]
    let divisor = selector.divisor?.milliValue ?? 0
    let unit = divisor == 0 ? 1000 : divisor
    return String(((amount?.milliValue ?? 0) + unit - 1) / unit)
  }
}
