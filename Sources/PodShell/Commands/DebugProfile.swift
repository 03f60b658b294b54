internal import OrderedCollections
internal import PodEngine

/// What `--profile` changes in the container that `debug` adds, and in the copy of a Pod
/// (kubectl/pkg/cmd/debug/profiles.go).
enum DebugProfile: String, CaseIterable {
  case legacy, general, baseline, restricted, netadmin, sysadmin

  /// Of the flag; kubectl 1.33 still takes the oldest one where nothing is said.
  init(_ call: Invocation) throws(CommandError) {
    let text = call.flags.text("profile") ?? "legacy"
    guard let profile = Self(rawValue: text) else {
      let names = Self.allCases.map(\.rawValue).joined(separator: ", ")
      throw .arguments(
        "unknown profile: \(text)",
        suggestion: "profiles: \(names)",
        position: call.flags.position(of: "profile"))
    }
    self = profile
  }

  /// What kubectl says of the oldest one.
  var warning: String? {
    self == .legacy
      ? "--profile=legacy is deprecated and will be removed in the future. It is recommended to "
        + "explicitly specify a profile, for example \"--profile=general\"." : nil
  }

  /// A container with what the profile allows or forbids it.
  func applied(to container: APIValue) -> APIValue {
    var container = container
    func add(_ capabilities: [String]) {
      let path = ["securityContext", "capabilities", "add"]
      let before = container.field("securityContext", "capabilities", "add")?.arrayValue ?? []
      let names = before + capabilities.map { .string($0) }.filter { !before.contains($0) }
      container.set(.array(names), at: path[...])
    }
    switch self {
    case .legacy, .baseline: break
    case .general: add(["SYS_PTRACE"])
    case .netadmin: add(["NET_ADMIN", "NET_RAW"])
    case .sysadmin: container.set(.bool(true), at: ["securityContext", "privileged"])
    case .restricted:
      container.set(.bool(false), at: ["securityContext", "allowPrivilegeEscalation"])
      container.set(["drop": ["ALL"]], at: ["securityContext", "capabilities"])
      container.set(.bool(true), at: ["securityContext", "runAsNonRoot"])
      container.set(["type": "RuntimeDefault"], at: ["securityContext", "seccompProfile"])
    }
    return container
  }
}

extension APIValue {
  /// Puts a value at a path of fields, and makes what is missing on the way.
  fileprivate mutating func set(_ value: APIValue, at path: ArraySlice<String>) {
    guard let first = path.first else {
      self = value
      return
    }
    var inner = self[first] ?? .emptyObject
    inner.set(value, at: path.dropFirst())
    self[first] = inner
  }
}
