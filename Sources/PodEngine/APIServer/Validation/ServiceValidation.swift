/// Rules for Services (`ValidateService`).
enum ServiceValidation {
  private static let types = ["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"]

  static func create(_ object: APIValue) -> [FieldError] {
    let spec = object["spec"] ?? .emptyObject
    let path = FieldPath("spec")
    let type = spec.text("type")
    let ports = spec.list("ports")
    var errors: [FieldError] = []
    if ports.isEmpty, spec.text("clusterIP") != "None", type != "ExternalName" {
      errors.append(.required(path.child("ports")))
    }
    if type == "ExternalName", spec.text("externalName").isEmpty {
      errors.append(.required(path.child("externalName")))
    }
    errors += self.ports(ports, at: path.child("ports"))
    errors += MetadataValidation.labels(spec.map("selector"), at: path.child("selector"))
    errors += word(
      spec.text("sessionAffinity"), of: ["ClientIP", "None"], at: path.child("sessionAffinity"))
    errors += word(type, of: types, at: path.child("type"))
    return errors + nodePorts(spec, type: type, at: path.child("ports"))
  }

  private static func ports(_ list: [APIValue], at path: FieldPath) -> [FieldError] {
    var errors: [FieldError] = []
    var names: [String] = []
    var numbers: [String] = []
    for (index, port) in list.enumerated() {
      let place = path.index(index)
      let name = port.text("name")
      if name.isEmpty, list.count > 1 {
        errors.append(.required(place.child("name")))
      } else if !name.isEmpty {
        errors += named(name, at: place.child("name"), NameRules.dns1123Label)
        if names.contains(name) { errors.append(.duplicate(place.child("name"), .string(name))) }
        names.append(name)
      }
      errors += PortValidation.numberOrName(port["port"] ?? 0, at: place.child("port"))
      errors += word(
        port.text("protocol"), of: PortValidation.protocols, at: place.child("protocol"))
      errors += PortValidation.numberOrName(port["targetPort"], at: place.child("targetPort"))
      let use = "\(port.text("protocol")) \(port.number("port"))"
      if numbers.contains(use) {
        errors.append(FieldError(.duplicate, place.description, value: goText(port)))
      }
      numbers.append(use)
    }
    return errors
  }

  /// What Kubernetes compares: a port with its protocol and number alone, as Go's `%#v` shows it.
  private static func goText(_ port: APIValue) -> String {
    "core.ServicePort{Name:\"\", Protocol:\(GoSyntax.quoted(port.text("protocol"))), "
      + "AppProtocol:(*string)(nil), Port:\(port.number("port")), "
      + "TargetPort:intstr.IntOrString{Type:0, IntVal:0, StrVal:\"\"}, NodePort:0}"
  }

  /// The ports that nodes open for Services (`--service-node-port-range`).
  private static let nodePortRange = 30000...32767

  private static func nodePorts(
    _ spec: APIValue, type: String, at path: FieldPath
  ) -> [FieldError] {
    spec.list("ports").enumerated().compactMap { index, port in
      let number = port.number("nodePort")
      let place = path.index(index).child("nodePort")
      if number == 0 { return nil }
      if type == "ClusterIP" {
        return .forbidden(place, "may not be used when `type` is 'ClusterIP'")
      }
      if nodePortRange.contains(number) { return nil }
      return .invalid(
        place, .integer(number),
        "provided port is not in the valid range. The range of valid ports is 30000-32767")
    }
  }

  static func update(_ new: APIValue, old: APIValue) -> [FieldError] {
    let before = old[path: "spec", "clusterIP"]?.stringValue ?? ""
    let after = new[path: "spec", "clusterIP"]?.stringValue ?? ""
    let type = new[path: "spec", "type"]?.stringValue ?? ""
    if before.isEmpty || before == after || type == "ExternalName" { return [] }
    return [
      .invalid(FieldPath("spec", "clusterIP"), .string(after), "field is immutable")
    ]
  }
}
