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

  /// `latest`, also unsaid, is asked for every time; every other tag, or a digest alone, once. So is
  /// what is no name of an image at all (`parsers.ParseImageName`).
  static func pullPolicy(image: String) -> String {
    ImageReference(image)?.tag == "latest" ? "Always" : "IfNotPresent"
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
