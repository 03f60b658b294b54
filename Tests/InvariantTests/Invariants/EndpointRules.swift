import PodEngine

/// What holds for EndpointSlices at the moment at which the controller writes them
/// (staging/src/k8s.io/endpointslice/utils.go, `podToEndpoint`).
enum EndpointRules {
  static func check(_ change: Change, _ ledger: inout Ledger) {
    guard !change.isDeletion, change.isBy("endpointslice-controller") else { return }
    let service = change.new.label("kubernetes.io/service-name") ?? ""
    let key = ObjectKey(.services, namespace: change.key.namespace, name: service)
    guard let owner = ledger.objects[key] else {
      return ledger.report("slice-has-service", change.name)
    }
    for endpoint in change.new.list("endpoints") { check(endpoint, of: owner, change, &ledger) }
  }

  private static func check(
    _ endpoint: APIValue, of service: APIValue, _ change: Change, _ ledger: inout Ledger
  ) {
    let uid = endpoint.text("targetRef", "uid")
    let about = "\(change.name): \(endpoint.text("targetRef", "name"))"
    guard let pod = ledger.object(withUID: uid) else {
      return ledger.report("endpoint-is-a-pod", about)
    }
    if pod.isEnded { ledger.report("endpoint-lives", about) }
    if !pod.hasLabels(service.texts("spec", "selector")) {
      ledger.report("endpoint-is-selected", about)
    }
    if endpoint.list("addresses").compactMap(\.stringValue) != [pod.text("status", "podIP")] {
      ledger.report("endpoint-address", about)
    }
    let conditions = endpoint["conditions"] ?? .null
    let publishesAll = service.at("spec", "publishNotReadyAddresses")?.boolValue == true
    let isReady = publishesAll || pod.isReadyPod && !pod.isTerminating
    if (conditions["ready"]?.boolValue ?? false) != isReady {
      ledger.report("endpoint-ready", "\(about) says \(!isReady)")
    }
    if (conditions["serving"]?.boolValue ?? false) != pod.isReadyPod {
      ledger.report("endpoint-serving", about)
    }
    if (conditions["terminating"]?.boolValue ?? false) != pod.isTerminating {
      ledger.report("endpoint-terminating", about)
    }
  }
}
