internal import PodEngine

extension DescribeWriter {
  /// A list of containers. `pod` resolves field references; it is nil in pod templates, where
  /// `space` indents.
  mutating func containers(
    _ title: String, _ containers: [APIValue], statuses: [APIValue], pod: APIValue?, space: String
  ) {
    line(0, "\(space)\(title):\(containers.isEmpty ? " <none>" : "")")
    for container in containers {
      // Of several statuses with one name the last counts.
      let status = statuses.last { $0.text("name") == container.text("name") }
      basics(of: container, status: status, space: space)
      words("Command", container.texts("command"))
      words("Args", container.texts("args"))
      if let status { state(of: status) }
      resources(container.field("resources"), level: 2)
      probes(of: container)
      environment(of: container, pod: pod)
      mounts(of: container)
    }
  }

  private mutating func basics(of container: APIValue, status: APIValue?, space: String) {
    line(1, "\(space.isEmpty ? "" : " ")\(container.text("name")):")
    if let status { field(2, "Container ID", status.text("containerID")) }
    field(2, "Image", container.text("image"))
    if let status { field(2, "Image ID", status.text("imageID")) }
    ports("Port", "Ports", container, number: "containerPort")
    ports("Host Port", "Host Ports", container, number: "hostPort")
    seccomp(container.field("securityContext", "seccompProfile"), level: 2, profileLevel: 3)
  }

  private mutating func ports(
    _ one: String, _ several: String, _ container: APIValue, number: String
  ) {
    let ports = container.list("ports").map { "\($0.integer(number))/\($0.text("protocol"))" }
    field(2, ports.count > 1 ? several : one, ports.joined(separator: ", ").orNone)
  }

  /// Command or arguments: one element a line, and elements of several lines as they are.
  private mutating func words(_ title: String, _ words: [String]) {
    guard !words.isEmpty else { return }
    line(2, "\(title):")
    for word in words {
      for part in word.goLines { line(3, part) }
    }
  }

  private mutating func state(of status: APIValue) {
    state("State", status.field("state"))
    if status.field("lastState", "terminated") != nil {
      state("Last State", status.field("lastState"))
    }
    field(2, "Ready", status.flag("ready") ? "True" : "False")
    field(2, "Restart Count", String(status.integer("restartCount")))
  }

  private mutating func state(_ title: String, _ state: APIValue?) {
    if let running = state?.field("running") {
      field(2, title, "Running")
      field(3, "Started", describeText(running.time("startedAt")))
    } else if let terminated = state?.field("terminated"), state?.field("waiting") == nil {
      termination(title, terminated)
    } else {
      // No state at all also counts as waiting.
      field(2, title, "Waiting")
      optionalField(3, "Reason", state?.optionalText("waiting", "reason"))
    }
  }

  private mutating func termination(_ title: String, _ terminated: APIValue) {
    field(2, title, "Terminated")
    optionalField(3, "Reason", terminated.optionalText("reason"))
    optionalField(3, "Message", terminated.optionalText("message"))
    field(3, "Exit Code", String(terminated.integer("exitCode")))
    if terminated.integer("signal") > 0 {
      field(3, "Signal", String(terminated.integer("signal")))
    }
    field(3, "Started", describeText(terminated.time("startedAt")))
    field(3, "Finished", describeText(terminated.time("finishedAt")))
  }

  /// Limits and requests.
  mutating func resources(_ resources: APIValue?, level: Int) {
    for (title, key) in [("Limits", "limits"), ("Requests", "requests")] {
      let amounts = resources?.sortedFields([key]) ?? []
      guard !amounts.isEmpty else { continue }
      line(level, "\(title):")
      for amount in amounts {
        field(level + 1, amount.key, AmountText.text(of: amount.value))
      }
    }
  }

  private mutating func mounts(of container: APIValue) {
    let mounts = container.list("volumeMounts").stableSorted { $0.text("mountPath") }
    line(2, "Mounts:\(mounts.isEmpty ? "\t<none>" : "")")
    for mount in mounts {
      let path = mount.text("subPath")
      let flags =
        [mount.flag("readOnly") ? "ro" : "rw"]
        + (path.isEmpty ? [] : ["path=\(GoSyntax.quoted(path))"])
      line(
        3,
        "\(mount.text("mountPath")) from \(mount.text("name")) (\(flags.joined(separator: ",")))")
    }
    let devices = container.list("volumeDevices").stableSorted { $0.text("devicePath") }
    guard !devices.isEmpty else { return }
    line(2, "Devices:\(mounts.isEmpty ? "\t<none>" : "")")
    for device in devices { line(3, "\(device.text("devicePath")) from \(device.text("name"))") }
  }
}
