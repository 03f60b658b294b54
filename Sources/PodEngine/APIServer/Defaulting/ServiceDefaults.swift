/// Defaults of Services (`SetDefaults_Service`), and the address family that the registry chooses
/// in an IPv4 cluster.
enum ServiceDefaults {
  static func apply(to object: inout APIValue) {
    if object["spec"] == nil { object["spec"] = .emptyObject }
    object.update("spec") { spec in
      spec.setDefaultText("sessionAffinity", "None")
      affinityConfig(&spec)
      spec.setDefaultText("type", "ClusterIP")
      spec.updateEach("ports") { port in
        port.setDefaultText("protocol", "TCP")
        if port.text("targetPort").isEmpty, port.number("targetPort") == 0 {
          port["targetPort"] = port["port"]
        }
      }
      trafficPolicies(&spec)
      if spec.text("type") != "ExternalName" {
        spec.setDefault("ipFamilies", ["IPv4"])
        spec.setDefault("ipFamilyPolicy", "SingleStack")
      }
    }
    if object["status"] == nil { object["status"] = ["loadBalancer": .emptyObject] }
  }

  private static func affinityConfig(_ spec: inout APIValue) {
    switch spec.text("sessionAffinity") {
    case "None": spec["sessionAffinityConfig"] = nil
    case "ClientIP":
      if spec[path: "sessionAffinityConfig", "clientIP", "timeoutSeconds"] == nil {
        spec["sessionAffinityConfig"] = ["clientIP": ["timeoutSeconds": 10800]]
      }
    default: break
    }
  }

  private static func trafficPolicies(_ spec: inout APIValue) {
    let type = spec.text("type")
    let isExternal = type == "NodePort" || type == "LoadBalancer"
    if isExternal || type == "ClusterIP" && !spec.list("externalIPs").isEmpty {
      spec.setDefaultText("externalTrafficPolicy", "Cluster")
    }
    if isExternal || type == "ClusterIP" { spec.setDefault("internalTrafficPolicy", "Cluster") }
    if type == "LoadBalancer" { spec.setDefault("allocateLoadBalancerNodePorts", true) }
  }
}
