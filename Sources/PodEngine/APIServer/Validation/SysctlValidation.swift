/// Rules for kernel parameters (`validateSysctls`, `ValidateHostSysctl`).
enum SysctlValidation {
  static func sysctls(
    _ spec: APIValue, at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    var seen: [String] = []
    let list = spec["securityContext"]?.list("sysctls") ?? []
    return list.enumerated().flatMap { index, sysctl -> [FieldError] in
      let (name, place) = (sysctl.text("name"), path.index(index).child("name"))
      var errors: [FieldError] =
        name.isEmpty ? [.required(place)] : named(name, at: place, NameRules.sysctl)
      if errors.isEmpty, seen.contains(name) { errors = [.duplicate(place, .string(name))] }
      seen.append(name)
      if !options.keeps.hostSysctls, let error = sharedWithHost(name, spec, at: place) {
        errors.append(error)
      }
      return errors
    }
  }

  /// A parameter of a namespace that is the host's own would change the host.
  static func sharedWithHost(
    _ name: String, _ spec: APIValue, at path: FieldPath
  ) -> FieldError? {
    func refusal(_ field: String) -> FieldError {
      .invalid(path, .string(name), "may not be specified when '\(field)' is true")
    }
    switch namespace(of: name) {
    case .network: return spec.flag("hostNetwork") ? refusal("hostNetwork") : nil
    case .interProcess: return spec.flag("hostIPC") ? refusal("hostIPC") : nil
    case nil: return nil
    }
  }

  private enum Namespace { case network, interProcess }

  /// `GetNamespace` in k8s.io/component-helpers/node/util/sysctl.
  private static func namespace(of name: String) -> Namespace? {
    let name = normalized(name).prefix { $0 != "*" }
    if interProcess.contains(String(name)) || name.hasPrefix("fs.mqueue.") {
      return .interProcess
    }
    return name.hasPrefix("net.") ? .network : nil
  }

  private static let interProcess = [
    "kernel.sem", "kernel.shmall", "kernel.shmmax", "kernel.shmmni", "kernel.shm_rmid_forced",
    "kernel.shm", "kernel.msgmax", "kernel.msgmnb", "kernel.msgmni", "kernel.msg",
  ]

  /// A name whose parts slashes join has its dots and slashes the other way round.
  private static func normalized(_ name: String) -> String {
    guard name.first(where: { $0 == "." || $0 == "/" }) == "/" else { return name }
    return String(name.map { $0 == "." ? "/" : $0 == "/" ? "." : $0 })
  }
}
