/// Rules for ports (`validateContainerPorts`, `checkHostPortConflicts`).
enum PortValidation {
  static let range = 1...65535
  static let protocols = ["SCTP", "TCP", "UDP"]

  static func ports(_ list: [APIValue], at path: FieldPath) -> [FieldError] {
    var errors: [FieldError] = []
    var names: [String] = []
    for (index, port) in list.enumerated() {
      let place = path.index(index)
      errors += name(port.text("name"), among: &names, at: place.child("name"))
      if port.number("containerPort") == 0 {
        errors.append(.required(place.child("containerPort")))
      } else {
        errors += inRange(port, "containerPort", range, at: place)
      }
      if port.number("hostPort") != 0 { errors += inRange(port, "hostPort", range, at: place) }
      errors += word(port.text("protocol"), of: protocols, at: place.child("protocol"))
    }
    return errors
  }

  private static func name(
    _ name: String, among names: inout [String], at path: FieldPath
  ) -> [FieldError] {
    if name.isEmpty { return [] }
    let problems = NameRules.portName(name)
    if !problems.isEmpty { return problems.map { .invalid(path, .string(name), $0) } }
    if names.contains(name) { return [.duplicate(path, .string(name))] }
    names.append(name)
    return []
  }

  /// One port of the node for one container. (An init container is looked at alone, and Kubernetes
  /// calls each of them the first.)
  static func hostPortConflicts(_ containers: [APIValue], at path: FieldPath) -> [FieldError] {
    var errors: [FieldError] = []
    var taken: [String] = []
    for (offset, container) in containers.enumerated() {
      for (index, port) in container.list("ports").enumerated() {
        let number = port.number("hostPort")
        if number == 0 { continue }
        let use = "\(port.text("protocol"))/\(port.text("hostIP"))/\(number)"
        if taken.contains(use) {
          let place = path.index(offset).child("ports").index(index)
          errors.append(.duplicate(place.child("hostPort"), .string(use)))
        }
        taken.append(use)
      }
    }
    return errors
  }

  /// With the node's network a container's port is a port of the node. A template may leave it to
  /// its Pods to say so.
  static func hostNetwork(
    _ containers: [APIValue], at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    var errors: [FieldError] = []
    for (offset, container) in containers.enumerated() {
      for (index, port) in container.list("ports").enumerated()
      where port.number("hostPort") != port.number("containerPort")
        && (options.isPod || port.number("hostPort") != 0)
      {
        errors.append(
          .invalid(
            path.index(offset).child("ports").index(index).child("hostPort"),
            .integer(port.number("hostPort")),
            "must match `containerPort` when `hostNetwork` is true"))
      }
    }
    return errors
  }

  /// A port by number or name (`ValidatePortNumOrName`).
  static func numberOrName(_ value: APIValue?, at path: FieldPath) -> [FieldError] {
    if let text = value?.stringValue { return named(text, at: path, NameRules.portName) }
    let number = value?.intValue ?? 0
    return range.contains(number)
      ? [] : [.invalid(path, .integer(number), rangeProblem(range))]
  }
}
