/// Defaults of containers, their ports, probes, hooks and variables (`SetDefaults_Container`,
/// `SetDefaults_Probe`, …).
enum ContainerDefaults {
  static func apply(to container: inout APIValue) {
    container.setDefaultText("imagePullPolicy", pullPolicy(image: container.text("image")))
    container.setDefaultText("terminationMessagePath", "/dev/termination-log")
    container.setDefaultText("terminationMessagePolicy", "File")
    container.setDefault("resources", .emptyObject)
    container.update("resources") { resources in
      resources.update("limits", roundToMilli)
      resources.update("requests", roundToMilli)
    }
    container.updateEach("ports") { $0.setDefaultText("protocol", "TCP") }
    container.updateEach("env") { variable in
      variable.update("valueFrom") { source in
        source.update("fieldRef") { $0.setDefaultText("apiVersion", "v1") }
      }
    }
    for key in ["livenessProbe", "readinessProbe", "startupProbe"] {
      container.update(key, probe)
    }
    container.update("lifecycle") { lifecycle in
      for hook in ["postStart", "preStop"] {
        lifecycle.update(hook) { $0.update("httpGet", httpGet) }
      }
    }
  }

  /// `latest`, also unsaid, is asked for every time; every other tag, or a digest alone, once.
  static func pullPolicy(image: String) -> String {
    tag(ofImage: image) == "latest" ? "Always" : "IfNotPresent"
  }

  /// The tag that a reference means: `latest` where it says neither tag nor digest
  /// (`parsers.ParseImageName`).
  private static func tag(ofImage image: String) -> String {
    let parts = image.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first ?? ""
    let lastPart = name.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    if let colon = lastPart.firstIndex(of: ":") {
      return String(lastPart[lastPart.index(after: colon)...])
    }
    return parts.count > 1 ? "" : "latest"
  }

  /// Nothing smaller than a thousandth is kept (`SetDefaults_ResourceList`).
  static func roundToMilli(_ resources: inout APIValue) {
    for (name, value) in resources.sortedEntries {
      guard let quantity = Quantity(Quantity.text(of: value)) else { continue }
      resources[name] = .string(quantity.roundedUpToMilli.text)
    }
  }

  private static func probe(_ probe: inout APIValue) {
    probe.setDefaultNumber("timeoutSeconds", 1)
    probe.setDefaultNumber("periodSeconds", 10)
    probe.setDefaultNumber("successThreshold", 1)
    probe.setDefaultNumber("failureThreshold", 3)
    probe.update("httpGet", httpGet)
    probe.update("grpc") { $0.setDefault("service", "") }
  }

  private static func httpGet(_ action: inout APIValue) {
    action.setDefaultText("path", "/")
    action.setDefaultText("scheme", "HTTP")
  }
}
