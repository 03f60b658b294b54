internal import PodEngine

extension DescribeWriter {
  mutating func namespace(_ namespace: APIValue) {
    field(0, "Name", namespace.name)
    labelsAndAnnotations(of: namespace)
    field(0, "Status", namespace.text("status", "phase"))
    let conditions = namespace.list("status", "conditions")
    if !conditions.isEmpty {
      line(0, "Conditions:")
      line(1, "Type\tStatus\tLastTransitionTime\tReason\tMessage")
      line(1, "----\t------\t------------------\t------\t-------")
      for condition in conditions {
        let cells = [
          condition.text("type"), condition.text("status"),
          describeText(condition.time("lastTransitionTime")), condition.text("reason"),
          condition.text("message"),
        ]
        line(1, cells.joined(separator: "\t"))
      }
    }
    // A cluster without quotas and limit ranges says so; podlab has neither kind.
    line(0, "\nNo resource quota.")
    line(0, "\nNo LimitRange resource.")
  }

  mutating func priorityClass(_ object: APIValue, _ context: DescribeContext) {
    field(0, "Name", object.name)
    field(0, "Value", String(object.integer("value")))
    field(0, "GlobalDefault", object.optionalText("globalDefault") ?? "false")
    field(0, "PreemptionPolicy", object.text("preemptionPolicy"))
    field(0, "Description", object.text("description"))
    let annotations = object.sortedMap("metadata", "annotations")
    field(
      0, "Annotations", annotations.map { "\($0.key)=\($0.value)" }.joined(separator: ",").orNone)
    events(context)
  }

  /// kubectl prints the entries in the random order of a Go map; podlab sorts them.
  mutating func configMap(_ map: APIValue, _ context: DescribeContext) {
    header(of: map)
    line(0, "\nData\n====")
    for entry in map.sortedMap("data") {
      line(0, "\(entry.key):\n----")
      line(0, "\(entry.value)\n")
    }
    line(0, "\nBinaryData\n====")
    for entry in map.sortedMap("binaryData") {
      line(0, "\(entry.key): \(Base64.decode(entry.value)?.count ?? 0) bytes")
    }
    line(0, "")
    events(context)
  }

  mutating func secret(_ secret: APIValue) {
    header(of: secret)
    line(0, "\nType:\t\(secret.text("type"))")
    line(0, "\nData\n====")
    let isToken = secret.text("type") == "kubernetes.io/service-account-token"
    for entry in secret.sortedMap("data") {
      let bytes = Base64.decode(entry.value) ?? []
      let showsValue = isToken && entry.key == "token"
      field(
        0, entry.key,
        showsValue ? String(decoding: bytes, as: UTF8.self) : "\(bytes.count) bytes")
    }
  }

  mutating func serviceAccount(_ account: APIValue, _ context: DescribeContext) {
    header(of: account)
    let known = context.secrets.map(\.name)
    let tokens = context.secrets.filter { secret in
      let annotations = secret.sortedMap("metadata", "annotations")
      func annotation(_ key: String) -> String {
        annotations.first { $0.key == key }?.value ?? ""
      }
      return secret.text("type") == "kubernetes.io/service-account-token"
        && annotation("kubernetes.io/service-account.name") == account.name
        && annotation("kubernetes.io/service-account.uid") == account.text("metadata", "uid")
    }
    names(
      "Image pull secrets:", account.list("imagePullSecrets").map { $0.text("name") }, known: known)
    names("Mountable secrets: ", account.list("secrets").map { $0.text("name") }, known: known)
    names("Tokens:            ", tokens.map(\.name), known: known)
    events(context)
  }

  private mutating func names(_ title: String, _ names: [String], known: [String]) {
    if names.isEmpty { return line(0, "\(title)\t<none>") }
    for (index, name) in names.enumerated() {
      let prefix = index == 0 ? title : String(repeating: " ", count: title.count)
      line(0, "\(prefix)\t\(name)\(known.contains(name) ? "" : " (not found)")")
    }
  }
}
