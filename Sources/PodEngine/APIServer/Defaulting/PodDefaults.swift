/// Defaults of Pods and of templates of Pods (`SetDefaults_Pod`, `SetDefaults_PodSpec`).
enum PodDefaults {
  static func apply(toPod pod: inout APIValue) {
    if pod["spec"] == nil { pod["spec"] = .emptyObject }
    pod.update("spec") { spec in
      apply(toSpec: &spec)
      // Only Pods get these, so that a template does not change when Kubernetes learns a new
      // default.
      requestsFromLimits(&spec)
      PodLevelDefaults.apply(to: &spec)
      spec.setDefault("enableServiceLinks", true)
      if spec.flag("hostNetwork") { hostPorts(&spec) }
    }
    if pod["status"] == nil { pod["status"] = .emptyObject }
  }

  /// What holds for Pods and for templates.
  static func apply(toSpec spec: inout APIValue) {
    spec.setDefaultText("dnsPolicy", "ClusterFirst")
    spec.setDefaultText("restartPolicy", "Always")
    spec.setDefault("securityContext", .emptyObject)
    spec.setDefault("terminationGracePeriodSeconds", 30)
    spec.setDefaultText("schedulerName", "default-scheduler")
    // Conversion keeps the old name of the service account beside the new one.
    let account = spec.text("serviceAccountName")
    let oldName = spec.text("serviceAccount")
    if account.isEmpty, !oldName.isEmpty { spec["serviceAccountName"] = .string(oldName) }
    if !account.isEmpty { spec["serviceAccount"] = .string(account) }
    for key in containerLists { spec.updateEach(key, ContainerDefaults.apply) }
    spec.updateEach("volumes", VolumeDefaults.apply)
    spec.update("overhead", ContainerDefaults.roundToMilli)
  }

  static let containerLists = ["containers", "initContainers", "ephemeralContainers"]

  private static func requestsFromLimits(_ spec: inout APIValue) {
    for key in ["containers", "initContainers"] {
      spec.updateEach(key) { container in
        container.update("resources") { resources in
          for (name, limit) in resources.entries("limits")
          where resources["requests"]?.field(name) == nil {
            resources[path: "requests", name] = limit
          }
        }
      }
    }
  }

  private static func hostPorts(_ spec: inout APIValue) {
    for key in ["containers", "initContainers"] {
      spec.updateEach(key) { container in
        container.updateEach("ports") { port in
          port.setDefaultNumber("hostPort", port.number("containerPort"))
        }
      }
    }
  }
}
